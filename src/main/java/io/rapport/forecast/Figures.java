package io.rapport.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures of forecasts against what happened, as a quality report shows them. */
public final class Figures {

    private static final double FLAG = 0.5;

    private Figures() {}

    /**
     * One score of who will do it.
     *
     * @param auc area under the curve with the ends of its 95 % interval
     * @param capture20 share of the future amount held by the fifth with the highest scores; NaN without amounts
     * @param accuracy share of right flags, flagged from a probability of a half on
     * @param f1 of the same flags
     * @param brier mean squared error of the probability
     */
    public record Who(
            String score, double auc, double aucLow, double aucHigh, double capture20, double accuracy, double f1,
            double brier) {}

    /**
     * One forecast of an amount per customer.
     *
     * @param capture20 as in {@link Who}
     * @param mae mean absolute error
     * @param rmse root of the mean squared error
     * @param ratio sum of the forecasts over the sum of what happened
     */
    public record HowMuch(String forecast, double capture20, double mae, double rmse, double ratio) {}

    /**
     * Customers of one tenth by forecast probability, lowest first.
     *
     * @param forecast mean probability
     * @param happened share of those who did
     */
    public record Tenth(int tenth, int customers, double forecast, double happened) {}

    /** @param amounts what follows, null if there is no such thing */
    static Who who(String score, double[] scores, double[] probabilities, boolean[] did, double[] amounts) {
        var auc = Ranking.auc(scores, did);
        var right = 0;
        var hits = 0;
        var flagged = 0;
        var brier = 0.0;
        var yes = 0;
        for (var i = 0; i < did.length; i++) {
            var flag = probabilities[i] >= FLAG;
            right += flag == did[i] ? 1 : 0;
            hits += flag && did[i] ? 1 : 0;
            flagged += flag ? 1 : 0;
            yes += did[i] ? 1 : 0;
            brier += Math.pow(probabilities[i] - (did[i] ? 1 : 0), 2);
        }
        var capture = amounts.length == 0 ? Double.NaN : Ranking.capture(scores, amounts, 0.2);
        return new Who(score, auc.value(), auc.low(), auc.high(), capture, (double) right / did.length,
                2.0 * hits / Math.max(1, flagged + yes), brier / did.length);
    }

    static HowMuch howMuch(String forecast, double[] forecasts, double[] happened) {
        var absolute = 0.0;
        var squared = 0.0;
        for (var i = 0; i < happened.length; i++) {
            absolute += Math.abs(forecasts[i] - happened[i]);
            squared += Math.pow(forecasts[i] - happened[i], 2);
        }
        return new HowMuch(forecast, Ranking.capture(forecasts, happened, 0.2), absolute / happened.length,
                Math.sqrt(squared / happened.length), Arrays.stream(forecasts).sum() / Arrays.stream(happened).sum());
    }

    static List<Tenth> tenths(double[] probabilities, boolean[] did) {
        var order = Ranking.order(probabilities);
        var tenths = new ArrayList<Tenth>();
        for (var tenth = 0; tenth < 10; tenth++) {
            var from = tenth * order.length / 10;
            var to = (tenth + 1) * order.length / 10;
            var forecast = 0.0;
            var happened = 0.0;
            for (var i = from; i < to; i++) {
                forecast += probabilities[order[i]];
                happened += did[order[i]] ? 1 : 0;
            }
            if (to > from) {
                tenths.add(new Tenth(tenth + 1, to - from, forecast / (to - from), happened / (to - from)));
            }
        }
        return tenths;
    }
}
