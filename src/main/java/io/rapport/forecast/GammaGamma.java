package io.rapport.forecast;

import org.hipparchus.special.Gamma;

/**
 * The gamma-gamma model of spend: what a customer spends per purchase day varies around a mean of his own, and the means vary
 * between customers. Few purchases are drawn towards the mean of all.
 *
 * <p>Source: Fader, Hardie and Lee, "RFM and CLV: using iso-value curves for customer base analysis", Journal of Marketing
 * Research 42 (2005); Fader and Hardie, "The gamma-gamma model of monetary value" (2013).
 *
 * @param p shape of a customer's amounts
 * @param q shape of the customers' means
 * @param v scale of the customers' means, in the books' currency
 */
public record GammaGamma(double p, double q, double v) {

    public GammaGamma {
        if (!(p > 0 && q > 0 && v > 0)) {
            throw new IllegalArgumentException("p, q and v are above 0, found [" + p + ", " + q + ", " + v
                    + "].\nMaybe the fit did not come to an end.");
        }
    }

    /** Expected amount per purchase day of a customer who spent so much on average on n purchase days; needs pn + q above 1. */
    public double expectedSpend(double n, double mean) {
        return p * (v + n * mean) / (p * n + q - 1);
    }

    /** Natural logarithm of the likelihood of a mean amount above 0 over n purchase days. */
    public double logLikelihood(double n, double mean) {
        var pn = p * n;
        return Gamma.logGamma(pn + q) - Gamma.logGamma(pn) - Gamma.logGamma(q) + q * Math.log(v) + (pn - 1) * Math.log(mean)
                + pn * Math.log(n) - (pn + q) * Math.log(v + n * mean);
    }
}
