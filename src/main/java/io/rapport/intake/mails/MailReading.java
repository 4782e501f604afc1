package io.rapport.intake.mails;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.Digest;
import io.rapport.intake.Identities;
import io.rapport.intake.Malformed;
import io.rapport.intake.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;

/** Makes an event of a mail. Only what is named here is copied into it; no other header of the mail gets in. */
final class MailReading {

    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,900})>");

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    static {
        // The parser's own leniency; it reads these when it is first used.
        for (String name : List.of("multipart.ignoremissingboundaryparameter", "multipart.allowempty", "ignoreunknownencoding",
                "base64.ignoreerrors", "uudecode.ignoreerrors", "uudecode.ignoremissingbeginend")) {
            System.setProperty("mail.mime." + name, "true");
        }
        System.setProperty("mail.mime.parameters.strict", "false");
    }

    private final Session session = Session.getInstance(new Properties());

    private final Identities identities;

    private final Clock clock;

    MailReading(Identities identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    /** @throws Malformed if nobody can be said to have sent it */
    CustomerEvent read(byte[] raw, MailLimits limits) throws MessagingException, Malformed {
        var mail = new MimeMessage(session, new SharedByteArrayInputStream(raw));
        var walk = new MailText(limits);
        String read = walk.of(mail);
        var origin = new MailOrigin(mail, identities);
        boolean bounce = origin.isBounce(walk.report());
        Optional<Identity> person = bounce ? origin.unreached(walk.report(), read) : origin.sender();
        if (person.isEmpty() && !bounce) {
            throw new Malformed("a mail needs the address of its sender, found ["
                    + PlainText.oneLine(MailHeader.raw(mail, "From").replaceAll("[^<>@,;:\"]", "x"), 40) + "]");
        }
        boolean automatic = bounce || origin.isAutomatic();
        String text = limits.cutsQuotes() && !automatic ? QuotedReply.cut(read) : read;
        String subject = PlainText.bounded(MailHeader.text(mail, "Subject"), 500);
        Instant time = time(mail);
        String content = Digest.of(messageId(mail, "Message-ID"), person.map(Identity::key).orElse(""), time(mail, ""), subject,
                text);
        String id = "mail/" + content;
        var message = new EventData.Message(Channel.EMAIL, subject, PlainText.bounded(text, limits.characters()),
                thread(mail, id), walk.attachments(), automatic, null);
        return new CustomerEvent(id, "email-in", bounce ? EventTypes.EMAIL_BOUNCED : EventTypes.EMAIL_RECEIVED,
                person.stream().toList(), time, message);
    }

    /** The id of the first mail of the conversation; its own when it starts one. */
    private static String thread(MimeMessage mail, String otherwise) throws MessagingException {
        for (String header : List.of("References", "In-Reply-To", "Message-ID")) {
            String id = messageId(mail, header);
            if (!id.isEmpty()) {
                return PlainText.oneLine(id, 300);
            }
        }
        return otherwise;
    }

    private static String messageId(MimeMessage mail, String header) throws MessagingException {
        String raw = MailHeader.raw(mail, header);
        Matcher id = MESSAGE_ID.matcher(raw);
        return id.find() ? id.group(1) : header.equals("Message-ID") ? PlainText.oneLine(raw, 300) : "";
    }

    /** When it was written; when it came in, if it does not say or cannot be believed. */
    private Instant time(MimeMessage mail) throws MessagingException {
        String written = time(mail, "");
        Instant now = clock.instant();
        for (String candidate : List.of(written, receivedAt(mail))) {
            Optional<Instant> time = parsed(candidate);
            if (time.isPresent() && time.get().isAfter(EARLIEST) && time.get().isBefore(now.plus(Duration.ofDays(1)))) {
                return time.get();
            }
        }
        return now;
    }

    private static String time(MimeMessage mail, String otherwise) throws MessagingException {
        String date = MailHeader.raw(mail, "Date");
        return date.isBlank() ? otherwise : PlainText.oneLine(date, 100);
    }

    private static String receivedAt(MimeMessage mail) throws MessagingException {
        String received = PlainText.oneLine(MailHeader.raw(mail, "Received"), 2_000);
        return received.substring(received.lastIndexOf(';') + 1).strip();
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return date.isEmpty() ? Optional.empty() : Optional.of(new MailDateFormat().parse(date).toInstant());
        } catch (ParseException notADate) {
            return Optional.empty();
        }
    }
}
