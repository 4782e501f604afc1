package io.rapport.intake.mails;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.facts.EventData.DeliveryReport.Outcome;

/** Whether a bounce is final, by its enhanced status code (RFC 3463), its SMTP code and the words around. */
final class BounceWords {

    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245]\\.[0-7]\\.\\d{1,3})(?!\\d|\\.\\d)");

    private static final Pattern SMTP = Pattern.compile("(?<![\\d.])([45])[0-5]\\d(?=[ \\-#:])");

    private static final int LOOKED_AT = 2_000;

    private BounceWords() {}

    /** The first enhanced status code in the text; empty if there is none. */
    static String status(String text) {
        Matcher code = ENHANCED.matcher(beginning(text));
        return code.find() ? code.group(1) : "";
    }

    /**
     * The code decides where it speaks of the mailbox or of time; where it only says "refused" (5.0, 5.3, 5.7 and the like) or
     * nothing, the words do. What was given up without any sign that it may pass is final.
     *
     * @param reason what is said about this recipient
     * @param context what is said about all of them, for a reason that says nothing
     */
    static Outcome bounce(String status, String reason, String context) {
        return switch (status) {
            case "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1" -> Outcome.HARD_BOUNCE;
            case String code when code.startsWith("4.") || code.startsWith("5.2.") || code.startsWith("5.3.")
                    || code.startsWith("5.6.") ->
                Outcome.SOFT_BOUNCE;
            default -> said(reason).or(() -> said(context))
                    .orElse(status.startsWith("5.7.") ? Outcome.SOFT_BOUNCE : Outcome.HARD_BOUNCE);
        };
    }

    private static Optional<Outcome> said(String text) {
        String words = beginning(text).toLowerCase(Locale.ROOT);
        if (mentions("no-mailbox", words)) {
            return Optional.of(Outcome.HARD_BOUNCE);
        }
        Matcher smtp = SMTP.matcher(words);
        boolean passing = mentions("passing", words) || smtp.find() && smtp.group(1).equals("4");
        return passing ? Optional.of(Outcome.SOFT_BOUNCE) : Optional.empty();
    }

    /** @param text in lower case */
    static boolean mentions(String section, String text) {
        return MailWords.of(section).stream().anyMatch(text::contains);
    }

    private static String beginning(String text) {
        return text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    }
}
