package io.rapport.policy.steps;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.rapport.facts.Decimal;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.ModelParameters;
import io.rapport.policy.wording.UnclearStep;

/**
 * The customers around the people of a scenario, as a snapshot. Of N customers the one who ranks r-th by a value has
 * N - r + 1 of it, so that ranks and values say the same; by recency the r-th bought r days ago.
 */
public final class Population {

    public static final String RECENCY = "recency";

    /** A snapshot keeps all values up to so many customers, else so many quantiles. */
    private static final int MOST_VALUES = 10_001;

    private static final String CURRENT_VALUE = "current-value";
    private static final List<String> MEASURES = List.of(
            CURRENT_VALUE, "spend", "frequency", RECENCY, "historical-value", "potential-value", "needs-difference");

    /** So many of them every snapshot has. */
    private static final int ALWAYS = 4;

    private final Map<String, Snapshot.LineFigures> productLines = new TreeMap<>();
    private final Map<String, Double> standings = new TreeMap<>();
    private final Map<String, Double> middles = new TreeMap<>();
    private int customers;
    private boolean forecasts;
    private double[] fitted = new double[0];
    private double shareOfLargest;

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

    /** The forecasts' parameters are those that were published of a shop of records: nobody needs a history of his own to try rules. */
    void fitForecasts() {
        forecasts = true;
    }

    /** The forecasts' parameters as a snapshot keeps them. */
    void fitForecasts(double[] parameters) {
        fitted = parameters.clone();
    }

    /** Half of the customers have at least so much. */
    void middle(String measure, double value) {
        middles.put(measure, value);
    }

    /** The first by current value brings so many percent of all of it. */
    void largest(double percent) {
        shareOfLargest = percent;
    }

    void productLine(String name, long owners, double marginPercent) {
        productLines.put(name, new Snapshot.LineFigures(owners, Decimal.of(owners * 100), marginPercent / 100));
    }

    /** Whoever the scenario is about is among the top so many percent by this measure, whatever his value. */
    void stands(String measure, double topPercent) {
        standings.put(measure, topPercent);
    }

    /** The value of whoever ranks so. */
    double valueOfRank(String measure, int rank) {
        if (rank < 1 || rank > customers) {
            throw new UnclearStep("Nobody ranks [" + rank + "] among [" + customers + "] customers",
                    "say first how many customers there are.");
        }
        return measure.equals(RECENCY) ? rank : values(measure)[customers - rank];
    }

    /** So many above as the percentage says and the others below, far from any value. */
    private double[] around(double topPercent, boolean recency) {
        var values = new double[Math.min(Math.max(1, customers), MOST_VALUES)];
        var above = (int) Math.round(values.length * (recency ? 100 - topPercent : topPercent) / 100);
        Arrays.fill(values, 0, values.length - above, -Double.MAX_VALUE);
        Arrays.fill(values, values.length - above, values.length, Double.MAX_VALUE);
        return values;
    }

    Snapshot snapshot(ZonedDateTime at) {
        if (customers == 0 && productLines.isEmpty() && !forecasts && fitted.length == 0) {
            return Snapshot.NONE;
        }
        var measures = new TreeMap<String, double[]>();
        (standings.isEmpty() ? MEASURES : MEASURES.subList(0, ALWAYS)).forEach(measure -> measures.put(measure, values(measure)));
        if (standings.isEmpty()) {
            measures.put(Snapshot.CONTRIBUTION, contributions(values(CURRENT_VALUE)));
        }
        standings.forEach((measure, top) -> measures.put(measure, measure.equals(Snapshot.CONTRIBUTION)
                ? DoubleStream.generate(() -> top).limit(customers).toArray()
                : around(top, measure.equals(RECENCY))));
        if (forecasts) {
            measures.putAll(ModelParameters.published(at.toLocalDate()).measure());
        }
        if (fitted.length > 0) {
            measures.put(ModelParameters.MEASURE, fitted);
        }
        return new Snapshot("example-population", at.toInstant(), customers, measures, productLines);
    }

    private double[] values(String measure) {
        var middle = middles.get(measure);
        var step = middle == null ? 1 : middle / (customers / 2 + 1);
        var values = IntStream.rangeClosed(1, customers).mapToDouble(each -> each * step).toArray();
        if (measure.equals(CURRENT_VALUE) && shareOfLargest > 0) {
            var others = Arrays.stream(values, 0, customers - 1).sum();
            values[customers - 1] = shareOfLargest * others / (100 - shareOfLargest);
        }
        return values;
    }

    private static double[] contributions(double[] values) {
        var shares = new double[values.length];
        var total = Arrays.stream(values).sum();
        var sum = 0.0;
        for (var i = values.length - 1; i >= 0; i--) {
            sum += values[i];
            shares[i] = 100 * sum / total;
        }
        return shares;
    }
}
