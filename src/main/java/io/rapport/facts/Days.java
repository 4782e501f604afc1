package io.rapport.facts;

import java.util.Arrays;

/**
 * Sparse day buckets: how many and how much, per day, ascending; days before the window are dropped by {@link #since}.
 * Arrays are shared and never written after construction.
 *
 * @param day epoch days, ascending, no repeats
 * @param count events on that day
 * @param sum amounts on that day, in the parts of a {@link Decimal}
 */
public record Days(int[] day, int[] count, long[] sum) {

    /** How long a bucket is kept: two years and a day. */
    public static final int KEPT = 731;

    public static final Days NONE = new Days(new int[0], new int[0], new long[0]);

    /** One more event on a day, which may be an earlier one; drops what is older than {@link #KEPT} before the latest. */
    public Days plus(int onDay, int howMany, Decimal amount) {
        var at = Arrays.binarySearch(day, onDay);
        if (at >= 0) {
            var counts = count.clone();
            var sums = sum.clone();
            counts[at] += howMany;
            sums[at] = Decimal.sum(sums[at], amount.parts());
            return new Days(day, counts, sums);
        }
        var insert = -at - 1;
        var latest = day.length == 0 ? onDay : Math.max(onDay, day[day.length - 1]);
        if (onDay <= latest - KEPT) {
            return this;
        }
        return new Days(
                inserted(day, insert, onDay), inserted(count, insert, howMany), inserted(sum, insert, amount.parts()))
                .since(latest - KEPT + 1);
    }

    /** Only the days from the given one on. */
    public Days since(int firstDay) {
        var from = firstAt(firstDay);
        return from == 0
                ? this
                : new Days(
                        Arrays.copyOfRange(day, from, day.length),
                        Arrays.copyOfRange(count, from, count.length),
                        Arrays.copyOfRange(sum, from, sum.length));
    }

    /** Events on the days {@code fromDay} to {@code toDay}, both included. */
    public int countBetween(int fromDay, int toDay) {
        var total = 0;
        for (var i = firstAt(fromDay); i < day.length && day[i] <= toDay; i++) {
            total += count[i];
        }
        return total;
    }

    /** Amount on the days {@code fromDay} to {@code toDay}, both included. */
    public Decimal sumBetween(int fromDay, int toDay) {
        var total = 0L;
        for (var i = firstAt(fromDay); i < day.length && day[i] <= toDay; i++) {
            total = Decimal.sum(total, sum[i]);
        }
        return new Decimal(total);
    }

    /** Index of the first bucket on or after a day; {@code day.length} when there is none. */
    public int firstAt(int onOrAfter) {
        var at = Arrays.binarySearch(day, onOrAfter);
        return at >= 0 ? at : -at - 1;
    }

    private static int[] inserted(int[] values, int at, int value) {
        var longer = new int[values.length + 1];
        System.arraycopy(values, 0, longer, 0, at);
        longer[at] = value;
        System.arraycopy(values, at, longer, at + 1, values.length - at);
        return longer;
    }

    private static long[] inserted(long[] values, int at, long value) {
        var longer = new long[values.length + 1];
        System.arraycopy(values, 0, longer, 0, at);
        longer[at] = value;
        System.arraycopy(values, at, longer, at + 1, values.length - at);
        return longer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Days that
                && Arrays.equals(day, that.day)
                && Arrays.equals(count, that.count)
                && Arrays.equals(sum, that.sum);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(day);
    }

    @Override
    public String toString() {
        return "Days[" + day.length + "]";
    }
}
