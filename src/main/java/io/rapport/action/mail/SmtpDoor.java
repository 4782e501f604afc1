package io.rapport.action.mail;

import java.time.Clock;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.rapport.action.Door;
import io.rapport.facts.Channel;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;

/**
 * The mail server of {@code spring.mail.*}. It speaks SMTP itself instead of calling the sender's {@code send}, because only
 * the dialogue tells a message that nobody has from one that somebody may have.
 */
final class SmtpDoor implements Door {

    private final JavaMailSenderImpl server;
    private final Session session;
    private final MailText text;

    SmtpDoor(JavaMailSenderImpl server, MailSettings settings, Clock clock) {
        this.server = server;
        this.session = withTimeouts(server, settings);
        this.text = new MailText(session, settings, clock);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Line open() throws Closed {
        SmtpDialogue dialogue = new SmtpDialogue(session, new URLName(protocol(server), server.getHost(), server.getPort(),
                null, server.getUsername(), server.getPassword()));
        try {
            dialogue.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        } catch (MessagingException e) {
            throw new Closed("No mail server answers at [" + server.getHost() + ":" + server.getPort() + "] ("
                    + e.getMessage() + ").\nMaybe check spring.mail.host, port, username and password.", e);
        }
        return new SmtpLine(dialogue, text);
    }

    /** Jakarta Mail waits for ever unless told otherwise. */
    private static Session withTimeouts(JavaMailSenderImpl server, MailSettings settings) {
        Properties properties = new Properties();
        properties.putAll(server.getJavaMailProperties());
        String prefix = "mail." + protocol(server) + ".";
        String millis = String.valueOf(settings.timeout().toMillis());
        properties.putIfAbsent(prefix + "connectiontimeout", millis);
        properties.putIfAbsent(prefix + "timeout", millis);
        properties.putIfAbsent(prefix + "writetimeout", millis);
        return Session.getInstance(properties);
    }

    private static String protocol(JavaMailSenderImpl server) {
        @Nullable String set = server.getProtocol();
        return set == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : set;
    }
}
