package io.rapport.intake.mails;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.facts.EventData.DeliveryReport;
import io.rapport.facts.EventData.DeliveryReport.Outcome;
import io.rapport.intake.PlainText;

/**
 * What mail servers (RFC 3464) and mailbox providers (RFC 5965) report in fields, one report for each recipient. Reading looks
 * once at each character: such reports are easily forged.
 */
final class ReportFields {

    private static final int LONGEST_VALUE = 1_000;

    private static final List<String> BEGIN_ANOTHER = List.of("final-recipient", "original-recipient", "action");

    private ReportFields() {}

    /** @param status the text of a {@code message/delivery-status} */
    static List<DeliveryReport> ofDelivery(String status) {
        List<DeliveryReport> reports = new ArrayList<>();
        for (Map<String, String> fields : groups(status)) {
            String recipient = address(fields.getOrDefault("original-recipient", ""));
            if (recipient.isEmpty()) {
                recipient = address(fields.getOrDefault("final-recipient", ""));
            }
            String action = fields.getOrDefault("action", "").toLowerCase(Locale.ROOT);
            if (recipient.isEmpty() && action.isEmpty()) {
                continue;
            }
            String reason = withoutType(fields.getOrDefault("diagnostic-code", ""));
            String code = BounceWords.status(fields.getOrDefault("status", "") + " " + reason);
            reports.add(new DeliveryReport(recipient, outcome(action, code, reason), code, reason, ""));
        }
        return reports;
    }

    /** @param feedback the text of a {@code message/feedback-report}; nothing comes of it if the reader did not complain */
    static List<DeliveryReport> ofFeedback(String feedback) {
        List<DeliveryReport> reports = new ArrayList<>();
        String type = "";
        List<String> recipients = new ArrayList<>();
        for (String line : feedback.lines().toList()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = colon < 0 ? "" : bounded(line.substring(colon + 1));
            if (name.equals("feedback-type")) {
                type = value.toLowerCase(Locale.ROOT);
            } else if (name.equals("original-rcpt-to") || name.equals("removal-recipient")) {
                recipients.add(address(value));
            }
        }
        if (!List.of("abuse", "fraud", "virus", "other", "opt-out", "opt-out-list", "miscategorized", "").contains(type)) {
            return List.of();
        }
        for (String recipient : recipients.isEmpty() ? List.of("") : recipients) {
            reports.add(new DeliveryReport(recipient, Outcome.COMPLAINT, "", type, ""));
        }
        return reports;
    }

    /** The fields of the first group: the header of a mail that came back. */
    static Map<String, String> header(String text) {
        List<Map<String, String>> groups = groups(text.stripLeading());
        return groups.isEmpty() ? Map.of() : groups.getFirst();
    }

    /** Groups of fields, parted by empty lines, or by a recipient's field that comes again; names in lower case. */
    private static List<Map<String, String>> groups(String text) {
        List<Map<String, String>> groups = new ArrayList<>();
        Map<String, String> group = new HashMap<>();
        String name = "";
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                group = closed(group, groups);
                name = "";
            } else if (Character.isWhitespace(line.charAt(0)) && !name.isEmpty()) {
                String before = group.getOrDefault(name, "");
                if (before.length() < LONGEST_VALUE) {
                    group.put(name, bounded(before + " " + bounded(line)));
                }
            } else if (colon > 0) {
                name = bounded(line.substring(0, colon)).toLowerCase(Locale.ROOT);
                if (group.containsKey(name) && BEGIN_ANOTHER.contains(name)) {
                    group = closed(group, groups);
                }
                group.putIfAbsent(name, bounded(line.substring(colon + 1)));
            }
        }
        closed(group, groups);
        return groups;
    }

    private static Map<String, String> closed(Map<String, String> group, List<Map<String, String>> groups) {
        if (group.isEmpty()) {
            return group;
        }
        groups.add(group);
        return new HashMap<>();
    }

    private static Outcome outcome(String action, String status, String reason) {
        return switch (action) {
            case "delayed" -> Outcome.DELAYED;
            case "delivered", "relayed", "expanded" -> Outcome.DELIVERED;
            default -> action.isEmpty() && status.startsWith("2.") ? Outcome.DELIVERED : BounceWords.bounce(status, reason, "");
        };
    }

    /** An address as such reports write it: {@code rfc822; <anna@example.org>}. */
    private static String address(String value) {
        String bare = withoutType(value);
        int open = bare.indexOf('<');
        int close = bare.indexOf('>', open + 1);
        return open >= 0 && close > open ? bare.substring(open + 1, close).strip() : bare;
    }

    private static String withoutType(String value) {
        int semicolon = value.indexOf(';');
        return semicolon > 0 && semicolon < 20 ? value.substring(semicolon + 1).strip() : value;
    }

    private static String bounded(String value) {
        return PlainText.oneLine(value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value, LONGEST_VALUE);
    }
}
