package io.rapport.policy.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.decision.Step;
import io.rapport.facts.Action;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.policy.wording.UnclearStep;
import org.jspecify.annotations.Nullable;

/** One customer of a scenario: what is still to be told about him, and every step that was taken. */
final class Person {

    private final String name;
    private final List<CustomerEvent> known = new ArrayList<>();
    private final List<CustomerEvent> expected = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Memory memory;
    private @Nullable Instant livedUntil;

    Person(String name, long number) {
        this.name = name;
        this.memory = Memory.blank(number);
    }

    String name() {
        return name;
    }

    Identity identity() {
        return new Identity(Identity.Kind.ACCOUNT, name.toLowerCase(Locale.ROOT).replace(' ', '.'));
    }

    Memory memory() {
        return memory;
    }

    boolean hasLived() {
        return livedUntil != null;
    }

    /** A state of affairs that no event of the scenario tells, such as the value that ranks him 10th. */
    void is(UnaryOperator<Memory> state) {
        if (livedUntil != null) {
            throw new UnclearStep("[" + name + "] has already acted", "put this line above what happens.");
        }
        memory = state.apply(memory);
    }

    void expects(CustomerEvent event) {
        expected.add(event);
    }

    /** Something undated, which is so before the first dated thing still to be told. */
    void has(CustomerEvent fact) {
        known.add(fact);
    }

    /** Plays what was told in the order of time, and the reviews that fall due on the way. */
    void live(Course course, Context context, Instant until) {
        var inOrder = expected.stream().sorted(Comparator.comparing(CustomerEvent::time)).toList();
        expected.clear();
        var start = livedUntil != null ? livedUntil : inOrder.isEmpty() ? until : inOrder.getFirst().time();
        var facts = List.copyOf(known);
        known.clear();
        for (var fact : facts) {
            pass(course, context, start);
            note(course.take(memory, at(fact, start), context, start));
        }
        for (var event : inOrder) {
            pass(course, context, event.time());
            note(course.take(memory, event, context, event.time()));
        }
        pass(course, context, until);
    }

    /** An event that comes late: it counts for its own day and is decided as of now. */
    void learns(Course course, Context context, CustomerEvent event, Instant now) {
        live(course, context, now);
        note(course.take(memory, event, context, now));
    }

    /** Nobody looks until a moment; then the review that is overdue by then is played, late. */
    void sleep(Course course, Context context, Instant until) {
        var overdue = decision().reviews().stream().filter(review -> !review.due().isAfter(until)).findFirst();
        livedUntil = until;
        overdue.ifPresent(review -> note(course.take(memory,
                Course.reviewDue(memory.customer(), List.of(identity()), review.due(), review.ruleId()), context, until)));
    }

    private static CustomerEvent at(CustomerEvent fact, Instant time) {
        return new CustomerEvent(fact.id(), fact.source(), fact.type(), fact.identities(), time, fact.data());
    }

    private void pass(Course course, Context context, Instant to) {
        var from = livedUntil;
        if (from != null && to.isBefore(from)) {
            throw new UnclearStep("[" + to + "] is told too late: [" + name + "] has lived until [" + from + "]",
                    "tell the past in the order it happened, before the clock moves.");
        }
        if (from != null && to.isAfter(from)) {
            note(course.advance(memory, context, from, to));
        }
        livedUntil = to;
    }

    private void note(List<Step> taken) {
        steps.addAll(taken);
        if (!taken.isEmpty()) {
            memory = taken.getLast().memory();
        }
    }

    /** What was decided last. */
    Decision decision() {
        if (steps.isEmpty()) {
            throw new UnclearStep("Nothing has happened to [" + name + "] yet", "say: " + name + " is looked at again.");
        }
        return steps.getLast().decision();
    }

    List<Step> steps() {
        return steps;
    }

    /** Every event: told, understood by the step, or concluded by it. */
    Stream<CustomerEvent> events() {
        return steps.stream().map(Step::noted);
    }

    Stream<Action> actions(Action.Kind kind) {
        return steps.stream().flatMap(step -> step.decision().actions().stream()).filter(action -> action.kind() == kind);
    }

    Stream<Decision.HeldBack> heldBack() {
        return steps.stream().flatMap(step -> step.decision().heldBack().stream());
    }
}
