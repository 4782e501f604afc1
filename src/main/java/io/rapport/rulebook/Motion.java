package io.rapport.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoublePredicate;

import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/** How a value changes while nothing happens: from this the review dates follow. */
public sealed interface Motion {

    /** The earliest moment after now at which the check may turn; null if never. */
    @Nullable
    Instant next(Term term, Situation situation, double[] args, Check check);

    /** Only events change it. */
    record Still() implements Motion {

        @Override
        public @Nullable Instant next(Term term, Situation situation, double[] args, Check check) {
            return null;
        }
    }

    /** It grows or falls, never both, from one calendar day of the customer to the next; unknown today is unknown until an event. */
    record ByDay() implements Motion {

        /** Looked ahead at most so far: twenty years. */
        private static final int HORIZON = 7_305;

        @Override
        public @Nullable Instant next(Term term, Situation situation, double[] args, Check check) {
            var today = situation.today().toEpochDay();
            var first = Long.MAX_VALUE;
            for (var step : steps(check)) {
                first = Math.min(first, turn(term, situation, args, today, step));
            }
            return first == Long.MAX_VALUE
                    ? null
                    : LocalDate.ofEpochDay(first).atStartOfDay(situation.zone()).toInstant();
        }

        /** One-sided questions that together make the check: each turns at most once. */
        private static List<DoublePredicate> steps(Check check) {
            if (!(check instanceof Check.Between between)) {
                return List.of(check::passes);
            }
            var steps = new ArrayList<DoublePredicate>(2);
            if (!Double.isInfinite(between.from())) {
                steps.add(value -> between.fromIncluded() ? value >= between.from() : value > between.from());
            }
            if (!Double.isInfinite(between.to())) {
                steps.add(value -> between.toIncluded() ? value <= between.to() : value < between.to());
            }
            return steps;
        }

        private static long turn(Term term, Situation situation, double[] args, long today, DoublePredicate step) {
            var value = term.number(situation, args, today);
            if (Double.isNaN(value)) {
                return Long.MAX_VALUE;
            }
            var now = step.test(value);
            var same = today;
            var other = today + HORIZON;
            if (step.test(term.number(situation, args, other)) == now) {
                return Long.MAX_VALUE;
            }
            while (other - same > 1) {
                var middle = (same + other) >>> 1;
                if (step.test(term.number(situation, args, middle)) == now) {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            return other;
        }
    }

    /** It grows with the clock from a moment on, by one for each {@code unitMillis}. */
    record SinceMoment(Moment moment, long unitMillis) implements Motion {

        @Override
        public @Nullable Instant next(Term term, Situation situation, double[] args, Check check) {
            var origin = moment.of(situation);
            if (origin == null || !(check instanceof Check.Between between)) {
                return null;
            }
            var atFrom = at(origin, between.from(), between.fromIncluded());
            if (atFrom != null && atFrom.isAfter(situation.now())) {
                return atFrom;
            }
            var atTo = at(origin, between.to(), !between.toIncluded());
            return atTo != null && atTo.isAfter(situation.now()) ? atTo : null;
        }

        private @Nullable Instant at(Instant origin, double bound, boolean onTheBound) {
            if (Double.isInfinite(bound)) {
                return null;
            }
            var millis = bound * unitMillis;
            return origin.plusMillis((long) (onTheBound ? Math.ceil(millis) : Math.floor(millis) + 1));
        }
    }

    /** It turns once, at a moment. */
    record AtMoment(Moment moment) implements Motion {

        @Override
        public @Nullable Instant next(Term term, Situation situation, double[] args, Check check) {
            var at = moment.of(situation);
            return at != null && at.isAfter(situation.now()) ? at : null;
        }
    }

    /** It may turn at the start of days of its own choosing, and stays between them. */
    record OnDays(NextDay nextDay) implements Motion {

        /** Looked ahead at most so many of these days; the customer is looked at again on the last one. */
        private static final int MOST_DAYS = 16;

        @Override
        public @Nullable Instant next(Term term, Situation situation, double[] args, Check check) {
            var today = situation.today();
            var now = passes(term, situation, args, check, today);
            var day = nextDay.after(situation, args, today);
            for (var looks = 1; day != null && looks < MOST_DAYS; looks++) {
                if (passes(term, situation, args, check, day) != now) {
                    break;
                }
                day = nextDay.after(situation, args, day);
            }
            return day == null ? null : day.atStartOfDay(situation.zone()).toInstant();
        }

        private static boolean passes(Term term, Situation situation, double[] args, Check check, LocalDate day) {
            return term.numeric()
                    ? check.passes(term.number(situation, args, day.toEpochDay()))
                    : check.passes(term.text(situation.at(day.atStartOfDay(situation.zone()).toInstant())));
        }
    }

    /** It is the day of the year. */
    record ByCalendar() implements Motion {

        @Override
        public @Nullable Instant next(Term term, Situation situation, double[] args, Check check) {
            var turn = check instanceof Check.Window window ? window.nextTurn(situation.today()) : null;
            return turn == null ? null : turn.atStartOfDay(situation.zone()).toInstant();
        }
    }

    /** It counts the days down to a day that comes back: 0 on the day itself, and many again on the next. */
    record CountsDown(NextDay nextDay) implements Motion {

        @Override
        public @Nullable Instant next(Term term, Situation situation, double[] args, Check check) {
            if (!(check instanceof Check.Between between)) {
                return null;
            }
            var today = situation.today();
            var now = check.passes(term.number(situation, args, today.toEpochDay()));
            var day = nextDay.after(situation, args, today.minusDays(1));
            // within two rounds every count has come
            for (var rounds = 0; day != null && rounds < 3; rounds++) {
                for (var candidate : days(day, between)) {
                    if (candidate.isAfter(today) && check.passes(term.number(situation, args, candidate.toEpochDay())) != now) {
                        return candidate.atStartOfDay(situation.zone()).toInstant();
                    }
                }
                day = nextDay.after(situation, args, day);
            }
            return null;
        }

        /** On which days before that day, and behind it, the count may cross a bound. */
        private static TreeSet<LocalDate> days(LocalDate day, Check.Between between) {
            var days = new TreeSet<LocalDate>(List.of(day, day.plusDays(1)));
            for (var bound : new double[] {between.from(), between.to()}) {
                for (var more = -1; more <= 1 && !Double.isInfinite(bound); more++) {
                    var before = (long) Math.floor(bound) + more;
                    if (before >= 0) {
                        days.add(day.minusDays(before));
                    }
                }
            }
            return days;
        }
    }

    interface Moment {

        @Nullable
        Instant of(Situation situation);
    }

    interface NextDay {

        @Nullable
        LocalDate after(Situation situation, double[] args, LocalDate day);
    }
}
