package io.rapport.facts;

import java.time.LocalDate;

/**
 * What is remembered of a customer's purchase days: purchases merge per customer and calendar day, returns do not count.
 * The same in whatever order the purchases arrive, the decayed counters up to rounding.
 *
 * <p>The decayed counters follow {@code f = exp(-(t - tLast)/tau); d = d*f + 1; s = s*f + a; tLast = t} (same day: only
 * {@code s += a}); tau is a setting in days. A late purchase on an earlier day is added as decayed from its own day.
 *
 * @param days purchase days ever
 * @param first the first purchase day
 * @param last the latest purchase day
 * @param calendar which days they were
 * @param gapSquares sum of the squared gaps in days between neighbouring purchase days
 * @param decayedCount d, as of {@link #last}
 * @param decayedSpend s, as of {@link #last}
 * @param spend amount ever
 * @param margin estimated margin ever
 */
public record Purchases(
        long days,
        LocalDate first,
        LocalDate last,
        DaySet calendar,
        long gapSquares,
        double decayedCount,
        double decayedSpend,
        Decimal spend,
        Decimal margin) {

    /** The first purchase. */
    public static Purchases of(LocalDate day, Decimal amount, Decimal margin) {
        return new Purchases(
                1, day, day, DaySet.NONE.with((int) day.toEpochDay()), 0, 1, amount.toDouble(), amount, margin);
    }

    /** One more purchase, on any day. */
    public Purchases plus(LocalDate day, Decimal amount, Decimal addedMargin, double tauDays) {
        var epochDay = (int) day.toEpochDay();
        var isNew = !calendar.contains(epochDay);
        var newLast = day.isAfter(last) ? day : last;
        var oldFades = Math.exp((last.toEpochDay() - newLast.toEpochDay()) / tauDays);
        var thisFades = Math.exp((epochDay - newLast.toEpochDay()) / tauDays);
        return new Purchases(
                isNew ? days + 1 : days,
                day.isBefore(first) ? day : first,
                newLast,
                calendar.with(epochDay),
                isNew ? gapSquares + squaresAddedBy(epochDay) : gapSquares,
                decayedCount * oldFades + (isNew ? thisFades : 0),
                decayedSpend * oldFades + amount.toDouble() * thisFades,
                spend.plus(amount),
                margin.plus(addedMargin));
    }

    private long squaresAddedBy(int day) {
        var before = calendar.before(day);
        var after = calendar.after(day);
        if (before == DaySet.NO_DAY) {
            return square(after - day);
        }
        return after == DaySet.NO_DAY
                ? square(day - before)
                : square(day - before) + square(after - day) - square(after - before);
    }

    private static long square(long days) {
        return days * days;
    }

    /** Mean days between purchase days; 0 while there is only one. */
    public double meanGap() {
        return days < 2 ? 0 : (double) (last.toEpochDay() - first.toEpochDay()) / (days - 1);
    }

    /** Standard deviation of the days between purchases; NaN with fewer than two gaps. */
    public double gapDeviation() {
        if (days < 3) {
            return Double.NaN;
        }
        var gaps = days - 1;
        var mean = meanGap();
        return Math.sqrt(Math.max(0, gapSquares - gaps * mean * mean) / (gaps - 1));
    }

    /** Beyond so many tau a purchase no longer counts: it is less than a millionth. */
    private static final double FADED = 14;

    /** The decayed purchase count as of a day not before the last purchase, by any tau, whatever that of the counters. */
    public double fadedCountOn(LocalDate day, double tauDays) {
        var today = day.toEpochDay();
        var sum = 0.0;
        for (var each = (int) last.toEpochDay(); each != DaySet.NO_DAY
                && last.toEpochDay() - each < FADED * tauDays; each = calendar.before(each)) {
            sum += Math.exp((each - today) / tauDays);
        }
        return sum;
    }

    /** The decayed purchase count as of a later day. */
    public double decayedCountOn(LocalDate day, double tauDays) {
        return decayedCount * Math.exp(-(day.toEpochDay() - last.toEpochDay()) / tauDays);
    }
}
