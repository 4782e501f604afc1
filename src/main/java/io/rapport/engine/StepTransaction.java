package io.rapport.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Timer;
import io.rapport.action.Outbox;
import io.rapport.customer.CustomerLedger;
import io.rapport.customer.Known;
import io.rapport.customer.Resolved;
import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.engine.queue.EventTransaction;
import io.rapport.facts.CustomerEvent;
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
    private final OrderVersions orders;
    private final Contexts contexts;
    private final Courses courses;
    private final Rendering rendering;
    private final Outbox outbox;
    private final Confirmations confirmations;
    private final Clock clock;
    private final StepMeters meters;
    private final KnownSuppressions suppressions;

    StepTransaction(TransactionTemplate transactions, CustomerLedger ledger, OrderVersions orders, Contexts contexts,
            Courses courses,
            Rendering rendering, Outbox outbox, Confirmations confirmations, Clock clock, StepMeters meters,
            KnownSuppressions suppressions) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.orders = orders;
        this.contexts = contexts;
        this.courses = courses;
        this.rendering = rendering;
        this.outbox = outbox;
        this.confirmations = confirmations;
        this.clock = clock;
        this.meters = meters;
        this.suppressions = suppressions;
    }

    /** One piece of work inside the transaction. */
    record Work(Round round, Course course, Context context, Instant now, Timer decision) {

        void take(Resolved whose, CustomerEvent event) {
            var memory = round.memory(whose.customer());
            round.add(whose, decision.record(() -> course.take(memory, whose.granted(event, memory), context, now)));
        }
    }

    @Override
    public void handle(List<CustomerEvent> batch) {
        var fresh = new AtomicInteger();
        OrderVersions.parts(batch).forEach(part -> inOne(work -> fresh.addAndGet(take(unseen(part), work))));
        meters.handled(batch.size(), fresh.get());
    }

    /** Runs the work in a transaction of its own and writes down what came of it; the actions go to the outbox. */
    void inOne(Consumer<Work> content) {
        var decided = transactions.execute(status -> {
            var now = clock.instant();
            var context = contexts.now();
            var round = new Round(now, false);
            courses.lend(context.rulebook(), course -> {
                content.accept(new Work(round, course, context, now, meters.decision()));
                return round;
            });
            ledger.record(round.entries());
            ledger.supersede(round.superseded());
            ledger.remember(round.remembered());
            outbox.fill(rendering.dispatches(round.actions(), round.memories(), context.rulebook()));
            outbox.fill(confirmations.of(round.entries(), round.memories(), now));
            return round.entries().stream().filter(entry -> entry.decision() != null).count();
        });
        meters.decided(decided);
    }

    /** Tells how many of them said something new. */
    private int take(List<CustomerEvent> unseen, Work work) {
        var news = orders.resolve(unseen, work.round);
        var suppressed = suppressions.about(news.events(), news.whose());
        for (var event : news.events()) {
            var resolved = news.whose().get(event.id());
            if (resolved == null) {
                work.round.anonymous(event);
            } else {
                var memory = work.round.memory(resolved.customer());
                suppressions.news(event, resolved.customer().id(), memory, suppressed)
                        .forEach(known -> work.take(resolved, known));
                work.take(resolved, event);
            }
        }
        for (var former : news.former()) {
            work.take(new Resolved(former.id(), former), look(former.id(), work.now));
        }
        return news.events().size();
    }

    /** A look at these locked customers, as of now: at whom one was due anyway, he is looked at for that. */
    void look(List<Known> customers, Work work) {
        var at = work.now.truncatedTo(ChronoUnit.MILLIS);
        var events = new ArrayList<CustomerEvent>();
        for (var customer : customers) {
            var due = customer.nextReview();
            events.add(Course.reviewDue(customer.id(), List.of(), due == null || due.isAfter(work.now) ? at : due, ""));
        }
        var fresh = Set.copyOf(unseen(events));
        for (var i = 0; i < customers.size(); i++) {
            var customer = customers.get(i);
            var event = events.get(i);
            work.take(new Resolved(customer.id(), customer),
                    fresh.contains(event) ? event : look(customer.id(), work.now));
        }
    }

    /** A look at a customer now, which was not had before: two within one millisecond are a millisecond apart. */
    CustomerEvent look(long customer, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        while (true) {
            var event = Course.reviewDue(customer, List.of(), at, "");
            if (ledger.seen(List.of(event.id())).isEmpty()) {
                return event;
            }
            at = at.plusMillis(1);
        }
    }

    /** In their order, each id once, without what is in the log. */
    List<CustomerEvent> unseen(Collection<CustomerEvent> batch) {
        var events = new LinkedHashMap<String, CustomerEvent>();
        batch.forEach(event -> events.putIfAbsent(event.id(), event));
        events.keySet().removeAll(ledger.seen(events.keySet()));
        return List.copyOf(events.values());
    }
}
