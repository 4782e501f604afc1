package io.rapport.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;

import io.rapport.customer.Population;
import io.rapport.customer.Snapshots;
import io.rapport.engine.queue.Trouble;
import io.rapport.facts.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When snapshots of the population are taken: nightly, while a young population grows, and once more when everybody is decided
 * by the first that knows him, so that the first customers need not wait a night or two to be compared and reported. Month ends
 * of an import take their own. Of several engines one takes them.
 */
@Component
public final class SnapshotSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotSchedule.class);

    /** A population that grew by this factor since the last one is counted again. */
    private static final double GROWN = 1.25;

    private static final String TURN = "snapshot";

    /** Longer than it takes to count millions. */
    private static final Duration TURN_LASTS = Duration.ofMinutes(10);

    /** What another engine took this night is not taken again. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final TransactionTemplate transactions;
    private final Snapshots snapshots;
    private final Contexts contexts;
    private final Population population;
    private final Sweep sweep;
    private final ImportTurn imports;
    private final Lease lease;
    private final Clock clock;
    private volatile long customersAtLast;
    private long customersBefore;
    private Growth growth = new Growth(Snapshot.NONE.id(), false);

    SnapshotSchedule(TransactionTemplate transactions, Snapshots snapshots, Contexts contexts, Population population,
            Sweep sweep, ImportTurn imports, Lease lease, Clock clock) {
        this.transactions = transactions;
        this.snapshots = snapshots;
        this.contexts = contexts;
        this.population = population;
        this.sweep = sweep;
        this.imports = imports;
        this.lease = lease;
        this.clock = clock;
    }

    /** @param many whether this snapshot counted many more customers than the one before it */
    private record Growth(String snapshot, boolean many) {}

    /** Takes one now; the sweep brings everybody up to it. */
    public synchronized Snapshot takeNow() {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var taken = transactions.execute(status -> snapshots.take(at, contexts.zone()));
        customersAtLast = population.counts().customers();
        LOG.info("Snapshot {} of {} customers", taken.id(), taken.customers());
        return taken;
    }

    @Scheduled(cron = "${rapport.engine.snapshot-cron:0 15 2 * * *}", zone = "${rapport.engine.step.zone:UTC}")
    void nightly() {
        quietly(() -> latest().at().isBefore(clock.instant().minus(FRESH)));
    }

    @Scheduled(fixedDelayString = "${rapport.engine.snapshot-growth-check:5s}")
    void whenGrown() {
        quietly(() -> hasGrown() || isFirstOfMany());
    }

    private void quietly(BooleanSupplier due) {
        try {
            if (!imports.isTaken() && due.getAsBoolean() && lease.take(TURN, TURN_LASTS)) {
                try {
                    takeNow();
                } finally {
                    lease.release(TURN);
                }
            }
        } catch (RuntimeException trouble) {
            LOG.warn("No snapshot was taken: {}", Trouble.describe(trouble));
        }
    }

    /** A small shop is counted when it has stopped growing for a moment, else each of its first customers would be a snapshot. */
    private boolean hasGrown() {
        var last = Math.max(customersAtLast, latest().customers());
        var customers = population.counts().customers();
        var calm = customers == customersBefore;
        customersBefore = customers;
        return (calm || customers >= Snapshot.LEAST_CUSTOMERS) && customers >= last * GROWN && customers > last;
    }

    /**
     * Whether the latest snapshot counted many of whom nothing was concluded yet that needs a population, such as the tier, and
     * everybody is decided by it now.
     */
    private boolean isFirstOfMany() {
        var latest = latest();
        if (latest.customers() < Snapshot.LEAST_CUSTOMERS) {
            return false;
        }
        if (!growth.snapshot.equals(latest.id())) {
            var before = snapshots.latestBefore(latest.at().minusMillis(1)).customers();
            growth = new Growth(latest.id(), latest.customers() >= before * GROWN);
        }
        return growth.many && sweep.isDone();
    }

    private Snapshot latest() {
        return contexts.now().snapshot();
    }
}
