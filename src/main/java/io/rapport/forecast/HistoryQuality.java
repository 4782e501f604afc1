package io.rapport.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.rapport.forecast.OutlookFit.Fitted;
import io.rapport.forecast.PurchaseDays.Past;

/**
 * How good the forecasts are on a history whose end is known: everything is fitted on what was known at the end of the day
 * before the split, and compared with what was bought in the days that followed.
 */
public final class HistoryQuality {

    /** At the end of a history there may be some days on which nobody bought. */
    private static final int QUIET_DAYS = 7;

    private final Histories histories;
    private final int asOf;
    private final int horizon;

    private HistoryQuality(Histories histories, int asOf, int horizon) {
        this.histories = histories;
        this.asOf = asOf;
        this.horizon = horizon;
    }

    /**
     * @param split the first day that is forecast
     * @param horizonDays how many days are
     * @param learnedFrom the first day of the history
     * @param innerSplit the first day of the earlier window on which weights were fitted
     * @param innerDays its length, 0 if the history was too short for one
     * @param tauDays how fast counters fade
     * @param model repeat purchase, fitted
     * @param amounts spend per purchase day, fitted
     * @param customers who had bought before the split; only they are measured
     * @param share of them who bought in the window
     */
    public record Report(
            LocalDate split, int horizonDays, LocalDate learnedFrom, LocalDate innerSplit, int innerDays, double tauDays,
            MbgNbd model, double logLikelihood, GammaGamma amounts, int customers, double share, List<Figures.Who> who,
            List<Figures.HowMuch> orders, List<Figures.HowMuch> spend, List<Figures.Tenth> tenths) {}

    /**
     * @param split the first day that is forecast: nothing from it on is looked at but to compare
     * @throws IllegalArgumentException if the history does not reach over the split and the horizon
     */
    public static Report of(Histories histories, LocalDate split, int horizonDays) {
        var end = split.plusDays(horizonDays - 1L);
        if (!split.isAfter(histories.first()) || end.isAfter(histories.last().plusDays(QUIET_DAYS))) {
            throw new IllegalArgumentException("The history is from " + histories.first() + " to " + histories.last()
                    + " and has to hold what is forecast, found [" + split + " to " + end + "].\nMaybe --split "
                    + histories.last().minusDays(horizonDays - 1L));
        }
        return new HistoryQuality(histories, (int) split.toEpochDay() - 1, horizonDays).report();
    }

    private Report report() {
        var customers = histories.until(asOf);
        var tau = OutlookFit.usualTau(customers);
        var fitted = OutlookFit.fit(histories, asOf, horizon, tau);
        var did = new boolean[customers.size()];
        for (var i = 0; i < did.length; i++) {
            did[i] = customers.get(i).bought(horizon) > 0;
        }
        var spent = customers.stream().mapToDouble(each -> each.spent(horizon)).toArray();
        var own = of(customers, each -> fitted.outlook().pBuy(each.seen(tau), horizon));
        var share = customers.stream().mapToDouble(each -> each.bought(horizon) > 0 ? 1 : 0).average().orElse(0);
        return new Report(LocalDate.ofEpochDay(asOf + 1L), horizon, histories.first(), LocalDate.ofEpochDay(fitted.origin() + 1L),
                fitted.window(), tau, fitted.outlook().model(), fitted.logLikelihood(), fitted.outlook().spend(),
                customers.size(),
                share, who(customers, fitted, own, did, spent), orders(customers, fitted), spend(customers, fitted, spent),
                Figures.tenths(own, did));
    }

    private List<Figures.Who> who(List<Past> customers, Fitted fitted, double[] own, boolean[] did, double[] spent) {
        var rows = new ArrayList<Figures.Who>();
        var model = fitted.outlook().model();
        var tau = fitted.outlook().tauDays();
        rows.add(Figures.who("probability of buying", own, own, did, spent));
        var alone = of(customers, each -> model.pBuy(each.history(), horizon / PurchaseHistory.DAYS_OF_A_WEEK));
        rows.add(Figures.who("MBG/NBD alone", alone, alone, did, spent));
        var earlier = fitted.window() == 0 ? customers : histories.until(fitted.origin());
        for (var plain : PlainScore.values()) {
            var scores = plain.of(customers, tau);
            rows.add(Figures.who(plain.words(), scores, calibrated(plain, earlier, fitted, scores), did, spent));
        }
        return rows;
    }

    /** A plain score becomes a probability by what followed on it in the earlier window, at the level of the own forecast. */
    private double[] calibrated(PlainScore plain, List<Past> earlier, Fitted fitted, double[] scores) {
        var before = plain.of(earlier, fitted.outlook().tauDays());
        var rows = Arrays.stream(before).mapToObj(each -> new double[] {each}).toArray(double[][]::new);
        var scale = Scale.of(rows);
        var answers = earlier.stream().mapToDouble(each -> fitted.window() > 0 && each.bought(fitted.window()) > 0 ? 1 : 0)
                .toArray();
        var logistic = Logistic.fit(scale.apply(rows), answers, 1);
        return Arrays.stream(scores).map(each -> logistic.probability(scale.apply(new double[][] {{each}})[0])).toArray();
    }

    private List<Figures.HowMuch> orders(List<Past> customers, Fitted fitted) {
        var happened = of(customers, each -> each.bought(horizon));
        var outlook = fitted.outlook();
        var days = customers.stream().mapToDouble(Past::count).sum()
                / Math.max(1, customers.stream().mapToDouble(Past::age).sum());
        return List.of(
                Figures.howMuch("expected orders", of(customers, each -> outlook.orders(each.seen(outlook.tauDays()), horizon)),
                        happened),
                Figures.howMuch("MBG/NBD alone", of(customers,
                        each -> outlook.model().expectedOrders(each.history(), horizon / PurchaseHistory.DAYS_OF_A_WEEK)),
                        happened),
                Figures.howMuch("the same for everybody", of(customers, _ -> days * horizon), happened));
    }

    private List<Figures.HowMuch> spend(List<Past> customers, Fitted fitted, double[] spent) {
        var outlook = fitted.outlook();
        var perDay = customers.stream().mapToDouble(Past::spend).sum() / Math.max(1, asOf - histories.firstDay());
        var total = customers.stream().mapToDouble(Past::spend).sum();
        return List.of(
                Figures.howMuch("expected spend", of(customers, each -> outlook.spend(each.seen(outlook.tauDays()))), spent),
                Figures.howMuch("MBG/NBD x gamma-gamma", of(customers,
                        each -> outlook.model().expectedOrders(each.history(), horizon / PurchaseHistory.DAYS_OF_A_WEEK)
                                * outlook.perPurchase(each.seen(outlook.tauDays()))),
                        spent),
                Figures.howMuch("spend so far, at the same pace", of(customers, each -> each.spend() / total * perDay * horizon),
                        spent));
    }

    private static double[] of(List<Past> customers, ToDoubleFunction<Past> forecast) {
        return customers.stream().mapToDouble(forecast).toArray();
    }
}
