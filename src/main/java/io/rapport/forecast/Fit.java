package io.rapport.forecast;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the parameters under which the customers' own history is most likely. Thin or strange histories are drawn, very
 * weakly, towards ordinary parameters, so that the search always has an end; a few hundred customers outweigh that by far.
 */
final class Fit {

    private static final double[][] STARTS_OF_MBG_NBD = {{1, 10, 1, 2}, {0.5, 4, 0.5, 2}, {2, 30, 2, 8}};

    private static final double[][] STARTS_OF_GAMMA_GAMMA = {{1, 3, 1}, {4, 3, 0.5}, {10, 5, 0.2}};

    private Fit() {}

    /** Customers who are alike are counted, not repeated: the cost grows with how different they are. */
    static MbgNbd mbgNbd(List<PurchaseHistory> histories) {
        Map<List<Double>, Integer> alike = new TreeMap<>(Fit::inOrder);
        for (var history : histories) {
            alike.merge(List.of((double) history.x(), history.txWeeks(), history.tWeeks()), 1, Integer::sum);
        }
        var distinct = alike.keySet().stream()
                .map(each -> new PurchaseHistory(each.get(0).longValue(), each.get(1), each.get(2), 0)).toList();
        var counts = alike.values().stream().mapToInt(Integer::intValue).toArray();
        var found = Simplex.greatest(
                values -> likelihood(new MbgNbd(values[0], values[1], values[2], values[3]), distinct, counts),
                STARTS_OF_MBG_NBD);
        return new MbgNbd(found[0], found[1], found[2], found[3]);
    }

    private static int inOrder(List<Double> one, List<Double> other) {
        for (var i = 0; i < one.size(); i++) {
            var compared = Double.compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static double likelihood(MbgNbd model, List<PurchaseHistory> distinct, int[] counts) {
        var sum = 0.0;
        for (var i = 0; i < counts.length; i++) {
            sum += counts[i] * model.logLikelihood(distinct.get(i));
        }
        return sum;
    }

    static double logLikelihood(MbgNbd model, List<PurchaseHistory> histories) {
        return histories.stream().mapToDouble(model::logLikelihood).sum();
    }

    /** Of those who bought on at least two days; amounts are searched in units of their mean, whatever the currency. */
    static GammaGamma gammaGamma(List<PurchaseHistory> histories) {
        var buyers = histories.stream().filter(each -> each.x() > 0 && each.meanSpend() > 0).toList();
        var unit = buyers.stream().mapToDouble(PurchaseHistory::meanSpend).average().orElse(1);
        var found = Simplex.greatest(values -> {
            var model = new GammaGamma(values[0], values[1], values[2]);
            return buyers.stream().mapToDouble(each -> model.logLikelihood(each.x() + 1, each.meanSpend() / unit)).sum();
        }, STARTS_OF_GAMMA_GAMMA);
        return new GammaGamma(found[0], found[1], found[2] * unit);
    }
}
