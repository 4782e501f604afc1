package io.rapport.intake.mails;

import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.DeliveryReport;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.Digest;
import io.rapport.intake.Identities;
import io.rapport.intake.Malformed;
import io.rapport.intake.PlainText;
import io.rapport.intake.QueueUnavailable;
import io.rapport.intake.SentMails;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;

/** Makes an event of a mail. Only what is named here is copied into it; no other header of the mail gets in. */
final class MailReading {

    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,900})>");

    private static final int LONGEST_PREFIX = 4;

    private static final int LATEST_REFERENCES = 1_000;

    private static final int MOST_ANSWERED = 5;

    private static final String SOURCE = "email-in";

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

    /** The address that our own mails come from. */
    private final List<Identity> own;

    private final Clock clock;

    private final SentMails sent;

    MailReading(Identities identities, String ownSender, SentMails sent, Clock clock) {
        this.sent = sent;
        this.identities = identities;
        this.own = new MailAddresses(identities).of(ownSender);
        this.clock = clock;
    }

    /**
     * One event for a message, without a person if a mail server or we ourselves wrote it; for a report of our own mails one for each recipient, so that each customer has his own.
     *
     * @throws Malformed if nobody can be said to have sent it
     */
    List<CustomerEvent> read(byte[] raw, MailLimits limits) throws MessagingException, IOException, Malformed {
        var mail = new MimeMessage(session, new SharedByteArrayInputStream(raw));
        var walk = new MailText(limits);
        String read = walk.of(mail);
        var origin = new MailOrigin(mail, identities);
        List<DeliveryReport> reports = new MailReports(mail, walk, identities, own).of(origin, read);
        if (!reports.isEmpty()) {
            String content = content(mail);
            Instant time = time(mail);
            return reports.stream().map(report -> event(content, time, report)).toList();
        }
        Optional<Identity> sender = origin.sender(limits.trustsReplyTo());
        boolean byForm = limits.trustsReplyTo() && !MailHeader.raw(mail, "Reply-To").isBlank();
        boolean isNobody = origin.isFromServer() || origin.isReport("feedback-report") || !byForm && origin.isFromUnread()
                || sender.filter(own::contains).isPresent();
        if (sender.isEmpty() && !isNobody) {
            throw new Malformed(origin.authors() > 1
                    ? "a mail has one sender, this one names [" + origin.authors() + "] of them"
                    : "a mail needs the address of its sender, found ["
                            + PlainText.oneLine(MailHeader.raw(mail, "From").replaceAll("[^<>@,;:\"]", "x"), 40) + "]");
        }
        List<Identity> person = isNobody ? List.of() : sender.stream().toList();
        String text = limits.cutsQuotes() ? written(mail, walk, read, limits) : read;
        boolean automatic = isNobody || origin.isAutomatic() || walk.isCalendarAnswer() && text.isBlank()
                || !byForm && origin.isAutomaticByText(text);
        String id = "mail/" + content(mail);
        var message = new EventData.Message(Channel.EMAIL, PlainText.bounded(MailHeader.text(mail, "Subject"), 500),
                PlainText.bounded(text, limits.characters()), thread(mail, id), walk.attachments(), automatic, null);
        return List.of(new CustomerEvent(id, SOURCE, EventTypes.EMAIL_RECEIVED, person, time(mail), message));
    }

    /** Without the earlier mails; nothing if there is nothing else and the earlier mail is ours. */
    private String written(MimeMessage mail, MailText walk, String read, MailLimits limits) throws MessagingException {
        List<String> ours = addressesOfOurs(mail);
        boolean answer = isAnswer(mail);
        Predicate<String> isOurs = head -> answer || ours.stream().anyMatch(head.toLowerCase(Locale.ROOT)::contains);
        String text = PlainText.bounded(read, 2 * limits.characters());
        if (walk.isOnlyQuotes() && isOurs.test(PlainText.bounded(text, 1_000))) {
            return "";
        }
        return withoutOurs(mail, QuotedReply.cut(text, isOurs));
    }

    /** A mail program that marks nothing repeats our mail as if the customer had written it. */
    private String withoutOurs(MimeMessage mail, String text) throws MessagingException {
        String left = text;
        for (String answered : answered(mail)) {
            Optional<String> ours = sent(answered);
            left = ours.isPresent() ? OwnWords.without(ours.get(), left) : left;
        }
        return left;
    }

    /** @throws QueueUnavailable if it cannot be looked up now: no fault of the mail, which is read again */
    private Optional<String> sent(String messageId) {
        try {
            return sent.textOf(messageId);
        } catch (RuntimeException e) {
            throw new QueueUnavailable("what we sent cannot be looked up", e);
        }
    }

    /** The ids of the mails that are answered, the latest ones. */
    private static Set<String> answered(MimeMessage mail) throws MessagingException {
        Set<String> ids = new LinkedHashSet<>();
        for (String header : List.of("In-Reply-To", "References")) {
            String raw = MailHeader.raw(mail, header);
            Matcher id = MESSAGE_ID.matcher(raw.substring(Math.max(0, raw.length() - LATEST_REFERENCES)));
            while (id.find() && ids.size() < MOST_ANSWERED) {
                ids.add(id.group(1));
            }
        }
        return ids;
    }

    private List<String> addressesOfOurs(MimeMessage mail) throws MessagingException {
        List<Identity> ours = new ArrayList<>(own);
        for (String header : List.of("To", "Cc", "Delivered-To")) {
            ours.addAll(new MailAddresses(identities).of(MailHeader.raw(mail, header)));
        }
        return ours.stream().map(Identity::value).toList();
    }

    /** Whether it answers a mail, rather than sending one on: "Re:", "AW:", "回复:" and the like. */
    private static boolean isAnswer(MimeMessage mail) throws MessagingException {
        String subject = MailHeader.text(mail, "Subject").toLowerCase(Locale.ROOT).replace('：', ':');
        int colon = subject.indexOf(':');
        String prefix = colon < 0 ? "" : subject.substring(0, colon).strip();
        return !MailWords.of("forwarded").contains(prefix)
                && (!prefix.isEmpty() && prefix.length() <= LONGEST_PREFIX || !MailHeader.raw(mail, "In-Reply-To").isBlank());
    }

    private CustomerEvent event(String content, Instant time, DeliveryReport report) {
        List<Identity> recipient = report.recipient().isEmpty()
                ? List.of()
                : List.of(new Identity(Identity.Kind.EMAIL, report.recipient()));
        return new CustomerEvent("mail/" + Digest.of(content, report.recipient()), SOURCE, MailReports.type(report.outcome()),
                recipient, time, report);
    }

    /** Names the mail as it was sent: what is on the way added to its header, and how we read it, make no other mail of it. */
    private static String content(MimeMessage mail) throws MessagingException, IOException {
        byte[] body;
        try (InputStream raw = mail.getRawInputStream()) {
            body = raw.readAllBytes();
        }
        return Digest.of(messageId(mail, "Message-ID"), MailHeader.raw(mail, "From"), time(mail, ""),
                MailHeader.raw(mail, "Subject"), Digest.of(body));
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
