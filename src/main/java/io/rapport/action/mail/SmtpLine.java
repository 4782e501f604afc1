package io.rapport.action.mail;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.rapport.action.Door;
import io.rapport.action.Handover;
import io.rapport.action.OutboxMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;

/** One open SMTP connection, and the reading of what its end means for a message. */
final class SmtpLine implements Door.Line {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLine.class);

    private final SmtpDialogue dialogue;
    private final MailText text;
    private boolean usable = true;

    SmtpLine(SmtpDialogue dialogue, MailText text) {
        this.dialogue = dialogue;
        this.text = text;
    }

    @Override
    public Handover deliver(OutboxMessage message) {
        MimeMessage mail;
        try {
            mail = text.of(message);
        } catch (AddressException e) {
            return new Handover.Refused("The address is not one that mail can be sent to");
        } catch (MessagingException e) {
            return new Handover.Refused("No mail could be made of it: " + e.getMessage());
        }
        dialogue.beginMessage();
        try {
            dialogue.sendMessage(mail, mail.getAllRecipients());
            return new Handover.Taken();
        } catch (MessagingException | RuntimeException e) {
            usable = false;
            return meaning(answerCode(e), dialogue.isTextCompleted(), e);
        }
    }

    @Override
    public boolean isUsable() {
        return usable;
    }

    @Override
    public void close() {
        try {
            dialogue.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye: {}", e.getMessage());
        }
    }

    static Handover meaning(int answerCode, boolean textCompleted, Exception failure) {
        String reason = String.valueOf(failure.getMessage()).strip();
        if (answerCode >= 500) {
            return new Handover.Refused(reason);
        }
        if (answerCode >= 400 || !textCompleted) {
            return new Handover.NotNow(reason);
        }
        return new Handover.Uncertain("The connection ended before the mail server answered: " + reason);
    }

    /** The worst answer the server gave (RFC 5321, 4.2), 0 when it gave none. */
    private static int answerCode(Exception failure) {
        int worst = 0;
        Exception next = failure;
        while (next != null) {
            worst = Math.max(worst, switch (next) {
                case SMTPSendFailedException e -> e.getReturnCode();
                case SMTPAddressFailedException e -> e.getReturnCode();
                case SMTPSenderFailedException e -> e.getReturnCode();
                default -> 0;
            });
            next = next instanceof MessagingException e ? e.getNextException() : null;
        }
        return worst;
    }
}
