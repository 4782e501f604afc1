package io.rapport.forecast;

import org.hipparchus.special.Gamma;

/**
 * The modified beta-geometric / negative binomial model of repeat purchase: everybody buys at random at a rate of his own
 * (gamma distributed), and after every purchase, the first included, leaves for ever with a probability of his own (beta
 * distributed).
 *
 * <p>Time is in weeks. Sources: Fader, Hardie and Lee, "Counting your customers the easy way", Marketing Science 24 (2005);
 * Batislam, Denizel and Filiztekin, "Empirical validation and comparison of models for customer base analysis", International
 * Journal of Research in Marketing 24 (2007).
 *
 * <p>Of its kin none is built. BG/NBD says of everybody who bought once that he is still there, which makes it useless for churn.
 * Pareto/NBD, which answers the same questions with two hypergeometric functions a customer in its likelihood, and MBG/CNBD-k, which
 * supposes that customers buy at even intervals, were not measured: {@link Outlook} corrects this one by decayed counters.
 *
 * @param r shape of the purchase rates
 * @param alpha scale of the purchase rates, in weeks
 * @param a of the leaving probabilities
 * @param b of the leaving probabilities
 */
public record MbgNbd(double r, double alpha, double a, double b) {

    /** So near to 1 the formula for expected orders is 0/0; its value there is that of its neighbours. */
    private static final double TOO_NEAR_TO_ONE = 1e-6;

    public MbgNbd {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
            throw new IllegalArgumentException("r, alpha, a and b are above 0, found [" + r + ", " + alpha + ", " + a + ", " + b
                    + "].\nMaybe the fit did not come to an end.");
        }
    }

    /** Probability that the customer has not left, 0 to 1. */
    public double pAlive(PurchaseHistory h) {
        return 1 / (1 + Math.exp(logOddsDead(h)));
    }

    private double logOddsDead(PurchaseHistory h) {
        return Math.log(a / (b + h.x())) + (r + h.x()) * Math.log((alpha + h.tWeeks()) / (alpha + h.txWeeks()));
    }

    /** Probability that the customer buys at least once within the next weeks, 0 to 1. */
    public double pBuy(PurchaseHistory h, double weeks) {
        return -pAlive(h) * Math.expm1(-(r + h.x()) * Math.log1p(weeks / (alpha + h.tWeeks())));
    }

    /**
     * Expected purchase days within the next weeks. Of the two forms of 2F1 (Euler's transformation, DLMF 15.8.1) the one with
     * the smaller exponent is summed: the other passes all bounds where nearly everybody leaves after one purchase, or somebody
     * has bought very often.
     */
    public double expectedOrders(PurchaseHistory h, double weeks) {
        var leaving = Math.abs(a - 1) < TOO_NEAR_TO_ONE ? 1 + TOO_NEAR_TO_ONE : a;
        var w = weeks / (alpha + h.tWeeks() + weeks);
        var buying = r + h.x();
        var all = leaving + b + h.x();
        var stays = leaving - 1 > buying
                ? buying * Math.log1p(-w) + Hypergeometric.log(buying, b + h.x() + 1, all, w)
                : (leaving - 1) * Math.log1p(-w) + Hypergeometric.log(leaving + b - r, leaving - 1, all, w);
        return all / (leaving - 1) * -Math.expm1(stays) * pAlive(h);
    }

    /** Natural logarithm of the likelihood of one history. */
    public double logLikelihood(PurchaseHistory h) {
        return logLikelihoodOf(h.x()) + logLikelihoodOfTimes(h);
    }

    /** The part that depends on the number of repeat purchases only. */
    double logLikelihoodOf(long x) {
        return Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha) + logBeta(a, b + x + 1) - logBeta(a, b);
    }

    /** The rest. */
    double logLikelihoodOfTimes(PurchaseHistory h) {
        return -(r + h.x()) * Math.log(alpha + h.tWeeks()) + log1pExp(logOddsDead(h));
    }

    private static double logBeta(double p, double q) {
        return Gamma.logGamma(p) + Gamma.logGamma(q) - Gamma.logGamma(p + q);
    }

    private static double log1pExp(double value) {
        return value > 0 ? value + Math.log1p(Math.exp(-value)) : Math.log1p(Math.exp(value));
    }
}
