package io.rapport.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits an {@link Outlook} on purchases up to a day; nothing after that day is looked at. The weights are fitted at an earlier
 * day, where it is known by now who bought in the window that followed.
 *
 * <p>Seasons swing, and the next window is rarely like the last one. So the level is the middle of what is known about it: what
 * the purchase model says, what the latest window says, and, where the history reaches back so far, what the model missed in the
 * same season a year ago.
 */
final class OutlookFit {

    /** An earlier window is at most this share of the history. */
    private static final double LARGEST_WINDOW = 1.0 / 3;

    private static final int YEAR = 365;

    /** Before a window of last year there must be at least so much history, in windows. */
    private static final int WINDOWS_BEFORE = 2;

    private static final int FEWEST_CUSTOMERS = 50;

    private static final double RIDGE = 5;

    /** The decayed counters fade by e within so many usual intervals between two purchases. */
    static final double INTERVALS_OF_TAU = 4;

    private static final double LEAST_TAU = 7;

    /** Taken where nobody bought twice. */
    private static final double INTERVAL_OF_NOBODY = 30;

    private final Histories histories;
    private final int until;
    private final int horizon;
    private final double tau;

    private OutlookFit(Histories histories, int until, int horizon, double tau) {
        this.histories = histories;
        this.until = until;
        this.horizon = horizon;
        this.tau = tau;
    }

    /**
     * @param outlook as fitted
     * @param window days of the earlier window the weights were fitted on; 0 if the history was too short for one
     * @param origin epoch day at whose end the earlier window began
     * @param customers whose history the purchase model was fitted on
     */
    record Fitted(Outlook outlook, int window, int origin, int customers, double logLikelihood) {}

    /** Population at a day, with its own models. */
    record Origin(List<PurchaseDays.Past> customers, MbgNbd model) {}

    /** @param tauDays how fast counters fade */
    static Fitted fit(Histories histories, int until, int horizonDays, double tauDays) {
        return new OutlookFit(histories, until, horizonDays, tauDays).fitted();
    }

    /** Four times the usual interval, as known at the end of a day. */
    static double usualTau(List<PurchaseDays.Past> customers) {
        return Math.max(LEAST_TAU, INTERVALS_OF_TAU * usualInterval(customers));
    }

    /** Mean days between two purchases of all customers. */
    static double usualInterval(List<PurchaseDays.Past> customers) {
        var days = customers.stream().mapToLong(PurchaseDays.Past::span).sum();
        var gaps = customers.stream().mapToLong(each -> each.count() - 1).sum();
        return gaps == 0 ? INTERVAL_OF_NOBODY : (double) days / gaps;
    }

    private Fitted fitted() {
        var now = origin(until);
        var histories = now.customers().stream().map(PurchaseDays.Past::history).toList();
        var spend = Fit.gammaGamma(histories);
        var window = (int) Math.min(horizon, Math.floor((until - this.histories.firstDay()) * LARGEST_WINDOW));
        var weights = new Outlook.Weights(0, 1, 0, 0, 0);
        if (window > 0 && this.histories.until(until - window).size() >= FEWEST_CUSTOMERS) {
            var earlier = origin(until - window);
            weights = levelled(weights(earlier, window), now, earlier, window);
        } else {
            window = 0;
        }
        var outlook = new Outlook(now.model(), spend, weights, 0, horizon, tau);
        return new Fitted(withSpendFactor(outlook, now), window, until - window, histories.size(),
                Fit.logLikelihood(now.model(), histories));
    }

    private Origin origin(int day) {
        var customers = histories.until(day);
        return new Origin(customers, Fit.mbgNbd(customers.stream().map(PurchaseDays.Past::history).toList()));
    }

    private double[][] rows(Origin origin, int days) {
        return origin.customers().stream().map(each -> Outlook.columns(origin.model(), each.seen(tau), days))
                .toArray(double[][]::new);
    }

    /** Fitted on columns of one size; what moves by the clock and would get a weight below 0 is left out. */
    private Outlook.Weights weights(Origin earlier, int window) {
        var rows = rows(earlier, window);
        var bought = earlier.customers().stream().mapToDouble(each -> each.bought(window) > 0 ? 1 : 0).toArray();
        var scale = Scale.of(rows);
        var scaled = scale.apply(rows);
        var draws = new double[] {0, RIDGE, RIDGE, RIDGE, RIDGE};
        var fitted = Logistic.fit(scaled, bought, draws).weights();
        for (var moving = 1; moving <= 2; moving++) {
            if (fitted[moving] < 0) {
                draws[moving] = 1e9;
                fitted = Logistic.fit(scaled, bought, draws).weights();
                fitted[moving] = 0;
            }
        }
        return Outlook.Weights.of(scale.unscaled(fitted));
    }

    private Outlook.Weights levelled(Outlook.Weights weights, Origin now, Origin earlier, int window) {
        var model = Outlook.logOdds(expected(now, horizon));
        var levels = new ArrayList<Double>();
        levels.add(model);
        levels.add(window == horizon ? Outlook.logOdds(mean(now, weights)) : model + missed(earlier, window));
        var lastYear = until - YEAR;
        if (lastYear - histories.firstDay() >= WINDOWS_BEFORE * horizon && horizon <= YEAR) {
            levels.add(model + missed(origin(lastYear), horizon));
        }
        return weights.higher(shift(now, weights, Outlook.probability(
                levels.stream().mapToDouble(Double::doubleValue).average().orElse(model))));
    }

    private double mean(Origin now, Outlook.Weights weights) {
        return Arrays.stream(odds(now, weights)).map(Outlook::probability).average().orElse(0);
    }

    private double[] odds(Origin now, Outlook.Weights weights) {
        var bare = new Outlook(now.model(), new GammaGamma(1, 1, 1), weights, 0, horizon, tau);
        return now.customers().stream().mapToDouble(each -> bare.logOdds(each.seen(tau), horizon)).toArray();
    }

    /** By how much, in log odds, the model missed the share who bought after an origin. */
    private static double missed(Origin origin, int window) {
        var share = origin.customers().stream().mapToDouble(each -> each.bought(window) > 0 ? 1 : 0).average().orElse(0);
        return Outlook.logOdds(share) - Outlook.logOdds(expected(origin, window));
    }

    private static double expected(Origin origin, int window) {
        return origin.customers().stream()
                .mapToDouble(each -> origin.model().pBuy(each.history(), window / PurchaseHistory.DAYS_OF_A_WEEK)).average()
                .orElse(0);
    }

    /** How much to add to everybody's log odds for the mean probability to be the wanted one. */
    private double shift(Origin now, Outlook.Weights weights, double wanted) {
        var odds = odds(now, weights);
        var low = -20.0;
        var high = 20.0;
        while (high - low > 1e-9) {
            var middle = (low + high) / 2;
            if (Arrays.stream(odds).map(each -> Outlook.probability(each + middle)).average().orElse(0) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Outlook withSpendFactor(Outlook outlook, Origin now) {
        var byOrders = 0.0;
        var decayed = 0.0;
        for (var each : now.customers()) {
            var seen = each.seen(tau);
            byOrders += outlook.orders(seen, horizon) * outlook.perPurchase(seen);
            decayed += seen.decayedSpend();
        }
        return new Outlook(outlook.model(), outlook.spend(), outlook.weights(), decayed > 0 ? byOrders / decayed : 0, horizon,
                tau);
    }
}
