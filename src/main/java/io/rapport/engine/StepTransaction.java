package io.rapport.engine;

import io.rapport.action.Outbox;
import io.rapport.customer.CustomerLedger;
import io.rapport.customer.Resolved;
import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.facts.CustomerEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way into the books. Inside one database transaction: what is in the log is skipped, identities are resolved and the
 * customers locked in the order of their numbers, each event takes its course, then log, decisions, memories and outbox are
 * written. Nothing of it is visible, and nothing leaves, unless all of it is committed.
 */
@Component
final class StepTransaction implements EventTransaction {

    private final TransactionTemplate transactions;
    private final CustomerLedger ledger;
    private final Contexts contexts;
    private final Courses courses;
    private final Rendering rendering;
    private final Outbox outbox;
    private final Clock clock;

    StepTransaction(TransactionTemplate transactions, CustomerLedger ledger, Contexts contexts, Courses courses,
            Rendering rendering, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.contexts = contexts;
        this.courses = courses;
        this.rendering = rendering;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One piece of work inside the transaction. */
    record Work(Round round, Course course, Context context, Instant now) {

        void take(Resolved whose, CustomerEvent event) {
            round.add(whose, course.take(round.memory(whose.customer()), event, context, now));
        }
    }

    @Override
    public void handle(List<CustomerEvent> batch) {
        inOne(work -> take(unseen(batch), work));
    }

    /** Runs the work in a transaction of its own and writes down what came of it; the actions go to the outbox. */
    void inOne(Consumer<Work> content) {
        transactions.executeWithoutResult(status -> {
            var now = clock.instant();
            var context = contexts.now();
            var round = new Round(now);
            courses.lend(context.rulebook(), course -> {
                content.accept(new Work(round, course, context, now));
                return round;
            });
            ledger.record(round.entries());
            ledger.remember(round.remembered());
            outbox.fill(rendering.dispatches(round.actions(), round.memories(), context.rulebook()));
        });
    }

    private void take(List<CustomerEvent> events, Work work) {
        var whose = ledger.resolve(events);
        for (var event : events) {
            var resolved = whose.get(event.id());
            if (resolved == null) {
                work.round.anonymous(event);
            } else {
                work.take(resolved, event);
            }
        }
    }

    /** In their order, each id once. */
    List<CustomerEvent> unseen(Collection<CustomerEvent> batch) {
        var events = new LinkedHashMap<String, CustomerEvent>();
        batch.forEach(event -> events.putIfAbsent(event.id(), event));
        events.keySet().removeAll(ledger.seen(events.keySet()));
        return List.copyOf(events.values());
    }
}
