package io.rapport.forecast;

/**
 * What a customer is expected to do within the next days: the purchase model and the decayed purchase count together. Each knows
 * what the other does not: the model the customer's age and rhythm, the counter which purchases were lately. Their weights are
 * fitted on an earlier part of the same history (see {@link OutlookFit}).
 *
 * <p>With every silent day the probability falls, never rises, since both that move by the clock have weights of 0 or more: from
 * this the day follows on which it crosses a threshold.
 *
 * @param model repeat purchase
 * @param spend amounts
 * @param weights of {@link #columns}
 * @param spendFactor expected spend within {@code horizonDays} per unit of decayed spend
 * @param horizonDays for which the weights were fitted
 * @param tauDays how fast the decayed counters fade
 */
public record Outlook(MbgNbd model, GammaGamma spend, Weights weights, double spendFactor, int horizonDays, double tauDays) {

    private static final double LEAST = 1e-12;

    /**
     * Of the logarithm of the odds to buy.
     *
     * @param intercept the level
     * @param model of the log odds that the model says, 0 or more
     * @param decayed of the logarithm of the decayed purchase count, 0 or more
     * @param days of the logarithm of the number of purchase days
     * @param spend of the logarithm of 1 + the amount per purchase day
     */
    public record Weights(double intercept, double model, double decayed, double days, double spend) {

        static Weights of(double[] all) {
            return new Weights(all[0], all[1], all[2], all[3], all[4]);
        }

        Weights higher(double by) {
            return new Weights(intercept + by, model, decayed, days, spend);
        }
    }

    /** A customer as the models see him, and his decayed counters as of the same day. */
    public record Seen(PurchaseHistory history, double decayedCount, double decayedSpend) {}

    static double logOdds(double p) {
        var inside = Math.clamp(p, LEAST, 1 - LEAST);
        return Math.log(inside / (1 - inside));
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    static double[] columns(MbgNbd model, Seen seen, int days) {
        var history = seen.history();
        return new double[] {logOdds(model.pBuy(history, days / PurchaseHistory.DAYS_OF_A_WEEK)),
                Math.log(Math.max(LEAST, seen.decayedCount())), Math.log(history.x() + 1),
                Math.log1p(Math.max(0, history.meanSpend()))};
    }

    /** Logarithm of the odds that the customer buys within so many days. */
    double logOdds(Seen seen, int days) {
        var columns = columns(model, seen, days);
        return weights.intercept() + weights.model() * columns[0] + weights.decayed() * columns[1] + weights.days() * columns[2]
                + weights.spend() * columns[3];
    }

    /** Probability that the customer buys within so many days, 0 to 1. */
    double pBuy(Seen seen, int days) {
        return probability(logOdds(seen, days));
    }

    /** Expected purchase days within so many days: the probability, times how many the model expects of who buys at all. */
    double orders(Seen seen, int days) {
        var weeks = days / PurchaseHistory.DAYS_OF_A_WEEK;
        var buys = model.pBuy(seen.history(), weeks);
        return buys < LEAST ? 0 : pBuy(seen, days) * model.expectedOrders(seen.history(), weeks) / buys;
    }

    /** Expected amount per purchase day. */
    double perPurchase(Seen seen) {
        return spend.expectedSpend(seen.history().x() + 1, Math.max(0, seen.history().meanSpend()));
    }

    /** Expected spend within the days the weights were fitted for: half by orders times amount, half by decayed spend. */
    double spend(Seen seen) {
        return (orders(seen, horizonDays) * perPurchase(seen) + spendFactor * seen.decayedSpend()) / 2;
    }
}
