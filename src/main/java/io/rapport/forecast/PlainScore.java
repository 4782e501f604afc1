package io.rapport.forecast;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.rapport.forecast.PurchaseDays.Past;

/** Scores that need no fit: what every forecast has to beat. */
enum PlainScore {
    RECENCY("recency alone"), RHYTHM("silence / own mean interval"), RFM("RFM quintile sum"), DECAYED("decayed purchase count");

    private final String words;

    PlainScore(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The higher, the likelier to buy; the quintiles are those of these customers. */
    double[] of(List<Past> customers, double tauDays) {
        return switch (this) {
            case RECENCY -> of(customers, each -> -each.silence());
            case RHYTHM -> rhythm(customers);
            case RFM -> rfm(customers);
            case DECAYED -> of(customers, each -> each.decayed(tauDays));
        };
    }

    private static double[] of(List<Past> customers, ToDoubleFunction<Past> score) {
        return customers.stream().mapToDouble(score).toArray();
    }

    /** Who bought on one day only has no interval of his own; that of all stands for it. */
    private static double[] rhythm(List<Past> customers) {
        var usual = OutlookFit.usualInterval(customers);
        return of(customers, each -> -each.silence() / (each.count() > 1 ? (double) each.span() / (each.count() - 1) : usual));
    }

    private static double[] rfm(List<Past> customers) {
        var recency = Ranking.quintiles(of(customers, each -> -each.silence()));
        var frequency = Ranking.quintiles(of(customers, Past::count));
        var money = Ranking.quintiles(of(customers, Past::spend));
        var sums = new double[recency.length];
        for (var i = 0; i < sums.length; i++) {
            sums[i] = recency[i] + frequency[i] + money[i];
        }
        return sums;
    }
}
