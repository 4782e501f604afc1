package io.rapport.decision;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;

/**
 * The loop around the step, the only one: feeds back what a decision concluded, and plays the reviews that fall due. The live
 * engine, import, scenarios and dry run all go through it. For one thread.
 *
 * <p>What a decision concluded is remembered at once, all of it, before anything is decided again: an action that was let
 * through is not proposed a second time by the stage that moved beside it. Of bookkeeping (contacts, moves, cases) only the
 * last is decided again; complaints and withdrawn consents always are.
 */
public final class Course {

    /** How far conclusions may follow from conclusions; deeper ones are remembered and not decided. */
    private static final int DEEPEST = 8;

    private final Judge judge;

    public Course(Judge judge) {
        this.judge = judge;
    }

    /** An event that is remembered and waits to be decided, or only noted. */
    private record Due(CustomerEvent event, int depth, boolean decide) {}

    /**
     * Takes an event and every event that follows from it, in the order in which they are to be logged.
     *
     * @return the steps; the last one's memory is the new one, and its decision is the latest
     */
    public List<Step> take(Memory memory, CustomerEvent event, Context context, Instant now) {
        var first = judge.step(memory, event, context, now);
        if (first.concluded().isEmpty()) {
            return List.of(first);
        }
        var steps = new ArrayList<Step>();
        steps.add(first);
        var due = new ArrayDeque<Due>();
        var current = remember(first.memory(), first.concluded(), 1, due, context);
        while (!due.isEmpty()) {
            var next = due.removeFirst();
            var step = next.decide()
                    ? judge.decide(current, next.event(), context, now)
                    : note(current, next.event(), steps.getLast().decision());
            steps.add(step);
            current = remember(current, step.concluded(), next.depth() + 1, due, context);
        }
        if (steps.getLast().memory() != current) {
            throw new IllegalStateException("The last step remembers less than was concluded");
        }
        return List.copyOf(steps);
    }

    private static Memory remember(Memory memory, List<CustomerEvent> concluded, int depth, ArrayDeque<Due> due,
            Context context) {
        var current = memory;
        for (var i = 0; i < concluded.size(); i++) {
            var event = concluded.get(i);
            current = MemoryFold.fold(current, event, context.zone(), context.tauDays());
            var decide = i == concluded.size() - 1 || !isBookkeeping(event);
            due.addLast(new Due(event, depth, decide && depth <= DEEPEST));
        }
        return current;
    }

    private static boolean isBookkeeping(CustomerEvent event) {
        return !event.is(EventTypes.COMPLAINT_RAISED) && !event.is(EventTypes.CONSENT_WITHDRAWN);
    }

    private static Step note(Memory memory, CustomerEvent event, Decision standing) {
        return new Step(
                event, memory,
                new Decision(
                        event.id(), standing.customer(), standing.at(), standing.rulebook(), standing.snapshot(),
                        standing.conclusions(), List.of(), standing.heldBack(), standing.reviews()),
                List.of(), false);
    }

    /**
     * Plays the reviews that fall due after {@code from} and not after {@code to}, in the order of time, each as if somebody
     * had looked at once. Reviews are derived afresh after each.
     *
     * @return the steps, none when nothing fell due; the last one's memory is the new one
     */
    public List<Step> advance(Memory memory, Context context, Instant from, Instant to) {
        var looking = reviewDue(memory.customer(), List.of(), from, "");
        var reviews = judge.decide(memory, looking, context, from).decision().reviews();
        return reviews.isEmpty() ? List.of() : play(memory, context, reviews.getFirst(), to);
    }

    /**
     * The same for those who know which review comes first, from the decision that asked for it.
     *
     * @param first the next review, perhaps after {@code to}
     */
    public List<Step> play(Memory memory, Context context, Decision.Review first, Instant to) {
        var steps = new ArrayList<Step>();
        var current = memory;
        var reviews = List.of(first);
        while (!reviews.isEmpty() && !reviews.getFirst().due().isAfter(to)) {
            var review = reviews.getFirst();
            var event = reviewDue(memory.customer(), List.of(), review.due(), review.ruleId());
            steps.addAll(take(current, event, context, review.due()));
            current = steps.getLast().memory();
            reviews = steps.getLast().decision().reviews();
        }
        return steps;
    }

    /**
     * The event that says a review is due: the same customer and moment give the same id.
     *
     * @param because the rule that asked for it
     */
    public static CustomerEvent reviewDue(long customer, List<Identity> identities, Instant due, String because) {
        return new CustomerEvent(
                "review/" + customer + "/" + due.toEpochMilli(), Offspring.SOURCE, EventTypes.REVIEW_DUE, identities, due,
                new EventData.ReviewDue(due, because));
    }
}
