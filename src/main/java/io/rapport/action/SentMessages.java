package io.rapport.action;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.rapport.intake.SentMails;

/** The outbox as the memory of what we wrote; the id of a mail of ours begins with the id of its action. */
@Component
final class SentMessages implements SentMails {

    private static final int LONGEST_ID = 200;

    private final Rows rows;

    SentMessages(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> textOf(String messageId) {
        int at = messageId.lastIndexOf('@');
        if (at < 1 || at > LONGEST_ID) {
            return Optional.empty();
        }
        return rows.read(session -> Optional.ofNullable(session.get(OutboxRow.class, messageId.substring(0, at)))
                .map(row -> row.subject + "\n" + row.text));
    }
}
