package io.rapport.intake.mails;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.rapport.facts.EventData.DeliveryReport;
import io.rapport.facts.EventData.DeliveryReport.Outcome;
import io.rapport.intake.PlainText;

/**
 * What a mail server tells of a delivery in sentences, as most did before RFC 3464 and some do now. Every address above the copy
 * of our mail is looked at: those that begin a line or follow a word for recipient, else the first one named.
 */
final class ReportText {

    private static final int LONGEST = 50_000;

    private static final int LINES_OF_REASON = 8;

    private static final int LINES_OF_A_HEADER = 100;

    private static final int LONGEST_REASON = 300;

    private static final List<String> NEVER_A_CUSTOMER = List.of("postmaster@", "mailer-daemon@", "abuse@", "hostmaster@");

    private final List<String> lines;

    /** What the copy of our mail says of whom it was for: all that some servers tell. */
    private final String recipientOfTheCopy;

    private final String all;

    private final Set<String> notTheRecipient;

    /** @param notTheRecipient addresses of ours and of the server, in lower case */
    ReportText(String subject, String text, Set<String> notTheRecipient) {
        String bounded = PlainText.bounded(text, LONGEST);
        this.lines = aboveTheCopy(bounded);
        this.recipientOfTheCopy = bounded.lines().skip(lines.size()).limit(LINES_OF_A_HEADER)
                .filter(line -> line.regionMatches(true, 0, "To:", 0, 3)).findFirst().orElse("").toLowerCase(Locale.ROOT);
        this.all = (subject + "\n" + String.join("\n", lines)).toLowerCase(Locale.ROOT);
        this.notTheRecipient = notTheRecipient;
    }

    /** Whether it speaks of a delivery at all. */
    boolean isReport() {
        String beginning = PlainText.bounded(all, 3_000);
        return BounceWords.mentions("bounce", beginning) || isDelayed() || isDelivered();
    }

    /** Whether its subject says that a mail was given up: enough where the sender is not known for a mail server. */
    boolean isReportBySubject() {
        return BounceWords.mentions("bounce", firstLine());
    }

    /** One for each recipient; one without a recipient if none is named. */
    List<DeliveryReport> reports() {
        Map<String, Integer> recipients = recipients();
        if (recipients.isEmpty()) {
            int at = recipientOfTheCopy.indexOf('@');
            String address = at < 0 ? "" : addressAround(recipientOfTheCopy, at);
            return List.of(report(isCustomers(address) ? address : "", all, all));
        }
        List<DeliveryReport> reports = new ArrayList<>();
        boolean alone = recipients.size() == 1;
        recipients.forEach((address, line) -> reports.add(report(address, reason(line, recipients), alone ? all : "")));
        return reports;
    }

    /** What it says about that recipient. */
    DeliveryReport of(String recipient) {
        Map<String, Integer> recipients = recipients();
        Integer line = recipients.get(recipient);
        return report(recipient, line == null ? all : reason(line, recipients), all);
    }

    /** @param context what is said of this recipient and others alike; empty if the others have words of their own */
    private DeliveryReport report(String recipient, String reason, String context) {
        String ownStatus = BounceWords.status(reason);
        String status = ownStatus.isEmpty() ? BounceWords.status(context) : ownStatus;
        Outcome outcome = isDelayed()
                ? Outcome.DELAYED
                : isDelivered() ? Outcome.DELIVERED : BounceWords.bounce(status, reason, context);
        return new DeliveryReport(recipient, outcome, status, PlainText.oneLine(reason, LONGEST_REASON), "");
    }

    private boolean isDelayed() {
        return BounceWords.mentions("delayed", PlainText.bounded(all, 1_500)) && !BounceWords.mentions("bounce", firstLine());
    }

    private boolean isDelivered() {
        return BounceWords.mentions("delivered", firstLine()) && !BounceWords.mentions("bounce", firstLine());
    }

    private String firstLine() {
        int end = all.indexOf('\n');
        return end < 0 ? all : all.substring(0, end);
    }

    /** The addresses and the lines where they stand. */
    private Map<String, Integer> recipients() {
        Map<String, Integer> named = new LinkedHashMap<>();
        Map<String, Integer> mentioned = new LinkedHashMap<>();
        for (int i = 0; i < lines.size() && named.size() <= MailReports.MOST_RECIPIENTS; i++) {
            String line = lines.get(i);
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.contains("message-id") || lower.contains("message id")) {
                continue;
            }
            for (int at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
                String address = addressAround(lower, at);
                if (isCustomers(address)) {
                    (isNamed(lower, lower.indexOf(address)) ? named : mentioned).putIfAbsent(address, i);
                }
            }
        }
        if (named.isEmpty() && !mentioned.isEmpty()) {
            Map.Entry<String, Integer> first = mentioned.entrySet().iterator().next();
            named.put(first.getKey(), first.getValue());
        }
        return named;
    }

    private boolean isCustomers(String address) {
        return address.indexOf('@') > 0 && address.indexOf('@') < address.length() - 1 && !notTheRecipient.contains(address)
                && NEVER_A_CUSTOMER.stream().noneMatch(address::startsWith);
    }

    /** Whether nothing stands before it but signs or a word for recipient. */
    private static boolean isNamed(String line, int at) {
        String before = line.substring(Math.max(0, at - 60), at).strip();
        int end = before.length();
        while (end > 0 && "<([\"'*-:：（•·> \t".indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 || MailWords.of("recipient").stream().anyMatch(before.substring(0, end)::endsWith);
    }

    private static String addressAround(String line, int at) {
        int from = at;
        int to = at + 1;
        while (from > 0 && at - from < 64 && isOfAddress(line.charAt(from - 1))) {
            from--;
        }
        while (to < line.length() && to - at < 255 && isOfDomain(line.charAt(to))) {
            to++;
        }
        while (to > at + 1 && (line.charAt(to - 1) == '.' || line.charAt(to - 1) == '-')) {
            to--;
        }
        String address = line.substring(from, to);
        return address.startsWith("mailto") ? "" : address;
    }

    private static boolean isOfAddress(char character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || "._%+-=~!#$&*/?^`{|}".indexOf(character) >= 0);
    }

    private static boolean isOfDomain(char character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || character == '.' || character == '-');
    }

    /** From the recipient's line to the next recipient's, a few lines at most. */
    private String reason(int from, Map<String, Integer> recipients) {
        var reason = new StringBuilder(lines.get(from));
        for (int i = from + 1; i < Math.min(from + LINES_OF_REASON, lines.size()) && !recipients.containsValue(i); i++) {
            reason.append(' ').append(lines.get(i).strip());
        }
        return PlainText.bounded(reason.toString(), 2_000);
    }

    private static List<String> aboveTheCopy(String text) {
        List<String> above = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String words = line.length() > 200 ? "" : line.toLowerCase(Locale.ROOT).strip();
            boolean decorated = words.startsWith("--") || words.startsWith("==") || words.startsWith("__") || words.endsWith(":")
                    || words.endsWith("：");
            if (decorated && BounceWords.mentions("copy", words) && !above.isEmpty()) {
                return above;
            }
            above.add(line.length() > 2_000 ? line.substring(0, 2_000) : line);
        }
        return above;
    }
}
