package io.rapport.action.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Date;

import io.rapport.action.OutboxMessage;
import io.rapport.facts.Purpose;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** Makes the mail of a message: plain text in UTF-8, marked as written by a machine (RFC 3834). */
final class MailText {

    private final Session session;
    private final InternetAddress sender;
    private final String unsubscribe;
    private final Clock clock;

    MailText(Session session, MailSettings settings, Clock clock) {
        this.session = session;
        this.sender = senderOf(settings);
        this.unsubscribe = settings.unsubscribe().isBlank() ? sender.getAddress() : oneLine(settings.unsubscribe());
        this.clock = clock;
    }

    /** @throws AddressException when the recipient is not one plain address */
    MimeMessage of(OutboxMessage message) throws MessagingException {
        MimeMessage mail = new WithOwnId(session, messageId(message));
        mail.setFrom(sender);
        mail.setRecipient(RecipientType.TO, recipient(message));
        mail.setSubject(oneLine(message.subject()), UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setText(message.text(), UTF_8.name());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", oneLine(message.language()));
        if (message.purpose() == Purpose.PROMOTION) {
            mail.setHeader("List-Unsubscribe", "<mailto:" + unsubscribe + "?subject=unsubscribe>");
        }
        mail.saveChanges();
        return mail;
    }

    /** The same for every attempt, so that a receiver can tell a repetition from a second mail. */
    private String messageId(OutboxMessage message) {
        String address = sender.getAddress();
        String id = message.actionId().replaceAll("[^A-Za-z0-9.-]", "-");
        return "<" + id + "@" + address.substring(address.lastIndexOf('@') + 1) + ">";
    }

    private static InternetAddress recipient(OutboxMessage message) throws AddressException {
        String address = String.valueOf(message.recipient());
        if (!address.equals(oneLine(address))) {
            throw new AddressException("An address has no line breaks");
        }
        InternetAddress recipient = new InternetAddress(address, true);
        if (recipient.isGroup() || recipient.getPersonal() != null) {
            throw new AddressException("One plain address is needed");
        }
        return recipient;
    }

    /** A line break in a header would start another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    private static InternetAddress senderOf(MailSettings settings) {
        try {
            return new InternetAddress(settings.sender(), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("rapport.action.mail.sender is no mail address: [" + settings.sender()
                    + "].\nMaybe write it like this: Rapport <service@example.org>", e);
        }
    }

    /** Jakarta Mail would make up a new id each time. */
    private static final class WithOwnId extends MimeMessage {

        private final String id;

        WithOwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
