package io.rapport.intake.mails;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.facts.EventData.DeliveryReport.Outcome;

/** Whether a bounce is final, by its enhanced status code (RFC 3463), its SMTP code and the words around. */
final class BounceWords {

    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");

    private static final Pattern SMTP = Pattern.compile("(?<![\\d.])([45])\\d\\d(?=[ \\-#:])");

    private static final int LOOKED_AT = 2_000;

    /** Said of a mailbox or a domain that there is not. */
    private static final List<String> UNKNOWN = List.of("user unknown", "unknown user", "no such user", "no such recipient",
            "no such mailbox", "mailbox unavailable", "mailbox not found", "does not exist", "doesn't exist", "do not exist",
            "unknown recipient", "recipient unknown", "invalid recipient", "recipient address rejected", "not listed in",
            "unrouteable", "unroutable", "no mailbox", "not found", "account that you tried to reach is disabled",
            "account is disabled", "account has been disabled", "inactive", "no longer", "unknown address", "address unknown",
            "addressee unknown", "non-existent", "nonexistent", "host unknown", "domain not found", "invalid mailbox",
            "not a valid", "user not found", "不存在", "无此用户", "用户不存在", "не существует", "unbekannt", "inconnu",
            "no existe", "inesistente");

    /** Said of what may be otherwise tomorrow. */
    private static final List<String> TEMPORARY = List.of("mailbox full", "mailbox is full", "quota", "over limit", "too large",
            "size limit", "exceeds", "temporar", "try again", "timed out", "timeout", "expired", "greylist", "throttl",
            "too many", "spam", "blocked", "blacklist", "block list", "policy", "content rejected", "virus", "connection refused",
            "storage", "insufficient", "邮箱已满", "已满", "переполнен", "voll", "pleine", "llena", "piena");

    private BounceWords() {}

    /** The first enhanced status code in the text; empty if there is none. */
    static String status(String text) {
        Matcher code = ENHANCED.matcher(text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text);
        return code.find() ? code.group(1) : "";
    }

    /**
     * The code decides where it speaks of the mailbox or of time; where it only says "refused" (x.0, x.7 and the like) or says
     * nothing, the words do. What was given up without any sign that it may pass is final.
     */
    static Outcome bounce(String status, String reason) {
        if (status.startsWith("4.")) {
            return Outcome.SOFT_BOUNCE;
        }
        if (List.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1").contains(status)) {
            return Outcome.HARD_BOUNCE;
        }
        if (status.startsWith("5.2.") || status.startsWith("5.3.") || status.startsWith("5.6.")) {
            return Outcome.SOFT_BOUNCE;
        }
        String words = (reason.length() > LOOKED_AT ? reason.substring(0, LOOKED_AT) : reason).toLowerCase(Locale.ROOT);
        if (UNKNOWN.stream().anyMatch(words::contains)) {
            return Outcome.HARD_BOUNCE;
        }
        Matcher smtp = SMTP.matcher(words);
        boolean passing = status.startsWith("5.7.") || TEMPORARY.stream().anyMatch(words::contains)
                || smtp.find() && smtp.group(1).equals("4");
        return passing ? Outcome.SOFT_BOUNCE : Outcome.HARD_BOUNCE;
    }
}
