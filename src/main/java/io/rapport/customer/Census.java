package io.rapport.customer;

import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts the population for a snapshot: everybody who ever bought. Who never did has no recency and would only push every buyer
 * upwards.
 */
public final class Census {

    /** Beyond so many values the quantiles are kept instead: every 10,000th part, both ends included. */
    static final int MOST_VALUES = 10_001;

    private static final int DAYS_OF_CURRENT_VALUE = 365;

    private final Instant at;
    private final ZoneId zone;
    private final Values currentValue = new Values();
    private final Values spend = new Values();
    private final Values recency = new Values();
    private final Values frequency = new Values();
    private final Map<String, Line> lines = new HashMap<>();

    public Census(Instant at, ZoneId zone) {
        this.at = at;
        this.zone = zone;
    }

    /** Counts one customer in; who never bought is left out. */
    public void count(Memory memory) {
        var purchases = memory.purchases();
        if (purchases == null) {
            return;
        }
        var today = LocalDate.ofInstant(at, memory.zoneOr(zone));
        var margin = memory.tallies().get("margin");
        var day = (int) today.toEpochDay();
        currentValue.add(margin == null ? 0 : margin.days().sumBetween(day - DAYS_OF_CURRENT_VALUE + 1, day));
        spend.add(purchases.spend());
        recency.add(today.toEpochDay() - purchases.last().toEpochDay());
        frequency.add(purchases.days());
        memory.productLines().forEach((name, bought) -> {
            var line = lines.computeIfAbsent(name, unused -> new Line());
            line.customers++;
            line.spend += bought.spend();
            line.margin += bought.margin();
        });
    }

    /** The population as counted so far. */
    public Snapshot snapshot() {
        return new Snapshot(
                at.toString(),
                at,
                spend.size,
                Map.of(
                        "current-value", currentValue.quantiles(),
                        "spend", spend.quantiles(),
                        "recency", recency.quantiles(),
                        "frequency", frequency.quantiles()),
                lines.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, line -> line.getValue().figures())));
    }

    private static final class Line {
        long customers;
        double spend;
        double margin;

        Snapshot.LineFigures figures() {
            return new Snapshot.LineFigures(customers, spend, spend == 0 ? 0 : margin / spend);
        }
    }

    private static final class Values {
        double[] values = new double[1024];
        int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        double[] quantiles() {
            var sorted = Arrays.copyOf(values, size);
            Arrays.parallelSort(sorted);
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
