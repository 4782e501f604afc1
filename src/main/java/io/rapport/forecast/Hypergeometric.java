package io.rapport.forecast;

/** Gauss's hypergeometric function 2F1. */
final class Hypergeometric {

    private static final int MOST_TERMS = 200_000;

    private static final double SMALL = 1e-15;

    private Hypergeometric() {}

    /** Beyond this a sum is carried on in units of it: it may be far larger than a double is. */
    private static final double UNIT = 1e250;

    /**
     * Natural logarithm of 2F1(a, b; c; w), whose series is summed until its terms no longer count.
     *
     * @param c above 0
     * @param w from 0 to below 1
     * @see <a href="https://dlmf.nist.gov/15.2.E1">DLMF 15.2.1</a>
     */
    static double log(double a, double b, double c, double w) {
        var term = 1.0;
        var sum = 1.0;
        var units = 0;
        for (var n = 0; n < MOST_TERMS; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * w;
            sum += term;
            if (Math.abs(term) <= SMALL * Math.abs(sum) * (1 - w)) {
                break;
            }
            if (sum > UNIT) {
                term /= UNIT;
                sum /= UNIT;
                units++;
            }
        }
        return Math.log(sum) + units * Math.log(UNIT);
    }
}
