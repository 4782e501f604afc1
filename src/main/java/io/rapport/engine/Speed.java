package io.rapport.engine;

import java.time.Clock;
import java.util.Arrays;

/** Events a second over the last minute, counted in buckets of one second. */
final class Speed {

    private static final int SECONDS = 60;

    private final Clock clock;
    private final long[] buckets = new long[SECONDS];
    private long latest;

    Speed(Clock clock) {
        this.clock = clock;
        this.latest = second();
    }

    synchronized void count(int events) {
        forget();
        buckets[(int) (latest % SECONDS)] += events;
    }

    synchronized double perSecond() {
        forget();
        return Arrays.stream(buckets).sum() / (double) SECONDS;
    }

    /** Empties the buckets of the seconds that have passed; a clock that was set back changes nothing. */
    private void forget() {
        long now = second();
        for (long passed = Math.max(latest + 1, now - SECONDS + 1); passed <= now; passed++) {
            buckets[(int) (passed % SECONDS)] = 0;
        }
        latest = Math.max(latest, now);
    }

    private long second() {
        return clock.millis() / 1000;
    }
}
