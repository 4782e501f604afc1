package io.rapport.engine.queue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The waiting of one consumer, or of an import, while database or broker are out of reach: longer each time, ended at once by a stop. */
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long FIRST_MILLIS = 50;
    private static final Duration HITCH = Duration.ofSeconds(5);

    private final String who;
    private final long longestMillis;
    private final CountDownLatch stop;
    private long nextMillis = FIRST_MILLIS;
    private int pauses;
    private volatile @Nullable String because;
    private volatile long since;
    private volatile boolean gaveUp;

    public Patience(String who, Duration longest, CountDownLatch stop) {
        this.who = who;
        this.longestMillis = Math.max(FIRST_MILLIS, longest.toMillis());
        this.stop = stop;
    }

    /** Why this consumer waits, or null if it works. */
    @Nullable
    public String because() {
        return because;
    }

    /** Whether it is more than a hitch that passes by itself. */
    public boolean isLasting() {
        return gaveUp || because != null && System.nanoTime() - since > HITCH.toNanos();
    }

    /** Waits; returns false if the consumer is to stop instead of trying again. A first failure may be a mere hitch. */
    public boolean pause(Throwable trouble) throws InterruptedException {
        if (++pauses == 2) {
            because = Trouble.describe(trouble);
            since = System.nanoTime();
            LOG.warn("{} pauses, nothing is lost: {}", who, because);
        }
        long jitter = ThreadLocalRandom.current().nextLong(nextMillis / 2 + 1);
        boolean stopped = stop.await(nextMillis / 2 + jitter, TimeUnit.MILLISECONDS);
        nextMillis = Math.min(nextMillis * 2, longestMillis);
        return !stopped;
    }

    /** Nothing more is to be taken, until somebody starts this engine again. */
    void giveUp(Throwable trouble) {
        because = Trouble.describe(trouble);
        gaveUp = true;
        LOG.error("{} takes nothing more, nothing is lost: {}", who, because);
    }

    boolean gaveUp() {
        return gaveUp;
    }

    /** An attempt has passed. */
    public void passed() {
        if (because != null) {
            LOG.info("{} goes on", who);
            because = null;
        }
        pauses = 0;
        nextMillis = FIRST_MILLIS;
    }
}
