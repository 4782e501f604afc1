package io.rapport.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well a score puts those first who then do it. Ties count half. */
final class Ranking {

    private static final double TWO_SIDED_95 = 1.959963984540054;

    private Ranking() {}

    /**
     * @param value area under the curve: the chance that one who did stands above one who did not
     * @param low lower end of the 95 % interval
     * @param high upper end of it
     */
    public record Auc(double value, double low, double high) {}

    /**
     * The area with its interval by DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988), over midranks as in Sun and Xu, IEEE
     * Signal Processing Letters 21 (2014). NaN if all did or nobody did.
     */
    static Auc auc(double[] scores, boolean[] did) {
        var yes = select(scores, did, true);
        var no = select(scores, did, false);
        if (yes.length == 0 || no.length == 0) {
            return new Auc(Double.NaN, Double.NaN, Double.NaN);
        }
        var all = midranks(scores);
        var amongYes = midranks(yes);
        var amongNo = midranks(no);
        var above = new double[yes.length];
        var below = new double[no.length];
        var y = 0;
        var n = 0;
        for (var i = 0; i < scores.length; i++) {
            if (did[i]) {
                above[y] = (all[i] - amongYes[y]) / no.length;
                y++;
            } else {
                below[n] = 1 - (all[i] - amongNo[n]) / yes.length;
                n++;
            }
        }
        var value = Arrays.stream(above).average().orElse(0);
        var half = TWO_SIDED_95 * Math.sqrt(variance(above) / yes.length + variance(below) / no.length);
        return new Auc(value, Math.max(0, value - half), Math.min(1, value + half));
    }

    /** Share of an amount that is held by the customers of the highest scores, as many as a share of all; ties share alike. */
    static double capture(double[] scores, double[] amounts, double share) {
        var order = order(scores);
        var left = scores.length * share;
        var held = 0.0;
        for (var to = order.length; to > 0 && left > 0;) {
            var from = to;
            var tied = 0.0;
            do {
                tied += amounts[order[--from]];
            } while (from > 0 && scores[order[from - 1]] == scores[order[to - 1]]);
            held += tied * Math.min(1, left / (to - from));
            left -= to - from;
            to = from;
        }
        return held / Arrays.stream(amounts).sum();
    }

    /** Ranks from 1, ties at their middle. */
    static double[] midranks(double[] values) {
        var order = order(values);
        var ranks = new double[values.length];
        for (var from = 0; from < order.length;) {
            var to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (var i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /** 1 to 5 by fifths of all, 5 for the highest. */
    static double[] quintiles(double[] values) {
        return Arrays.stream(midranks(values)).map(rank -> Math.ceil(5 * (rank - 0.5) / values.length)).toArray();
    }

    /** Positions from the lowest value to the highest. */
    static int[] order(double[] values) {
        return IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
    }

    private static double[] select(double[] scores, boolean[] did, boolean wanted) {
        return IntStream.range(0, scores.length).filter(i -> did[i] == wanted).mapToDouble(i -> scores[i]).toArray();
    }

    private static double variance(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        var mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum() / (values.length - 1);
    }
}
