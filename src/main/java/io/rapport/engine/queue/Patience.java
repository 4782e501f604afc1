package io.rapport.engine.queue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The waiting of one consumer while database or broker are out of reach: longer each time, ended at once by a stop. */
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long FIRST_MILLIS = 50;

    private final String who;
    private final long longestMillis;
    private final CountDownLatch stop;
    private long nextMillis = FIRST_MILLIS;
    private volatile @Nullable String because;

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

    /** Waits; returns false if the consumer is to stop instead of trying again. */
    boolean pause(Throwable trouble) throws InterruptedException {
        if (because == null) {
            because = Trouble.describe(trouble);
            LOG.warn("{} pauses, nothing is lost: {}", who, because);
        }
        long jitter = ThreadLocalRandom.current().nextLong(nextMillis / 2 + 1);
        boolean stopped = stop.await(nextMillis / 2 + jitter, TimeUnit.MILLISECONDS);
        nextMillis = Math.min(nextMillis * 2, longestMillis);
        return !stopped;
    }

    /** Tries until it passes; null if the consumer is to stop before that. */
    <T> @Nullable T until(Supplier<T> attempt) throws InterruptedException {
        while (true) {
            try {
                T result = attempt.get();
                passed();
                return result;
            } catch (RuntimeException trouble) {
                if (!pause(trouble)) {
                    return null;
                }
            }
        }
    }

    /** An attempt has passed. */
    void passed() {
        if (because != null) {
            LOG.info("{} goes on", who);
            because = null;
            nextMillis = FIRST_MILLIS;
        }
    }
}
