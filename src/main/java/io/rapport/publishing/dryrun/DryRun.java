package io.rapport.publishing.dryrun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.rapport.decision.Context;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * History through the live rulebook and through a candidate, by the events' own advance, due reviews included, acting on
 * nothing. Needs neither Spring nor a database, only a folder to work in; what is finished stays there until the run is
 * complete, and the same run over the same folder goes on from it.
 */
public final class DryRun {

    /** Of what is finished: what another program left half done is played again. */
    private static final String FORMAT = "2";

    private final Context live;
    private final Context candidate;
    private final Settings settings;

    private DryRun(Context live, Context candidate, Settings settings) {
        this.live = live;
        this.candidate = candidate;
        this.settings = settings;
    }

    /**
     * How to run.
     *
     * @param threads how many partitions are played at the same time; the result is the same with any number
     * @param days how long a customer has to come back, when churn flags are scored
     * @param costs what a message costs
     * @param asIfAgreed whether both sides play as if every customer had agreed to promotion by every channel
     */
    public record Settings(int threads, int days, ChannelCosts costs, boolean asIfAgreed) {

        public Settings(int threads, int days, ChannelCosts costs) {
            this(threads, days, costs, false);
        }

        public Settings {
            if (threads < 1 || days < 1) {
                throw new IllegalArgumentException("A dry run needs at least 1 thread and 1 day, found [" + threads
                        + "] and [" + days + "].\nMaybe 1 thread and 90 days.");
            }
        }

        /** All processors, 90 days, the usual costs. */
        public static Settings usual() {
            return new Settings(Runtime.getRuntime().availableProcessors(), 90, ChannelCosts.usual());
        }
    }

    /**
     * How far a run is.
     *
     * @param share 0 to 1
     * @param steps decided by both rulebooks since this start
     * @param elapsed since this start
     * @param left at the pace so far; null while nobody can tell
     */
    public record Progress(double share, long steps, Duration elapsed, @Nullable Duration left) {}

    /**
     * @param live the live rulebook, the default time zone and what else decisions rest on; its snapshot does not matter,
     *     since the populations of the past are counted anew
     * @param candidate the rulebook to compare with it
     */
    public static DryRun of(Context live, Rulebook candidate, Settings settings) {
        return new DryRun(live.with(Snapshot.NONE), live.with(Snapshot.NONE).with(candidate), settings);
    }

    /**
     * Runs to the end, or goes on where an earlier run over the same folder ended.
     *
     * @param folder of this run alone
     * @param progress told a few times a second, by the calling thread
     * @param cancelled asked all the time
     * @throws CancellationException when it was cancelled; what is finished stays in the folder
     */
    public DryRunReport run(EventSource source, Path folder, Consumer<Progress> progress, BooleanSupplier cancelled) {
        var checkpoints = new Checkpoints(folder);
        var key = key(source);
        var plan = checkpoints.plan(key);
        var advance = new Advance(progress, cancelled, plan == null ? 0 : Advance.SURVEY);
        if (plan == null) {
            var horizon = Duration.ofDays(settings.days);
            plan = Survey.of(source, key, live, candidate, horizon, folder, advance::surveyed);
            checkpoints.write(plan);
        }
        new Workers(plan, checkpoints, live, candidate, settings).play(advance);
        var report = report(plan, checkpoints);
        checkpoints.write(report);
        advance.end();
        return report;
    }

    private String key(EventSource source) {
        return String.join("|", source.fingerprint(), live.rulebook().version(), candidate.rulebook().version(),
                live.zone().getId(), Double.toString(live.tauDays()), Integer.toString(settings.days),
                settings.asIfAgreed ? "as if agreed" : "", FORMAT);
    }

    private DryRunReport report(Plan plan, Checkpoints checkpoints) {
        var findings = Findings.none();
        var affected = new ArrayList<Affected>();
        var inAll = 0L;
        for (var part = 0; part < Spool.PARTITIONS; part++) {
            var result = java.util.Objects.requireNonNull(checkpoints.part(part));
            findings.plus(result.findings());
            affected.addAll(result.affected());
            inAll += result.affected().size();
            affected.sort(Comparator.comparingLong(Affected::customer).thenComparing(Affected::change)
                    .thenComparing(Affected::what));
            affected.subList(Math.min(affected.size(), DryRunReport.MOST_AFFECTED), affected.size()).clear();
        }
        var shown = List.copyOf(affected);
        var tables = new Tables(findings, live.rulebook(), candidate.rulebook());
        return new DryRunReport(
                subject(plan, findings), tables.values(), tables.deeds(), tables.messages(), tables.heldBack(),
                tables.costs(settings.costs), tables.neverFired(), tables.score(plan, settings.days), shown, inAll,
                tables.changedRules(), tables.work(), null);
    }

    private DryRunReport.Subject subject(Plan plan, Findings findings) {
        return new DryRunReport.Subject(
                live.rulebook().version(), candidate.rulebook().version(), plan.source(), plan.from(), plan.to(),
                plan.events(), plan.customers(), plan.anonymous(), plan.contacts(),
                findings.totals().getOrDefault(Findings.STEPS, Both.NONE),
                Population.isOne(live.rulebook(), candidate.rulebook()), settings.asIfAgreed);
    }
}
