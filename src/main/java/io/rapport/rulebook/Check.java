package io.rapport.rulebook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the value of a term must be. An unknown value passes no check but {@link Unknown}. */
public sealed interface Check {

    /** A number between two bounds; an infinite bound is open. */
    record Between(double from, boolean fromIncluded, double to, boolean toIncluded) implements Check {

        boolean holds(double value) {
            return (fromIncluded ? value >= from : value > from) && (toIncluded ? value <= to : value < to);
        }

        public static Between atLeast(double bound) {
            return new Between(bound, true, Double.POSITIVE_INFINITY, false);
        }

        public static Between above(double bound) {
            return new Between(bound, false, Double.POSITIVE_INFINITY, false);
        }

        public static Between atMost(double bound) {
            return new Between(Double.NEGATIVE_INFINITY, false, bound, true);
        }

        public static Between below(double bound) {
            return new Between(Double.NEGATIVE_INFINITY, false, bound, false);
        }

        public static Between exactly(double value) {
            return new Between(value, true, value, true);
        }
    }

    /** One of these words, or with {@code not} any other known word; of several words at once one is enough, or none of them. */
    record OneOf(List<String> values, boolean not) implements Check {

        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** A text that holds one of these words; a {@code *} at the end of a word stands for any ending. */
    record Mentions(List<String> words) implements Check {

        public Mentions {
            words = List.copyOf(words);
        }
    }

    /** Yes, or no. */
    record Holds(boolean yes) implements Check {}

    /** Any value, if it is known. */
    record Known() implements Check {}

    /** Nothing is known. */
    record Unknown() implements Check {}

    /** Whether a number passes; a yes is 1, a no is 0, NaN is unknown. */
    default boolean passes(double value) {
        return switch (this) {
            case Unknown _ -> Double.isNaN(value);
            case Known _ -> !Double.isNaN(value);
            case Between between -> between.holds(value);
            case Holds holds -> value == (holds.yes() ? 1 : 0);
            case OneOf _,Mentions _ -> false;
        };
    }

    /** Whether a word or text passes; null is unknown. */
    default boolean passes(@Nullable String value) {
        return switch (this) {
            case Unknown _ -> value == null;
            case Known _ -> value != null;
            case OneOf oneOf -> value != null
                    && oneOf.values().stream().anyMatch(word -> Several.has(value, word)) != oneOf.not();
            case Mentions mentions -> value != null && WordList.mentionsAny(value, mentions.words());
            case Between _,Holds _ -> false;
        };
    }
}
