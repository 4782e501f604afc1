package io.rapport.intake.mails;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.facts.EventData.DeliveryReport;
import io.rapport.facts.EventData.DeliveryReport.Outcome;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.Identities;
import io.rapport.intake.Malformed;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;

/** What a mail reports of our own mails: bounces, complaints, delays and deliveries, one for each recipient. */
final class MailReports {

    /** One mail of ours goes to one address; a list behind it may have more. More than these are forged. */
    static final int MOST_RECIPIENTS = 100;

    private static final Pattern QMAIL = Pattern.compile("(?m)^<([^<>\\s]{1,320})>:");

    /** Where mailbox providers put the recipient when the mail came back to them. */
    private static final List<String> RECIPIENT_HEADERS = List.of("x-hmxmroriginalrecipient", "x-original-to", "x-rcpt-to",
            "delivered-to", "to");

    private final Part mail;

    private final MailText parts;

    private final Identities identities;

    MailReports(Part mail, MailText parts, Identities identities) {
        this.mail = mail;
        this.parts = parts;
        this.identities = identities;
    }

    /** @throws Malformed if it names more recipients than one mail can have */
    List<DeliveryReport> of(MailOrigin origin, String text) throws MessagingException, Malformed {
        List<DeliveryReport> told = parts.reports();
        if (told.isEmpty() && origin.isBounce()) {
            told = List.of(new DeliveryReport(unreached(text), BounceWords.bounce("", text), BounceWords.status(text), "", ""));
        }
        var reports = new LinkedHashMap<String, DeliveryReport>();
        for (DeliveryReport report : told) {
            DeliveryReport whole = completed(report);
            reports.putIfAbsent(whole.recipient(), whole);
            if (reports.size() > MOST_RECIPIENTS) {
                throw new Malformed("a delivery report names at most " + MOST_RECIPIENTS + " recipients, this one names more");
            }
        }
        return List.copyOf(reports.values());
    }

    private DeliveryReport completed(DeliveryReport report) throws MessagingException {
        String recipient = email(report.recipient().isEmpty() ? returnedTo() : report.recipient());
        return new DeliveryReport(recipient, report.outcome(), report.status(), report.reason(), messageId());
    }

    private String returnedTo() throws MessagingException {
        String failed = MailHeader.raw(mail, "X-Failed-Recipients");
        return failed.isBlank()
                ? RECIPIENT_HEADERS.stream().map(name -> parts.returned().getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst().orElse("")
                : failed;
    }

    private String messageId() {
        Map<String, String> returned = parts.returned();
        String id = returned.getOrDefault("message-id", "").strip();
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }

    private String unreached(String text) {
        Matcher told = QMAIL.matcher(text);
        return told.find() ? told.group(1) : "";
    }

    private String email(String written) {
        return new MailAddresses(identities).of(written).stream().findFirst().map(Identity::value).orElse("");
    }

    /** The type of event that a report becomes. */
    static String type(Outcome outcome) {
        return switch (outcome) {
            case HARD_BOUNCE, SOFT_BOUNCE -> EventTypes.EMAIL_BOUNCED;
            case COMPLAINT -> EventTypes.EMAIL_COMPLAINED;
            case DELAYED -> EventTypes.EMAIL_DELAYED;
            case DELIVERED -> EventTypes.EMAIL_DELIVERED;
        };
    }
}
