package io.rapport.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the parameters under which the customers' own history is most likely. Parameters stay
 * within bounds so wide that they only matter to thin or strange histories, whose likelihood has no end.
 */
final class Fit {

    private static final double[][] STARTS_OF_MBG_NBD = {{1, 10, 1, 2}, {0.5, 4, 0.5, 2}, {2, 30, 2, 8}};

    private static final double[][] STARTS_OF_GAMMA_GAMMA = {{1, 3, 1}, {4, 3, 0.5}, {10, 5, 0.2}};

    /**
     * Where next to nobody was seen to leave, any large a and b of the same ratio are as likely. The sum says how sure the model is
     * that all leave alike: as of so many purchases seen of each.
     */
    private static final double SUREST = 1_000;

    private Fit() {}

    /** Customers who are alike are counted, not repeated: the cost grows with how different they are. */
    static MbgNbd mbgNbd(List<PurchaseHistory> histories) {
        Map<PurchaseHistory, Integer> alike = new TreeMap<>(Comparator.comparingLong(PurchaseHistory::x)
                .thenComparingDouble(PurchaseHistory::txWeeks).thenComparingDouble(PurchaseHistory::tWeeks));
        Map<Long, Integer> repeats = new TreeMap<>();
        for (var history : histories) {
            alike.merge(history, 1, Integer::sum);
            repeats.merge(history.x(), 1, Integer::sum);
        }
        var found = Simplex.greatest(values -> values[2] + values[3] > SUREST ? Double.NEGATIVE_INFINITY
                : likelihood(new MbgNbd(values[0], values[1], values[2], values[3]), alike, repeats), STARTS_OF_MBG_NBD);
        return new MbgNbd(found[0], found[1], found[2], found[3]);
    }

    private static double likelihood(MbgNbd model, Map<PurchaseHistory, Integer> alike, Map<Long, Integer> repeats) {
        var sum = 0.0;
        for (var entry : repeats.entrySet()) {
            sum += entry.getValue() * model.logLikelihoodOf(entry.getKey());
        }
        for (var entry : alike.entrySet()) {
            sum += entry.getValue() * model.logLikelihoodOfTimes(entry.getKey());
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
