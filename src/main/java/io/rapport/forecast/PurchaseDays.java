package io.rapport.forecast;

import java.util.Arrays;

/**
 * On which days one customer bought, and for how much: sorted, one entry a calendar day.
 *
 * @param customer any key that tells customers apart
 * @param days as epoch days, at least one
 * @param amounts per day, in the books' currency
 */
public record PurchaseDays(String customer, int[] days, double[] amounts) {

    /** How many of the days are not after a day. */
    int countUntil(int day) {
        var at = Arrays.binarySearch(days, day);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** What was known at the end of a day; needs a purchase by then. */
    Past until(int day) {
        return new Past(this, countUntil(day), day);
    }

    int first() {
        return days[0];
    }

    /** Amount of the purchases from a number on to before another. */
    double spend(int from, int to) {
        var sum = 0.0;
        for (var i = from; i < to; i++) {
            sum += amounts[i];
        }
        return sum;
    }

    /**
     * A customer as known at the end of a day.
     *
     * @param count purchase days so far, at least 1
     * @param asOf epoch day
     */
    record Past(PurchaseDays all, int count, int asOf) {

        int last() {
            return all.days[count - 1];
        }

        int silence() {
            return asOf - last();
        }

        int age() {
            return asOf - all.first();
        }

        int span() {
            return last() - all.first();
        }

        double spend() {
            return all.spend(0, count);
        }

        /** Purchase days that follow within so many days. */
        int bought(int horizonDays) {
            return all.countUntil(asOf + horizonDays) - count;
        }

        /** What is spent within so many days after. */
        double spent(int horizonDays) {
            return all.spend(count, all.countUntil(asOf + horizonDays));
        }

        /** Purchase days, each counting less the longer ago it is. */
        double decayed(double tauDays) {
            var sum = 0.0;
            for (var i = 0; i < count; i++) {
                sum += Math.exp((all.days[i] - asOf) / tauDays);
            }
            return sum;
        }

        /** What was spent, each amount counting less the longer ago it is. */
        double decayedSpend(double tauDays) {
            var sum = 0.0;
            for (var i = 0; i < count; i++) {
                sum += all.amounts[i] * Math.exp((all.days[i] - asOf) / tauDays);
            }
            return sum;
        }

        Outlook.Seen seen(double tauDays) {
            return new Outlook.Seen(history(), decayed(tauDays), decayedSpend(tauDays));
        }

        PurchaseHistory history() {
            return new PurchaseHistory(count - 1, span() / PurchaseHistory.DAYS_OF_A_WEEK, age() / PurchaseHistory.DAYS_OF_A_WEEK,
                    spend() / count);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseDays that && customer.equals(that.customer) && Arrays.equals(days, that.days)
                && Arrays.equals(amounts, that.amounts);
    }

    @Override
    public int hashCode() {
        return customer.hashCode();
    }

    @Override
    public String toString() {
        return "PurchaseDays[" + days.length + "]";
    }
}
