package io.rapport.policy;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.rapport.facts.Snapshot;

/**
 * The customers around the people of a scenario, as a snapshot. Of N customers the one who ranks r-th by a value has
 * N - r + 1 of it, so that ranks and values say the same; by recency the r-th bought r days ago.
 */
final class Population {

    static final String RECENCY = "recency";

    private final Map<String, Snapshot.LineFigures> productLines = new TreeMap<>();
    private int customers;

    void customers(int howMany) {
        customers = howMany;
    }

    /** So many customers as are needed to speak of ranks, when the scenario names none. */
    void atLeast(int howMany) {
        customers = Math.max(customers, howMany);
    }

    int customers() {
        return customers;
    }

    void productLine(String name, long owners, double marginPercent) {
        productLines.put(name, new Snapshot.LineFigures(owners, owners * 100.0, marginPercent / 100));
    }

    /** The value of whoever ranks so. */
    double valueOfRank(String measure, int rank) {
        if (rank < 1 || rank > customers) {
            throw new UnclearStep("Nobody ranks [" + rank + "] among [" + customers + "] customers",
                    "say first how many customers there are.");
        }
        return measure.equals(RECENCY) ? rank : customers - rank + 1.0;
    }

    Snapshot snapshot(ZonedDateTime at) {
        if (customers == 0 && productLines.isEmpty()) {
            return Snapshot.NONE;
        }
        var oneToAll = IntStream.rangeClosed(1, customers).mapToDouble(each -> each).toArray();
        var measures = Map.of("current-value", oneToAll, "spend", oneToAll, "frequency", oneToAll, RECENCY, oneToAll);
        return new Snapshot("example-population", at.toInstant(), customers, measures, productLines);
    }
}
