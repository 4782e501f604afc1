package io.rapport.engine;

import io.rapport.customer.CustomerLedger;
import io.rapport.customer.CustomerLedger.Whose;
import io.rapport.customer.ImportPositions;
import io.rapport.customer.ImportPositions.Position;
import io.rapport.customer.Known;
import io.rapport.customer.Resolved;
import io.rapport.customer.Snapshots;
import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction around the step for what happened long ago: each event decides as of its own date, after the reviews that were
 * due until then, by the snapshot of that time; nothing goes to the outbox.
 */
@Component
final class PastTransaction {

    private static final int REVIEWS = 500;

    private final TransactionTemplate transactions;
    private final StepTransaction steps;
    private final CustomerLedger ledger;
    private final OrderVersions orders;
    private final ImportPositions positions;
    private final Snapshots snapshots;
    private final Contexts contexts;
    private final Courses courses;
    private final Clock clock;

    PastTransaction(TransactionTemplate transactions, StepTransaction steps, CustomerLedger ledger, OrderVersions orders,
            ImportPositions positions,
            Snapshots snapshots, Contexts contexts, Courses courses, Clock clock) {
        this.transactions = transactions;
        this.steps = steps;
        this.ledger = ledger;
        this.orders = orders;
        this.positions = positions;
        this.snapshots = snapshots;
        this.contexts = contexts;
        this.courses = courses;
        this.clock = clock;
    }

    /** One piece of work inside the transaction. */
    private record Work(Round round, Course course, Context context) {

        void playUntil(Known customer, Instant at) {
            var next = round.nextReview(customer);
            if (next != null && !next.isAfter(at)) {
                round.add(new Resolved(customer.id(), customer),
                        course.play(round.memory(customer), context, new Decision.Review(next, ""), at));
            }
        }

        void take(Resolved whose, CustomerEvent event, Instant at) {
            playUntil(whose.customer(), at);
            var memory = round.memory(whose.customer());
            round.add(whose, course.take(memory, whose.granted(event, memory), context, at));
        }
    }

    void begin(Position position, String name) {
        transactions.executeWithoutResult(status -> positions.begin(position, name, clock.instant()));
    }

    boolean abandon(String file) {
        return transactions.execute(status -> positions.abandon(file, clock.instant()));
    }

    /** The file is in. */
    Position finish(Position position, Instant now) {
        var end = new Position(position.file(), position.line(), position.events(), position.reached(), now);
        transactions.executeWithoutResult(status -> positions.write(end));
        return end;
    }

    /**
     * Takes events in their order and moves the position to the given line, all or nothing; of an order that they tell twice the
     * first telling may be in before: taken again it is known.
     */
    Position take(List<CustomerEvent> events, Position before, long line) {
        var next = new Position(before.file(), line, before.events() + events.size(), latest(events, before.reached()), null);
        var parts = OrderVersions.parts(events);
        var asOf = before.reached() == null ? Instant.EPOCH : before.reached();
        parts.subList(0, parts.size() - 1).forEach(part -> inOne(asOf, work -> take(part, before.reached(), work)));
        inOne(asOf, work -> {
            take(parts.getLast(), before.reached(), work);
            positions.write(next);
        });
        return next;
    }

    /** Plays the reviews due until an instant of those whom the import touched, a batch a transaction. */
    void playUntil(Instant at) {
        var played = new int[] {REVIEWS};
        while (played[0] == REVIEWS) {
            inOne(at.minusMillis(1), work -> {
                var due = ledger.dueReviews(at, REVIEWS, Whose.OF_THE_PAST);
                due.forEach(customer -> work.playUntil(customer, at));
                played[0] = due.size();
            });
        }
    }

    private void take(List<CustomerEvent> events, @Nullable Instant reached, Work work) {
        var news = orders.resolve(steps.unseen(events), work.round);
        var now = reached == null ? Instant.EPOCH : reached;
        for (var event : news.events()) {
            now = later(now, event.time());
            var resolved = news.whose().get(event.id());
            if (resolved == null) {
                work.round.anonymous(event);
            } else {
                work.take(resolved, event, later(now, work.round.memory(resolved.customer()).latest()));
            }
        }
    }

    private void inOne(Instant asOf, Consumer<Work> content) {
        transactions.executeWithoutResult(status -> {
            var context = contexts.with(snapshots.latestBefore(asOf)).ofThePast();
            var round = new Round(clock.instant(), true);
            courses.lend(context.rulebook(), course -> {
                content.accept(new Work(round, course, context));
                return round;
            });
            ledger.record(round.entries());
            ledger.supersede(round.superseded());
            ledger.remember(round.remembered());
        });
    }

    private static @Nullable Instant latest(List<CustomerEvent> events, @Nullable Instant reached) {
        var latest = reached;
        for (var event : events) {
            latest = later(event.time(), latest);
        }
        return latest;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
