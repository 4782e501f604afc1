package io.rapport.rulebook;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.TreeSet;

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

    /**
     * A day of the year from one to another, both included, of any year; where the last comes before the first, over New Year.
     *
     * @param not or any other day
     */
    record Window(MonthDay from, MonthDay to, boolean not) implements Check {

        /** Both have the 29th of February too. */
        private static final int LEAP_YEAR = 2028;

        /** So many years may lie between two of the 29th of February. */
        private static final int LEAP_GAP = 8;

        /** A day as a number that grows through the year: 1224 on the 24th of December. */
        public static int number(MonthDay day) {
            return day.getMonthValue() * 100 + day.getDayOfMonth();
        }

        /** The day of such a number. */
        public static MonthDay day(double number) {
            return MonthDay.of((int) number / 100, (int) number % 100);
        }

        boolean holds(double value) {
            var first = number(from);
            var last = number(to);
            var inside = first <= last ? value >= first && value <= last : value >= first || value <= last;
            return inside != not && !Double.isNaN(value);
        }

        boolean holds(LocalDate day) {
            return holds(number(MonthDay.from(day)));
        }

        /** The first day after this one that holds where this one does not, or the other way round; null when there is none. */
        @Nullable
        LocalDate nextTurn(LocalDate day) {
            for (var year = day.getYear(); year <= day.getYear() + LEAP_GAP; year++) {
                for (var candidate : new TreeSet<>(List.of(firstFrom(from, year), firstAfter(to, year)))) {
                    if (candidate.isAfter(day) && holds(candidate) != holds(day)) {
                        return candidate;
                    }
                }
            }
            return null;
        }

        /** The year in which it began that holds on a day: one over New Year belongs to the old one. */
        int year(LocalDate day) {
            return number(from) > number(to) && number(MonthDay.from(day)) <= number(to) ? day.getYear() - 1 : day.getYear();
        }

        /** The day before in a year that has all of them. */
        public static MonthDay before(MonthDay day) {
            return MonthDay.from(day.atYear(LEAP_YEAR).minusDays(1));
        }

        public static MonthDay after(MonthDay day) {
            return MonthDay.from(day.atYear(LEAP_YEAR).plusDays(1));
        }

        private static LocalDate firstFrom(MonthDay day, int year) {
            return day.isValidYear(year) ? day.atYear(year) : LocalDate.of(year, 3, 1);
        }

        private static LocalDate firstAfter(MonthDay day, int year) {
            return day.atYear(year).plusDays(1);
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
            case Window window -> window.holds(value);
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
            case Between _,Holds _,Window _ -> false;
        };
    }
}
