package io.rapport.engine;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

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
 * When snapshots of the population are taken: nightly, on demand, and while a young population grows, so that the first
 * customers need not wait a night to be compared. Month ends of an import take their own.
 */
@Component
public final class SnapshotSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotSchedule.class);

    /** A population that grew by this factor since the last one is counted again. */
    private static final double GROWN = 1.25;

    private final TransactionTemplate transactions;
    private final Snapshots snapshots;
    private final Contexts contexts;
    private final Population population;
    private final ImportTurn imports;
    private final Clock clock;
    private long customersAtLast;

    SnapshotSchedule(TransactionTemplate transactions, Snapshots snapshots, Contexts contexts, Population population,
            ImportTurn imports, Clock clock) {
        this.transactions = transactions;
        this.snapshots = snapshots;
        this.contexts = contexts;
        this.population = population;
        this.imports = imports;
        this.clock = clock;
    }

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
        quietly(true);
    }

    @Scheduled(fixedDelayString = "${rapport.engine.snapshot-growth-check:5s}")
    void whenGrown() {
        quietly(false);
    }

    private void quietly(boolean always) {
        try {
            if (!imports.isTaken() && (always || hasGrown())) {
                takeNow();
            }
        } catch (RuntimeException trouble) {
            LOG.warn("No snapshot was taken: {}", Trouble.describe(trouble));
        }
    }

    private boolean hasGrown() {
        var last = Math.max(customersAtLast, contexts.now().snapshot().customers());
        var customers = population.counts().customers();
        return customers >= Snapshot.LEAST_CUSTOMERS && customers >= last * GROWN && customers > last;
    }
}
