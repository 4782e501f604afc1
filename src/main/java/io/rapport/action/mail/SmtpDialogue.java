package io.rapport.action.mail;

import java.io.IOException;

import org.eclipse.angus.mail.smtp.SMTPTransport;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;

/** An SMTP connection that remembers whether the text of a message was completed: from then on the receiver may have it. */
final class SmtpDialogue extends SMTPTransport {

    private boolean textCompleted;

    SmtpDialogue(Session session, URLName server) {
        super(session, server, server.getProtocol(), "smtps".equals(server.getProtocol()));
    }

    void beginMessage() {
        textCompleted = false;
    }

    /** True from the final dot on, whatever the answer to it was. */
    boolean isTextCompleted() {
        return textCompleted;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        textCompleted = true;
        super.finishData();
    }

    @Override
    protected void finishBdat() throws IOException, MessagingException {
        textCompleted = true;
        super.finishBdat();
    }
}
