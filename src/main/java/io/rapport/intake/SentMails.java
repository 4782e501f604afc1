package io.rapport.intake;

import java.util.Optional;

/** What we wrote: an answer may repeat it without any mark, and then it must not be read as the customer's words. */
public interface SentMails {

    /**
     * Subject and text of a mail of ours.
     *
     * @param messageId without angle brackets; empty if it is none of ours
     */
    Optional<String> textOf(String messageId);
}
