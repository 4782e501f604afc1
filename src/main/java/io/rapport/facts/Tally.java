package io.rapport.facts;

import java.time.Instant;

/**
 * What is remembered of one kind of event.
 *
 * @param count all that ever happened
 * @param sum of their amounts, 0 where the kind has none
 * @param first when the earliest happened
 * @param last when the latest happened
 * @param days the same by day for the last two years
 */
public record Tally(long count, Decimal sum, Instant first, Instant last, Days days) {

    public static Tally of(Instant at, int day, Decimal amount) {
        return new Tally(1, amount, at, at, Days.NONE.plus(day, 1, amount));
    }

    public Tally plus(Instant at, int day, Decimal amount) {
        return new Tally(
                count + 1,
                sum.plus(amount),
                at.isBefore(first) ? at : first,
                at.isAfter(last) ? at : last,
                days.plus(day, 1, amount));
    }

    /** One of them taken back, on the day it was counted; {@link #first} and {@link #last} stay. */
    public Tally without(int day) {
        var left = days.countBetween(day, day) > 0 ? days.plus(day, -1, Decimal.ZERO) : days;
        return new Tally(Math.max(0, count - 1), sum, first, last, left);
    }
}
