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
 *     the last purchase), {@code frequency} (purchase days); all values up to 10,001 customers, else 10,001 exact quantiles
 * @param productLines customers and margin per product line
 */
public record Snapshot(
        String id, Instant at, long customers, Map<String, double[]> measures, Map<String, LineFigures> productLines) {

    /** Below this many customers a relative class is unknown. */
    public static final int LEAST_CUSTOMERS = 100;

    public static final Snapshot NONE = new Snapshot("none", Instant.EPOCH, 0, Map.of(), Map.of());

    /** @param marginRate margin over spend of the line, 0 to 1 */
    public record LineFigures(long customers, double spend, double marginRate) {}

    /**
     * Where a value stands from above: the share of customers, in percent, whose value is greater or equal, so that the
     * 10th of 1,000 stands in the top 1. NaN while fewer than {@link #LEAST_CUSTOMERS} are known.
     */
    public double topPercent(String measure, double value) {
        var sorted = measures.get(measure);
        if (sorted == null || customers < LEAST_CUSTOMERS || Double.isNaN(value)) {
            return Double.NaN;
        }
        return 100.0 * (sorted.length - firstNotBelow(sorted, value)) / sorted.length;
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
