package io.rapport.rulebook;

/**
 * One way to say a condition, in both languages. {@code {number}}, {@code {number2}}, {@code {value}}, {@code {values}},
 * {@code {words}}, {@code {window}}, {@code {weekday}} and {@code {weekdays}} are what is checked; every other placeholder is a number inside the term's noun.
 */
public record Phrase(Shape shape, String english, String chinese) {

    /** Which check the phrase makes. */
    public enum Shape {
        YES, NO, AT_LEAST, AT_MOST, ABOVE, BELOW, EXACTLY, BETWEEN, IS, IS_NOT, ONE_OF, OR_ABOVE, OR_BELOW, MENTIONS, KNOWN,
        UNKNOWN, WITHIN, NOT_WITHIN
    }
}
