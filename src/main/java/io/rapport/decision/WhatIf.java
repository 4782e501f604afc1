package io.rapport.decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Rulebook;

/**
 * Decides about a customer as if one thing were otherwise, by the same step and the same loop as the live engine; nothing is
 * written. For one thread.
 */
public final class WhatIf implements AutoCloseable {

    private static final String SOURCE = "what-if";
    private static final String CURRENCY = "EUR";

    private final Judge judge;
    private final Course course;
    private final Set<String> fired = new HashSet<>();

    public WhatIf(Rulebook rulebook) {
        judge = new Judge(rulebook, hit -> fired.add(hit.rule().id()));
        course = new Course(judge);
    }

    /**
     * What would be decided.
     *
     * @param steps in order, at least one
     * @param fired ids of the rules that held in any of them
     */
    public record Outcome(List<Step> steps, Set<String> fired) {

        public Outcome {
            steps = List.copyOf(steps);
            fired = Set.copyOf(fired);
        }

        /** What holds in the end. */
        public Decision decision() {
            return steps.getLast().decision();
        }

        public Memory memory() {
            return steps.getLast().memory();
        }

        /** All that would be done on the way. */
        public List<Action> actions() {
            return steps.stream().flatMap(step -> step.decision().actions().stream()).toList();
        }

        /** What would be held back in the end. */
        public List<Decision.HeldBack> heldBack() {
            return decision().heldBack();
        }
    }

    /**
     * Why a rule of care does nothing now, and what would make it act.
     *
     * @param flips single changes that do, the nearest first; none: no single change that was looked for does
     */
    public record Answer(Refusal refusal, List<Flip> flips) {

        public Answer {
            flips = List.copyOf(flips);
        }
    }

    /** One answer for each rule of care that does nothing now, in the order of the rules; every flip was decided again. */
    public List<Answer> whyNot(Memory memory, Context context, Instant now) {
        var flips = new Flips(this, memory, context, now);
        var look = Course.reviewDue(memory.customer(), List.of(), now, "");
        return new WhyNot(judge).whyNot(memory, look, context, now).stream()
                .map(refusal -> new Answer(refusal, flips.of(Goal.of(refusal, context.rulebook(), flips.today())))).toList();
    }

    /**
     * Why a value of a concept does not stand, and what would make it stand.
     *
     * @param flips as in {@link Answer}
     */
    public record Kept(OtherValue other, List<Flip> flips) {

        public Kept {
            flips = List.copyOf(flips);
        }
    }

    /**
     * One answer for each value of the concept that does not stand for the customer, lowest first; every flip was decided again.
     *
     * @throws IllegalArgumentException when there is no such concept
     */
    public List<Kept> whyNot(String concept, Memory memory, Context context, Instant now) {
        var flips = new Flips(this, memory, context, now);
        return new OtherValues(judge).of(concept, memory, context, now).stream()
                .map(other -> new Kept(other, flips.of(Goal.of(other, context.rulebook(), flips.today())))).toList();
    }

    /** Whether a rule acted: what it asks for was let through, or it held where it asks for nothing that leaves. */
    public static boolean acts(Rule rule, Outcome outcome) {
        return asksForSomething(rule)
                ? outcome.actions().stream().anyMatch(action -> action.reason().ruleId().equals(rule.id()))
                : outcome.fired().contains(rule.id());
    }

    private static boolean asksForSomething(Rule rule) {
        return rule.then().stream().anyMatch(what -> what instanceof Consequence.Send || what instanceof Consequence.GiveTask);
    }

    /** A look at the customer as he is. */
    public Outcome unchanged(Memory memory, Context context, Instant now) {
        fired.clear();
        return look(memory, context, now, List.of());
    }

    /** The same with one thing otherwise. */
    public Outcome with(Change change, Memory memory, Context context, Instant now) {
        fired.clear();
        var today = LocalDate.ofInstant(now, memory.zoneOr(context.zone()));
        return switch (change) {
            case Change.LastPurchase last -> look(Edits.lastPurchase(memory, today, last.daysAgo(), context.tauDays()), context,
                    now, List.of());
            case Change.CurrentValue value ->
                look(Edits.currentValue(memory, now, today, value.value()), context, now, List.of());
            case Change.PurchaseDays days -> look(Edits.purchaseDays(memory, days.days(), context.tauDays()), context, now,
                    List.of());
            case Change.Later later -> look(memory, context, later.at(), course.advance(memory, context, now, later.at()));
            case Change.ComplaintsResolved _ -> resolved(memory, context, now);
            default -> happens(event(change, memory, now), memory, context, now);
        };
    }

    /** What would happen by itself until then, with no other event. */
    List<Step> byItself(Memory memory, Context context, Instant now, Instant until) {
        return course.advance(memory, context, now, until);
    }

    private Outcome look(Memory memory, Context context, Instant at, List<Step> before) {
        var steps = new ArrayList<>(before);
        var current = before.isEmpty() ? memory : before.getLast().memory();
        steps.addAll(course.take(current, Course.reviewDue(memory.customer(), List.of(), at, ""), context, at));
        return new Outcome(steps, fired);
    }

    private Outcome happens(CustomerEvent event, Memory memory, Context context, Instant now) {
        var taken = course.take(memory, event, context, now);
        return look(memory, context, now, taken);
    }

    private Outcome resolved(Memory memory, Context context, Instant now) {
        var steps = new ArrayList<Step>();
        var current = memory;
        for (var open : memory.complaints()) {
            steps.addAll(course.take(current, event(memory, now, EventTypes.COMPLAINT_RESOLVED + "/" + open.id().hashCode(),
                    EventTypes.COMPLAINT_RESOLVED, now, new EventData.Complaint(open.id(), open.channel(), "")), context, now));
            current = steps.getLast().memory();
        }
        return look(memory, context, now, steps);
    }

    private static CustomerEvent event(Change change, Memory memory, Instant now) {
        return switch (change) {
            case Change.Consent consent -> event(memory, now, "consent",
                    consent.given() ? EventTypes.CONSENT_GIVEN : EventTypes.CONSENT_WITHDRAWN, now,
                    new EventData.Consent(consent.channel(), Purpose.PROMOTION, SOURCE));
            case Change.Trait trait -> event(memory, now, "trait", EventTypes.CUSTOMER_UPDATED, now,
                    new EventData.Traits(Map.of(trait.trait(), trait.value())));
            case Change.Complains complains -> event(memory, now, "complaint", EventTypes.COMPLAINT_RAISED, now,
                    new EventData.Complaint(SOURCE + "/" + now.toEpochMilli(), complains.channel(), ""));
            case Change.Writes writes -> event(memory, now, "mail", EventTypes.EMAIL_RECEIVED, now,
                    new EventData.Message(Channel.EMAIL, "", writes.text(), SOURCE, 0, false, null));
            case Change.Orders orders -> event(memory, now, "order", EventTypes.ORDER_PLACED, now,
                    new EventData.Order(SOURCE, CURRENCY, List.of(new EventData.OrderLine(orders.product(), orders.product(),
                            BigDecimal.ONE, orders.amount(), null, null))));
            case Change.Delivered delivered -> event(memory, now, "delivery", EventTypes.ORDER_DELIVERED,
                    now.minus(Duration.ofDays(delivered.daysAgo())), new EventData.OrderStep(SOURCE));
            default -> throw new IllegalArgumentException("No event makes it otherwise: [" + change + "]");
        };
    }

    private static CustomerEvent event(Memory memory, Instant now, String name, String type, Instant at, EventData data) {
        return new CustomerEvent(
                SOURCE + "/" + memory.customer() + "/" + now.toEpochMilli() + "/" + name, SOURCE, type, List.of(), at, data);
    }

    @Override
    public void close() {
        judge.close();
    }
}
