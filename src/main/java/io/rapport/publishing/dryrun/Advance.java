package io.rapport.publishing.dryrun;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** How far a run has come, and whether somebody wants it to end. */
final class Advance {

    /** The share of the time that a survey takes, about. */
    static final double SURVEY = 0.25;

    private static final long BETWEEN_NEWS = Duration.ofMillis(200).toNanos();

    private final Consumer<DryRun.Progress> watcher;
    private final BooleanSupplier cancelled;
    private final long begin = System.nanoTime();
    private final LongAdder events = new LongAdder();
    private final LongAdder steps = new LongAdder();
    private double beginShare;
    private long told;

    /** @param share what an earlier start had finished */
    Advance(Consumer<DryRun.Progress> watcher, BooleanSupplier cancelled, double share) {
        this.watcher = watcher;
        this.cancelled = cancelled;
        this.beginShare = share;
    }

    /** @throws CancellationException when somebody wants it to end */
    void check() {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The dry run was cancelled");
        }
    }

    void surveyed(double share) {
        check();
        tell(share * SURVEY, false);
    }

    /** Parts that an earlier start had finished. */
    void found(long inEvents, long ofEvents) {
        events.add(inEvents);
        if (inEvents > 0) {
            beginShare = played(ofEvents);
        }
    }

    void event() {
        events.increment();
    }

    void decided(long howMany) {
        steps.add(howMany);
    }

    void playing(long ofEvents) {
        tell(played(ofEvents), false);
    }

    void end() {
        tell(1, true);
    }

    private double played(long ofEvents) {
        return SURVEY + (1 - SURVEY) * (ofEvents == 0 ? 1 : Math.min(1, (double) events.sum() / ofEvents));
    }

    private void tell(double share, boolean always) {
        var now = System.nanoTime();
        if (always || now - told >= BETWEEN_NEWS) {
            told = now;
            var elapsed = Duration.ofNanos(now - begin);
            var done = share - beginShare;
            var left = done < 0.01 ? null : Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - share) / done));
            watcher.accept(new DryRun.Progress(share, steps.sum(), elapsed, left));
        }
    }
}
