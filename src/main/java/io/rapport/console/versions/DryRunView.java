package io.rapport.console.versions;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.rapport.publishing.dryrun.Both;
import io.rapport.publishing.dryrun.DryRunReport;
import io.rapport.publishing.dryrun.DryRuns.Run;

/**
 * One dry run.
 *
 * @param report null until it is finished
 */
public record DryRunView(RunView run, @Nullable DryRunReport report) {

    /** @param at when it was published; null for the draft */
    public record Choice(String version, @Nullable Instant at, String note) {

        public String shortVersion() {
            return RunView.shortened(version);
        }
    }

    /**
     * A run and how far it is.
     *
     * @param candidate {@code draft} or a version
     * @param state {@code running}, {@code cancelled}, {@code interrupted}, {@code failed}, {@code finished}
     * @param percent done; 100 when it is finished
     * @param steps decided since it began or went on
     * @param left at the pace so far, null while nobody can tell
     * @param resumable whether it can go on
     * @param asIfAgreed whether every customer is taken for one who agreed to promotion
     */
    public record RunView(
            String id, String candidate, Instant asked, @Nullable Instant ended, String state, String problem,
            double percent, long steps, @Nullable Duration left, boolean resumable, boolean asIfAgreed) {

        static RunView of(Run run) {
            var order = run.order();
            var progress = run.progress();
            var percent = progress == null ? 0 : Math.floor(progress.share() * 1_000) / 10;
            return new RunView(
                    order.id(), order.name(), order.asked(), order.ended(), order.state().word(), order.problem(),
                    order.state().word().equals("finished") ? 100 : percent, progress == null ? 0 : progress.steps(),
                    progress == null ? null : progress.left(), order.isResumable(), order.asIfAgreed());
        }

        static String shortened(String version) {
            return version.substring(0, Math.min(version.length(), 10));
        }

        public String shortCandidate() {
            return shortened(candidate);
        }

        public boolean running() {
            return state.equals("running");
        }
    }

    /** Messages of one month by one channel; the days are in the JSON and below each other on the page. */
    record Monthly(YearMonth month, String channel, Both messages) {}

    public List<Monthly> monthly() {
        var months = new TreeMap<YearMonth, TreeMap<String, Both>>();
        for (var daily : report == null ? List.<DryRunReport.Daily>of() : report.messages()) {
            months.computeIfAbsent(YearMonth.from(daily.day()), _ -> new TreeMap<>()).merge(daily.channel(),
                    daily.messages(), (one, other) -> new Both(one.live() + other.live(), one.candidate() + other.candidate()));
        }
        var rows = new ArrayList<Monthly>();
        months.forEach((month, channels) -> channels.forEach(
                (channel, messages) -> rows.add(new Monthly(month, channel, messages))));
        return rows;
    }
}
