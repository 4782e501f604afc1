package io.rapport.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import io.rapport.customer.CustomerLedger;
import io.rapport.customer.CustomerLedger.Whose;
import io.rapport.customer.CustomerLinks;
import io.rapport.customer.Known;
import io.rapport.engine.queue.FailurePolicy;
import io.rapport.engine.queue.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Silence as an event: looks at customers again when their time has come, through the same transaction as everything else. Rows
 * are locked and those that another process holds are left to it. After downtime an overdue review decides once, as of now.
 */
@Component
public final class Reviews {

    private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);

    private static final int BATCH = 200;

    /** When a customer is tried again whose review failed. */
    private static final Duration LATER = Duration.ofHours(1);

    private final StepTransaction transaction;
    private final CustomerLedger ledger;
    private final CustomerLinks links;
    private final ImportTurn imports;
    private final FailurePolicy policy;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** How often the batch that is due failed until now. */
    private FailurePolicy.@Nullable Attempts attempts;

    Reviews(StepTransaction transaction, CustomerLedger ledger, CustomerLinks links, ImportTurn imports, FailurePolicy policy,
            Clock clock) {
        this.transaction = transaction;
        this.ledger = ledger;
        this.links = links;
        this.imports = imports;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Plays everything that is due. Whom a running import touches lives in the past and waits until it ends.
     *
     * @return how many customers were looked at
     */
    public int playDue() {
        oneAtATime.lock();
        try {
            var played = 0;
            for (var last = BATCH; last == BATCH; played += last) {
                last = play(BATCH);
            }
            return played;
        } finally {
            oneAtATime.unlock();
        }
    }

    @Scheduled(fixedDelayString = "${rapport.engine.review-interval:1s}",
            initialDelayString = "${rapport.engine.review-interval:1s}")
    void playOnTime() {
        try {
            playDue();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError trouble) {
            LOG.warn("Reviews wait: {}", Trouble.describe(trouble));
        }
    }

    /** A batch in one transaction; when it fails, one by one, so that one customer does not hold up the others. */
    private int play(int limit) {
        var due = new ArrayList<Known>();
        var whose = imports.isTaken() ? Whose.OF_THE_PRESENT : Whose.EVERYBODY;
        try {
            transaction.inOne(work -> {
                due.addAll(ledger.dueReviews(work.now(), limit, whose));
                transaction.look(due, work);
            });
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError failure) {
            if (due.isEmpty() || !isToBeTakenApart(failure)) {
                throw failure;
            }
            due.forEach(customer -> playAlone(customer.id()));
        }
        attempts = null;
        return due.size();
    }

    /** The next look comes in a second. */
    private boolean isToBeTakenApart(Throwable failure) {
        if (attempts == null) {
            attempts = policy.of(BATCH);
        }
        return attempts.failed(failure) == FailurePolicy.Verdict.SPLIT;
    }

    private void playAlone(long customer) {
        try {
            transaction.inOne(work -> {
                var locked = ledger.lock(Set.of(customer)).get(customer);
                if (locked != null && isDue(locked.customer(), work.now())) {
                    transaction.look(List.of(locked.customer()), work);
                }
            });
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError failure) {
            if (policy.isOutage(failure)) {
                throw failure;
            }
            LOG.error("Customer {} cannot be reviewed and is tried again later: {}", customer, Trouble.describe(failure));
            transaction.inOne(work -> links.postponeReview(customer, clock.instant().plus(LATER)));
        }
    }

    private static boolean isDue(Known customer, Instant now) {
        return customer.nextReview() != null && !customer.nextReview().isAfter(now);
    }
}
