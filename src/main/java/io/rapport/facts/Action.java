package io.rapport.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done for a customer, proposed by a rule and let through by arbitration.
 *
 * @param id hash of (event, rule, action, recipient, occasion), without the rulebook version; key of the outbox
 * @param kind a message to the customer or a task for an agent
 * @param what the template or the task's title
 * @param channel by which a message leaves; {@link Channel#IN_PERSON} for a task
 * @param assignee who does the task; empty for a message
 * @param occasion what makes it once: used up together with the rule's id
 * @param notBefore earliest moment, after quiet hours
 * @param quiet hours in which the message does not leave, whenever it is tried; empty for a task
 * @param dueAt deadline of a task, null for a message
 * @param validUntil past this it is recorded as missed, null if it never expires
 * @param values for the template: {@code name}, {@code order} and the like
 */
public record Action(
        String id,
        long customer,
        Kind kind,
        String what,
        Channel channel,
        Purpose purpose,
        String assignee,
        String occasion,
        Instant notBefore,
        List<QuietHours> quiet,
        @Nullable Instant dueAt,
        @Nullable Instant validUntil,
        Map<String, String> values,
        Reason reason) {

    /** A message leaves by a channel; a task waits for an agent. */
    public enum Kind {
        MESSAGE,
        TASK
    }

    public Action {
        values = Map.copyOf(values);
        quiet = List.copyOf(quiet);
    }

    @Override
    public String toString() {
        return "Action[" + id + " " + what + "]";
    }
}
