package io.rapport.action;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;

/**
 * One message as people look at it.
 *
 * @param recipient null when no address was known
 * @param dueAt the earliest moment of the next attempt
 * @param validUntil past this it is missed; null if it never expires
 * @param attempts how often delivery was begun
 * @param reason why it stands where it stands; null while there is nothing to say
 * @param closedAt when nothing more was to be done; null before
 */
public record OutboxMessage(
        String actionId,
        long customer,
        Channel channel,
        Purpose purpose,
        String ruleId,
        String what,
        @Nullable String recipient,
        String subject,
        String text,
        String language,
        Status status,
        Instant dueAt,
        @Nullable Instant validUntil,
        int attempts,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant closedAt) {

    /** Where a message stands. */
    public enum Status {
        /** Not due yet, or due and about to go. */
        WAITING,
        /** Waiting on a channel that somebody paused; goes on by itself when resumed. */
        HELD,
        /** A process is busy with it. */
        LEASED,
        /** The mail server took it. */
        SENT,
        /** Put into the local mailbox because no mail server is set: nobody outside got it. */
        LOCAL,
        /** Handed over, and the connection ended before the server said yes or no; never sent again by itself. */
        UNCERTAIN,
        /** Refused for good, or tried too often. */
        FAILED,
        /** Its valid-until passed first. */
        MISSED,
        /** Called back by a person. */
        RECALLED,
        /** Consent was withdrawn between the decision and the sending. */
        REFUSED;

        /** The word on screens and in the API: {@code waiting}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "OutboxMessage[" + actionId + " " + status + "]";
    }
}
