package io.rapport.facts;

import java.time.LocalDate;

/**
 * What is remembered of a customer's purchase days: purchases merge per customer and calendar day, returns do not count.
 *
 * <p>The decayed counters follow {@code f = exp(-(t - tLast)/tau); d = d*f + 1; s = s*f + a; tLast = t} (same day: only
 * {@code s += a}); tau is a setting in days. A late purchase on an earlier day is added as decayed from its own day.
 *
 * @param days purchase days ever
 * @param first the first purchase day
 * @param last the latest purchase day
 * @param meanGap mean days between purchase days, 0 while there is only one
 * @param gapSquares sum of squared deviations of the gaps (Welford 1962)
 * @param decayedCount d, as of {@link #last}
 * @param decayedSpend s, as of {@link #last}
 * @param spend amount ever
 * @param margin estimated margin ever
 */
public record Purchases(
        long days,
        LocalDate first,
        LocalDate last,
        double meanGap,
        double gapSquares,
        double decayedCount,
        double decayedSpend,
        double spend,
        double margin) {

    /** Standard deviation of the days between purchases; NaN with fewer than two gaps. */
    public double gapDeviation() {
        return days < 3 ? Double.NaN : Math.sqrt(gapSquares / (days - 2));
    }

    /** The decayed purchase count as of a later day. */
    public double decayedCountOn(LocalDate day, double tauDays) {
        return decayedCount * Math.exp(-(day.toEpochDay() - last.toEpochDay()) / tauDays);
    }
}
