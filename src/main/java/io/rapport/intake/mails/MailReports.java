package io.rapport.intake.mails;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** Outlook.com sends the mail that was called spam back, without a feedback report, with this in its header. */
    private static final String COMPLAINED = "x-hmxmroriginalrecipient";

    /** Where mailbox providers put the recipient when the mail came back to them. */
    private static final List<String> RECIPIENT_HEADERS = List.of(COMPLAINED, "x-original-to", "x-rcpt-to",
            "delivered-to", "to");

    private final Part mail;

    private final MailText parts;

    private final Identities identities;

    private final List<Identity> own;

    /** @param own the addresses that our mails come from */
    MailReports(Part mail, MailText parts, Identities identities, List<Identity> own) {
        this.own = own;
        this.mail = mail;
        this.parts = parts;
        this.identities = identities;
    }

    /** @throws Malformed if it names more recipients than one mail can have */
    List<DeliveryReport> of(MailOrigin origin, String text) throws MessagingException, Malformed {
        List<DeliveryReport> told = parts.reports().isEmpty() ? inSentences(origin, text) : parts.reports();
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

    private DeliveryReport completed(DeliveryReport report) {
        String recipient = email(report.recipient().isEmpty() ? returnedTo() : report.recipient());
        return new DeliveryReport(recipient, report.outcome(), report.status(), report.reason(), messageId());
    }

    private String returnedTo() {
        return RECIPIENT_HEADERS.stream().map(name -> parts.returned().getOrDefault(name, "")).filter(value -> !value.isEmpty())
                .findFirst().orElse("");
    }

    private String messageId() {
        Map<String, String> returned = parts.returned();
        String id = returned.getOrDefault("message-id", "").strip();
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }

    private List<DeliveryReport> inSentences(MailOrigin origin, String text) throws MessagingException {
        if (parts.returned().containsKey(COMPLAINED)) {
            return List.of(new DeliveryReport("", Outcome.COMPLAINT, "", "", ""));
        }
        boolean certain = origin.isBounce();
        if (!certain && !origin.isFromServer() && !origin.isFromNobody()) {
            return List.of();
        }
        var told = new ReportText(MailHeader.text(mail, "Subject"), text, notTheRecipient());
        List<Identity> failed = new MailAddresses(identities).of(MailHeader.raw(mail, "X-Failed-Recipients"));
        if (!failed.isEmpty()) {
            return failed.stream().map(recipient -> told.of(recipient.value())).toList();
        }
        return certain || told.isReportBySubject() || origin.isFromServer() && told.isReport() ? told.reports() : List.of();
    }

    /** We, to whom it is told, and the server that tells it. */
    private Set<String> notTheRecipient() throws MessagingException {
        Set<String> others = new HashSet<>();
        own.forEach(identity -> others.add(identity.value()));
        for (String header : List.of("To", "From", "Cc", "Delivered-To")) {
            new MailAddresses(identities).of(MailHeader.raw(mail, header)).forEach(identity -> others.add(identity.value()));
        }
        return others;
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
