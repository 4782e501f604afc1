package io.rapport.forecast;

import io.rapport.facts.Purchases;
import java.time.LocalDate;

/**
 * What the models need to know of one customer, as of a day. Purchases of one day are one purchase; returns are none.
 *
 * @param x purchase days after the first one
 * @param txWeeks weeks from the first purchase to the last one
 * @param tWeeks weeks from the first purchase to the day that is looked from
 * @param meanSpend amount per purchase day, the first included, in the books' currency
 */
public record PurchaseHistory(long x, double txWeeks, double tWeeks, double meanSpend) {

    static final double DAYS_OF_A_WEEK = 7;

    public PurchaseHistory {
        if (x < 0 || txWeeks < 0 || tWeeks < txWeeks) {
            throw new IllegalArgumentException("A history is x repeat purchases, the last at tx, of T weeks, found [" + x + ", "
                    + txWeeks + ", " + tWeeks + "].\nMaybe the day that is looked from lies before the last purchase.");
        }
    }

    /** As remembered of a customer, as of a day that is not before his last purchase. */
    public static PurchaseHistory of(Purchases purchases, LocalDate asOf) {
        var first = purchases.first().toEpochDay();
        return new PurchaseHistory(
                purchases.days() - 1, (purchases.last().toEpochDay() - first) / DAYS_OF_A_WEEK,
                (asOf.toEpochDay() - first) / DAYS_OF_A_WEEK, purchases.spend().toDouble() / purchases.days());
    }
}
