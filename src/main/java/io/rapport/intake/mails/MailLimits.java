package io.rapport.intake.mails;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.rapport.intake.NearestWord;

/**
 * How much of a mail is looked at; the route file says it as variables {@code mail.*}.
 *
 * @param bytes a larger mail goes to quarantine
 * @param characters of text that are kept
 * @param depth of parts inside parts
 * @param parts that are looked at
 * @param cutsQuotes whether earlier mails quoted below the text are left out
 * @param trustsReplyTo whether the customer stands in Reply-To, as in the mails of a shop's own contact form; anybody can write
 *     anything there, so only a folder that nobody else writes to should say so
 * @param deadline a mail that takes longer to read goes to quarantine, so that those behind it need not wait
 */
record MailLimits(int bytes, int characters, int depth, int parts, boolean cutsQuotes, boolean trustsReplyTo,
        Duration deadline) {

    private static final List<String> NAMES = List.of("mail.bytes", "mail.characters", "mail.depth", "mail.parts",
            "mail.cuts-quotes", "mail.trusts-reply-to", "mail.seconds");

    static final MailLimits STANDARD = of(Map.of());

    /** @throws IllegalArgumentException naming the variable of the route that means nothing */
    static MailLimits of(Map<String, ?> variables) {
        for (String name : variables.keySet()) {
            if (name.startsWith("mail.") && !NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "No such setting of a mail route: [" + name + "]" + NearestWord.advice(name, NAMES));
            }
        }
        return new MailLimits(number(variables, "mail.bytes", 25_000_000), number(variables, "mail.characters", 100_000),
                number(variables, "mail.depth", 20), number(variables, "mail.parts", 500),
                !"false".equals(String.valueOf(variables.get("mail.cuts-quotes"))),
                "true".equals(String.valueOf(variables.get("mail.trusts-reply-to"))),
                Duration.ofSeconds(number(variables, "mail.seconds", 10)));
    }

    private static int number(Map<String, ?> variables, String name, int otherwise) {
        Object value = variables.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(String.valueOf(value).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a whole number, found [" + value + "]", e);
        }
    }
}
