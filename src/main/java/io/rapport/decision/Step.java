package io.rapport.decision;

import java.util.List;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.Memory;

/**
 * One event, taken.
 *
 * @param noted the event with what was understood of it (product lines, topics): this is what is logged
 * @param memory all that is remembered now
 * @param decision what was decided; for an event that was only taken note of, the conclusions that stand, without actions
 * @param concluded events that follow from the decision, in the order in which they are to be logged
 * @param decided false for an event that was only taken note of: its decision says nothing new and need not be stored
 */
public record Step(
        CustomerEvent noted, Memory memory, Decision decision, List<CustomerEvent> concluded, boolean decided) {

    /** The same, once what the decision understood of the event is remembered too. */
    Step remembering(Memory understood) {
        return new Step(noted, understood, decision, concluded, decided);
    }

    public Step {
        concluded = List.copyOf(concluded);
    }
}
