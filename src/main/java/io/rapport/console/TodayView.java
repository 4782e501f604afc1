package io.rapport.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.rapport.console.customers.DecisionView;
import io.rapport.console.work.UnfinishedImport;
import org.jspecify.annotations.Nullable;

/**
 * The first page: what came in, waits, was decided and leaves.
 *
 * @param at the moment of these figures
 * @param zone in which "today" began
 * @param throughput events decided a second, over the last minute
 * @param rulebook null while none is live
 * @param sweep who is decided by the live version
 * @param importing null when no import has run
 * @param unfinished imports that were begun and are neither in nor given up
 * @param untaken files in the inbox that stay until a person takes them away
 */
public record TodayView(
        Instant at,
        String zone,
        List<DoorView> doors,
        Waiting waiting,
        long quarantined,
        long decidedToday,
        List<DecisionView> decisions,
        List<Count> outbox,
        TaskCounts tasks,
        @Nullable RulebookLine rulebook,
        SweepView sweep,
        double throughput,
        @Nullable ImportView importing,
        List<UnfinishedImport> unfinished,
        Switches switches,
        List<UntakenView> untaken) {

    /** Events that came in by one door since midnight. */
    record DoorView(String door, long today) {}

    /**
     * @param queued events in the queue, null when an external broker holds it
     * @param parked set aside because it, or an earlier event of the same customer, failed
     * @param pausedBecause why nothing is taken from the queue now, null if all is well
     */
    record Waiting(@Nullable Long queued, long parked, @Nullable String pausedBecause) {}

    public record Count(String status, long count) {}

    record TaskCounts(long open, long overdue) {}

    /** @param problems of the draft under {@code rules/}, each as in the terminal; empty when the draft is live or sound */
    public record RulebookLine(String version, Instant since, int rules, List<String> problems) {

        /** Enough of the version to tell two apart. */
        public String shortVersion() {
            return version.substring(0, Math.min(version.length(), 10));
        }
    }

    /**
     * A file in an inbox folder that no door takes.
     *
     * @param path below the inbox
     * @param because {@code ending}, {@code folder}, {@code unreadable}, {@code no-file} or {@code no-door}
     */
    public record UntakenView(String path, String because) {}

    /** @param left null while it cannot be told, or when it is done */
    record ImportView(String file, double percent, long events, boolean running, @Nullable Duration left) {}

    /** What is allowed to leave. */
    public record Switches(boolean stopped, List<ChannelSwitch> channels) {}

    public record ChannelSwitch(String channel, boolean paused) {}

    /** Over all doors. */
    public long cameInToday() {
        return doors.stream().mapToLong(DoorView::today).sum();
    }
}
