package io.rapport.facts;

import java.time.Instant;
import java.util.Map;

/**
 * The population at one moment, kept and dated so that a relative class is the same when it is decided again.
 *
 * @param id its key, stored with each decision
 * @param at the moment it describes
 * @param customers how many customers it counted
 * @param measures sorted ascending values by measure: {@code current-value}, {@code spend}, {@code recency} (days since
 *     the last purchase), {@code frequency} (purchase days), {@code historical-value}, {@code potential-value},
 *     {@code needs-difference}; all values up to 10,001 customers, else 10,001 exact quantiles. Beside {@code current-value}
 *     stands {@link #CONTRIBUTION}: place by place, the share of all current value that those of at least this value bring
 * @param productLines customers and margin per product line
 */
public record Snapshot(
        String id, Instant at, long customers, Map<String, double[]> measures, Map<String, LineFigures> productLines) {

    /** Below this many customers a relative class is unknown. */
    public static final int LEAST_CUSTOMERS = 100;

    public static final Snapshot NONE = new Snapshot("none", Instant.EPOCH, 0, Map.of(), Map.of());

    /** The share of all current value, in percent, that customers of at least the value in the same place bring together. */
    public static final String CONTRIBUTION = "current-value-contribution";

    /**
     * What a report about an acquisition source is called among the measures, before the source: customers, purchasers,
     * revenue, margin.
     */
    public static final String SOURCE = "source/";

    /** Customer equity, its standard error, and how many buyers were looked at. */
    public static final String EQUITY = "customer-equity";

    /**
     * What a report about a segment is called among the measures, before the tier: customers, and their means of days since
     * the first purchase, product lines owned and current value.
     */
    public static final String SEGMENT = "segment/";

    /** @param marginRate margin over spend of the line, 0 to 1 */
    public record LineFigures(long customers, Decimal spend, double marginRate) {}

    /**
     * Where a value stands from above: the share of customers, in percent, whose value is greater or equal, so that the
     * 10th of 1,000 stands in the top 1. NaN while it is known of fewer than {@link #LEAST_CUSTOMERS}.
     */
    public double topPercent(String measure, double value) {
        var sorted = measures.get(measure);
        if (sorted == null || sorted.length < LEAST_CUSTOMERS || Double.isNaN(value)) {
            return Double.NaN;
        }
        return 100.0 * (sorted.length - firstNotBelow(sorted, value)) / sorted.length;
    }

    /**
     * The share of all current value, in percent, that those customers bring together who bring as much as this one or more
     * (Pareto: a fifth of them brings four fifths). NaN while fewer than {@link #LEAST_CUSTOMERS} are known.
     */
    public double contributionUpTo(double value) {
        var sorted = measures.get("current-value");
        var shares = measures.get(CONTRIBUTION);
        if (sorted == null || shares == null || sorted.length < LEAST_CUSTOMERS || Double.isNaN(value)) {
            return Double.NaN;
        }
        var at = firstNotBelow(sorted, value);
        return at >= shares.length ? 0 : shares[at];
    }

    private static int firstNotBelow(double[] sorted, double value) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public String toString() {
        return "Snapshot[" + id + "]";
    }
}
