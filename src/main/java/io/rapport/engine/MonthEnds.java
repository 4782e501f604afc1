package io.rapport.engine;

import io.rapport.customer.Snapshots;
import java.time.Instant;
import java.time.YearMonth;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ends of months in a history: all reviews until then are played, the population is counted, and whoever crossed a boundary
 * by it is looked at. Begun again after a crash it does what is left to do.
 */
@Component
final class MonthEnds {

    private final PastTransaction past;
    private final TransactionTemplate transactions;
    private final Crossing crossing;
    private final Snapshots snapshots;
    private final Contexts contexts;
    private final StepSettings settings;

    MonthEnds(PastTransaction past, TransactionTemplate transactions, Crossing crossing, Snapshots snapshots, Contexts contexts,
            StepSettings settings) {
        this.past = past;
        this.transactions = transactions;
        this.crossing = crossing;
        this.snapshots = snapshots;
        this.contexts = contexts;
        this.settings = settings;
    }

    /** Whether a month ended after one instant and not after the other. */
    boolean ended(Instant after, Instant until) {
        return month(after).isBefore(month(until));
    }

    /** Closes each month that ended in between. */
    void close(Instant after, Instant until) {
        for (var month = month(after); month.isBefore(month(until)); month = month.plusMonths(1)) {
            count(month.plusMonths(1).atDay(1).atStartOfDay(settings.zone()).toInstant());
        }
    }

    /** Closes the history: the population as it stood at the last event. */
    void end(Instant reached) {
        count(reached);
    }

    /** Those concerned are looked at a millisecond later: their ordinary reviews like to fall on midnight too. */
    private void count(Instant at) {
        past.playUntil(at);
        var review = at.plusMillis(1);
        transactions.executeWithoutResult(status -> {
            var before = snapshots.latestBefore(at);
            if (!before.at().equals(at)) {
                crossing.snapshot(contexts.with(before).ofThePast(), at, review);
            }
        });
        past.playUntil(review);
    }

    private YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(settings.zone()));
    }
}
