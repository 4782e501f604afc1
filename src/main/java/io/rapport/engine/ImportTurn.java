package io.rapport.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The turn at importing. Of several engines one imports at a time; as long as it shows that it lives, those whom the import
 * touches are left to it. A dead one is waited for no longer than its turn lasts.
 */
@Component
final class ImportTurn {

    private static final Logger LOG = LoggerFactory.getLogger(ImportTurn.class);

    private static final String TURN = "import";
    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long HEARTBEAT_SECONDS = 5;

    private final Lease lease;

    ImportTurn(Lease lease) {
        this.lease = lease;
    }

    /** Whether an import runs, here or elsewhere. */
    boolean isTaken() {
        return lease.isTaken(TURN);
    }

    /**
     * Does the work as one's turn. Who comes after one that ended without a word waits until that one's turn is over.
     *
     * @throws ImportUnderWay if another engine imports
     */
    <T> T during(Supplier<T> work) {
        await();
        var done = new CountDownLatch(1);
        var heart = Thread.ofVirtual().name("import-heartbeat").start(() -> beatUntil(done));
        try {
            return work.get();
        } finally {
            done.countDown();
            end(heart);
        }
    }

    private void await() {
        var end = System.nanoTime() + LASTS.plus(LOOK).toNanos();
        while (!lease.take(TURN, LASTS)) {
            if (System.nanoTime() - end > 0) {
                throw new ImportUnderWay();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** By a latch and not by an interrupt, which would take the database file with it. */
    private void beatUntil(CountDownLatch done) {
        try {
            while (!done.await(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
                beat();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            lease.take(TURN, LASTS);
        } catch (RuntimeException trouble) {
            LOG.debug("No sign of life of the import could be written", trouble);
        }
    }

    private void end(Thread heart) {
        try {
            heart.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        try {
            lease.release(TURN);
        } catch (RuntimeException trouble) {
            LOG.debug("The import's turn ends by itself", trouble);
        }
    }
}
