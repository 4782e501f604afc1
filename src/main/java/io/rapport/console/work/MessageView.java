package io.rapport.console.work;

import java.time.Instant;
import java.util.Objects;

import io.rapport.action.OutboxMessage;
import io.rapport.console.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox.
 *
 * @param recipient the address, null when none is known
 * @param dueAt the earliest moment of the next attempt
 * @param validUntil past this it is missed, null if it never expires
 * @param reason why it stands where it stands, empty while there is nothing to say
 * @param closedAt when nothing more was to be done, null before
 */
public record MessageView(
        String id,
        long customer,
        String status,
        String channel,
        String purpose,
        String template,
        String rule,
        @Nullable String recipient,
        String subject,
        String text,
        String language,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant validUntil,
        int attempts,
        String reason,
        @Nullable Instant closedAt) {

    public static MessageView of(OutboxMessage message, Wording wording) {
        return new MessageView(
                message.actionId(),
                message.customer(),
                message.status().word(),
                message.channel().word(),
                message.purpose().word(),
                message.what(),
                message.ruleId(),
                message.recipient(),
                message.subject(),
                message.text(),
                message.language(),
                message.createdAt(),
                message.dueAt(),
                message.validUntil(),
                message.attempts(),
                wording.reason(Objects.requireNonNullElse(message.reason(), "")),
                message.closedAt());
    }
}
