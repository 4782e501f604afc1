package io.rapport.customer;

import io.rapport.facts.Decimal;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.Buyers;
import io.rapport.facts.Worth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the population for a snapshot: everybody who ever bought. Who never did has no recency and would only push every buyer
 * upwards.
 */
public final class Census {

    /** Beyond so many values the quantiles are kept instead: every 10,000th part, both ends included. */
    static final int MOST_VALUES = 10_001;

    private final Instant at;
    private final ZoneId zone;
    private final Values currentValue = new Values();
    private final Values spend = new Values();
    private final Values recency = new Values();
    private final Values frequency = new Values();
    private final Values historicalValue = new Values();
    private final Values potentialValue = new Values();
    private final Map<String, Line> lines = new HashMap<>();
    /** Money is summed in the parts of a {@link Decimal}: whole numbers, and so the same in whatever order. */
    private final Map<String, double[]> sources = new HashMap<>();
    private final Map<String, double[]> segments = new HashMap<>();
    private final Mixes mixes = new Mixes();
    private final Buyers buyers = new Buyers();
    private final Equity equity = new Equity();

    public Census(Instant at, ZoneId zone) {
        this.at = at;
        this.zone = zone;
    }

    /** Counts somebody about whom nothing was concluded. */
    public void count(Memory memory) {
        count(memory, Standing.NONE);
    }

    /** @param standing what was concluded about him last: costs of contacts and the rate of his potential among it */
    public void count(Memory memory, String standing) {
        var purchases = memory.purchases();
        var source = sources.computeIfAbsent(memory.traits().getOrDefault(Memory.ACQUISITION_SOURCE, ""), _ -> new double[4]);
        source[0]++;
        if (purchases == null) {
            return;
        }
        buyers.add(memory);
        equity.add(memory);
        var today = LocalDate.ofInstant(at, memory.zoneOr(zone));
        var current = Worth.currentValue(memory, today.toEpochDay());
        currentValue.add(current);
        historicalValue.add(Worth.historicalValue(memory, costs(standing)));
        potentialValue.add(Worth.potentialValue(current, Standing.number(standing, "potential-rate")));
        spend.add(purchases.spend().toDouble());
        recency.add(today.toEpochDay() - purchases.last().toEpochDay());
        frequency.add(purchases.days());
        source[1]++;
        source[2] += purchases.spend().parts();
        source[3] += Worth.marginToDate(memory).parts();
        segment(memory, Standing.value(standing, "tier"), today.toEpochDay() - purchases.first().toEpochDay(), current);
        mixes.add(memory.productLines());
        memory.productLines().forEach((name, bought) -> {
            var line = lines.computeIfAbsent(name, unused -> new Line());
            line.customers++;
            line.spend = line.spend.plus(bought.spend());
            line.margin = line.margin.plus(bought.margin());
        });
    }

    private void segment(Memory memory, @Nullable String tier, long relationshipDays, double current) {
        var sums = segments.computeIfAbsent(tier == null ? "unknown" : tier, _ -> new double[4]);
        sums[0]++;
        sums[1] += relationshipDays;
        sums[2] += memory.productLines().size();
        sums[3] += Decimal.nearest(current).parts();
    }

    private static Worth.Costs costs(String standing) {
        return new Worth.Costs(
                Standing.number(standing, "cost-of-message"),
                Standing.number(standing, "cost-of-call"),
                Standing.number(standing, "cost-of-visit"),
                Standing.number(standing, "cost-of-complaint"));
    }

    /**
     * The population as counted so far.
     *
     * @param before the one before: its forecasts stand while they are fresh, else they are fitted anew
     */
    public Snapshot snapshot(Snapshot before) {
        var day = LocalDate.ofInstant(at, zone);
        return equity.into(buyers.into(snapshot(), before, day), day);
    }

    Snapshot snapshot() {
        var figures = lines.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, line -> line.getValue().figures()));
        var difference = new Values();
        mixes.forEach(mix -> difference.add(Worth.needsDifference(mix, figures)));
        var measures = new HashMap<>(Map.of(
                "current-value", currentValue.quantiles(),
                Snapshot.CONTRIBUTION, currentValue.contributions(),
                "historical-value", historicalValue.quantiles(),
                "potential-value", potentialValue.quantiles(),
                "needs-difference", difference.quantiles(),
                "spend", spend.quantiles(),
                "recency", recency.quantiles(),
                "frequency", frequency.quantiles()));
        sources.forEach((source, sums) -> measures.put(Snapshot.SOURCE + source, money(sums)));
        segments.forEach((tier, sums) -> measures.put(Snapshot.SEGMENT + tier, means(sums)));
        return new Snapshot(at.toString(), at, spend.size, Map.copyOf(measures), figures);
    }

    private static double[] money(double[] sums) {
        return new double[] {sums[0], sums[1], sums[2] / Decimal.ONE, sums[3] / Decimal.ONE};
    }

    private static double[] means(double[] sums) {
        return new double[] {sums[0], sums[1] / sums[0], sums[2] / sums[0], sums[3] / Decimal.ONE / sums[0]};
    }

    private static final class Line {
        long customers;
        Decimal spend = Decimal.ZERO;
        Decimal margin = Decimal.ZERO;

        Snapshot.LineFigures figures() {
            return new Snapshot.LineFigures(customers, spend,
                    spend.equals(Decimal.ZERO) ? 0 : margin.toDouble() / spend.toDouble());
        }
    }

    private static final class Values {
        double[] values = new double[1024];
        int size;

        /** What is unknown of somebody has no place among what is known of the others. */
        void add(double value) {
            if (Double.isNaN(value)) {
                return;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        double[] quantiles() {
            return sampled(sorted());
        }

        /** In the places of the quantiles: the share in percent that all values from there upwards have in the sum. */
        double[] contributions() {
            var values = sorted();
            var sum = 0.0;
            for (var i = size - 1; i >= 0; i--) {
                sum += values[i];
                values[i] = sum;
            }
            var total = sum;
            return total <= 0 ? new double[0] : Arrays.stream(sampled(values)).map(part -> 100 * part / total).toArray();
        }

        private double[] sorted() {
            var sorted = Arrays.copyOf(values, size);
            Arrays.parallelSort(sorted);
            return sorted;
        }

        private double[] sampled(double[] sorted) {
            if (size <= MOST_VALUES) {
                return sorted;
            }
            var quantiles = new double[MOST_VALUES];
            for (var i = 0; i < MOST_VALUES; i++) {
                quantiles[i] = sorted[(int) Math.round((double) i * (size - 1) / (MOST_VALUES - 1))];
            }
            return quantiles;
        }
    }
}
