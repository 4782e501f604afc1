package io.rapport.action;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;

/**
 * Something an agent has to do, as people look at it.
 *
 * @param channel by which the customer is to be reached; {@link Channel#IN_PERSON} where the agent chooses
 * @param title what to do
 * @param text what to say, or why; may be empty
 * @param assignee a group or a person, {@code service} for instance
 * @param dueAt its deadline; null if it has none
 * @param reason what the agent wrote when doing or postponing it; null before
 * @param changedBy who did or postponed it; null before
 */
public record Task(
        String actionId,
        long customer,
        Channel channel,
        Purpose purpose,
        String ruleId,
        String title,
        String text,
        String assignee,
        @Nullable Instant dueAt,
        Status status,
        @Nullable String reason,
        @Nullable String changedBy,
        Instant createdAt,
        @Nullable Instant changedAt) {

    /** Where a task stands. */
    public enum Status {
        OPEN,
        /** Open, with a later deadline that an agent set. */
        POSTPONED,
        DONE,
        /** Its valid-until passed before anybody did it. */
        MISSED;

        /** The word on screens and in the API: {@code open}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "Task[" + actionId + " " + status + "]";
    }
}
