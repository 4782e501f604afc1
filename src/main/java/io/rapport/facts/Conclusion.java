package io.rapport.facts;

/**
 * What was concluded about a customer or one of his things.
 *
 * @param concept id of the concept, for instance {@code tier}
 * @param subject empty for the customer, else {@code product line/Candles}, {@code complaint/ID}
 * @param value the concept's value, for instance {@code gold}; a number in plain notation
 * @param reason why
 */
public record Conclusion(String concept, String subject, String value, Reason reason) {

    /** What it is about: {@code concept} of the customer, {@code concept@subject} of a thing. */
    public static String key(String concept, String subject) {
        return subject.isEmpty() ? concept : concept + "@" + subject;
    }
}
