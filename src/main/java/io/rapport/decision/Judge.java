package io.rapport.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.rapport.facts.Action;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.Stratum;

/**
 * The pure step: memory, event, context and instant in; new memory and decision out. No I/O, clock or randomness; it only
 * keeps the rulebook's working memory. For one thread.
 */
public final class Judge implements AutoCloseable {

    private final Rulebook rulebook;
    private final Strata strata;
    private final Understanding understanding;
    private final Overdue overdue;

    public Judge(Rulebook rulebook) {
        this(rulebook, _ -> {});
    }

    /** @param witness told of every rule that holds, for those who want to know which rules ever speak */
    public Judge(Rulebook rulebook, Consumer<Hit> witness) {
        this.rulebook = rulebook;
        this.strata = new Strata(rulebook.newSession(), witness);
        this.understanding = new Understanding(strata);
        this.overdue = new Overdue(strata);
    }

    /**
     * Understands, remembers and decides one event. What it concludes is for {@link Course} to feed back.
     *
     * @param memory before the event
     * @param now as of when, to the millisecond; a late event decides as of now as well
     * @throws IllegalArgumentException when the context holds another rulebook
     */
    public Step step(Memory memory, CustomerEvent event, Context context, Instant now) {
        var understood = understood(memory, event, context, now);
        var remembered = MemoryFold.fold(memory, understood, context.zone(), context.tauDays());
        var step = decide(remembered, understood, context, now);
        return step.noted().equals(understood) ? step
                : step.remembering(MemoryFold.fold(memory, step.noted(), context.zone(), context.tauDays()));
    }

    /** The memory after an event about which nothing is decided: what a count of a population of the past needs. */
    public Memory remember(Memory memory, CustomerEvent event, Context context, Instant now) {
        return MemoryFold.fold(memory, understood(memory, event, context, now), context.zone(), context.tauDays());
    }

    private CustomerEvent understood(Memory memory, CustomerEvent event, Context context, Instant now) {
        if (context.rulebook() != rulebook) {
            throw new IllegalArgumentException("This judge decides by rulebook [" + rulebook.version() + "], asked for ["
                    + context.rulebook().version() + "].\nMaybe a new judge is due after publishing.");
        }
        return understanding.ofOrderLines(memory, event, context, now);
    }

    /** Decides an event that is already remembered. */
    Step decide(Memory memory, CustomerEvent event, Context context, Instant moment) {
        var now = moment.truncatedTo(ChronoUnit.MILLIS);
        var picture = strata.picture(memory, event, context, now);
        var offspring = new Offspring(event, now);
        var hits = strata.fire(Stratum.CARE, picture.forCare());
        picture.conclusions().add(hits);
        var asked = new Proposals(rulebook, picture, offspring);
        var proposals = asked.of(hits);
        var verdict = context.past() ? Verdict.ofThePast(proposals) : verdict(picture, proposals, offspring, context);
        var ruling = verdict.ruling;
        var decision = new Decision(
                event.id(), memory.customer(), now, rulebook.version(), context.snapshot().id(), picture.conclusions().all(),
                List.copyOf(ruling.allowed()), List.copyOf(ruling.heldBack()),
                new Reviews(strata, now).of(picture).of(verdict.waiting).and(verdict.reviews).and(asked.again()).next());
        var concluded = context.past() ? new ArrayList<CustomerEvent>() : concluded(ruling, memory, offspring);
        Moves.into(concluded, picture.conclusions(), memory, offspring);
        new Effects(memory, picture.conclusions(), offspring).into(concluded, hits);
        return new Step(Understanding.ofTopics(event, picture.conclusions()), memory, decision, concluded, true);
    }

    /** What arbitration ruled, and what of it is looked at again when. */
    private record Verdict(Arbitration.Ruling ruling, List<Decision.HeldBack> waiting, List<Decision.Review> reviews) {

        static Verdict ofThePast(List<Proposal> proposals) {
            return new Verdict(Arbitration.ofThePast(proposals), List.of(), List.of());
        }
    }

    private Verdict verdict(Picture picture, List<Proposal> proposed, Offspring offspring, Context context) {
        var customer = picture.customer();
        var asked = overdue.since(customer.memory(), customer.event(), context, customer.now());
        var proposals = Overdue.dated(proposed, asked, customer.now());
        var waiting = Waiting.of(customer, proposals, rulebook, offspring);
        var arbitration = new Arbitration(strata, rulebook, customer);
        asked.values().forEach(past -> arbitration.miss(past.action()));
        waiting.missed().stream().filter(past -> !asked.containsKey(Proposal.key(past))).forEach(arbitration::miss);
        var ruling = arbitration.on(proposals);
        return new Verdict(ruling, ruling.heldBack(), waiting.reviews());
    }

    /** What was reserved, what was missed, and what is held back for the first time. */
    private static List<CustomerEvent> concluded(Arbitration.Ruling ruling, Memory memory, Offspring offspring) {
        var events = new ArrayList<CustomerEvent>();
        for (var action : ruling.allowed()) {
            events.add(contact("contact", action, "reserved", offspring));
        }
        for (var action : ruling.missed()) {
            events.add(contact("missed", action, "missed", offspring));
        }
        for (var held : ruling.heldBack()) {
            var action = held.action();
            var known = memory.occasions().get(Proposal.key(action));
            var waits = known != null && known.waitingSince() != null;
            if (action.validUntil() != null && !ruling.missed().contains(action) && !waits) {
                events.add(contact("proposed", action, "proposed", offspring));
            }
        }
        return events;
    }

    private static CustomerEvent contact(String suffix, Action action, String outcome, Offspring offspring) {
        return offspring.event(suffix + "/" + action.id(), EventTypes.CUSTOMER_CONTACTED, new EventData.Contact(
                action.id(), action.reason().ruleId(), action.occasion(), action.channel(), action.purpose(), action.what(),
                outcome));
    }

    Strata strata() {
        return strata;
    }

    Rulebook rulebook() {
        return rulebook;
    }

    @Override
    public void close() {
        strata.close();
    }
}
