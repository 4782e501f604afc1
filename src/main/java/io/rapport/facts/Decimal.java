package io.rapport.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A sum without rounding: a whole number of ten-thousandths. Money in the books' currency and scores are summed in these, so
 * that a sum is the same in whatever order it came about and three times 33.30 is 99.90. Four digits hold the smallest unit of
 * each currency of ISO 4217. A sum that outgrows the 63 bits stays at the largest one.
 *
 * @param parts ten-thousandths
 */
public record Decimal(long parts) implements Comparable<Decimal> {

    /** Digits after the point. */
    public static final int DIGITS = 4;

    /** Ten-thousandths in one. */
    public static final long ONE = 10_000;

    public static final Decimal ZERO = new Decimal(0);

    /** What one number may add at most, so that a thousand of them do not outgrow a sum; larger ones count as this. */
    private static final long MOST = 900_000_000_000L * ONE;

    /** Before the point. */
    private static final int MOST_DIGITS = 12;

    public static Decimal of(long whole) {
        return new Decimal(Math.clamp(whole, -MOST / ONE, MOST / ONE) * ONE);
    }

    /** Rounded half even where there are more than four digits. */
    public static Decimal of(BigDecimal number) {
        return rounded(number, DIGITS);
    }

    /** The nearest to an estimate; 0 for what is no number. */
    public static Decimal nearest(double estimate) {
        return new Decimal((long) Math.clamp(Math.rint(estimate * ONE), -MOST, MOST));
    }

    /** Rounded half even to at most four digits. */
    static Decimal rounded(BigDecimal number, int digits) {
        // a look at the size first: 1E+100000 as a plain number would be a hundred thousand digits
        var wholeDigits = number.precision() - (long) number.scale();
        if (wholeDigits < -DIGITS) {
            return ZERO;
        }
        if (wholeDigits > MOST_DIGITS) {
            return new Decimal(number.signum() * MOST);
        }
        var parts = number.setScale(Math.min(digits, DIGITS), RoundingMode.HALF_EVEN).setScale(DIGITS).unscaledValue();
        return new Decimal(Math.clamp(parts.longValueExact(), -MOST, MOST));
    }

    public Decimal plus(Decimal other) {
        return new Decimal(sum(parts, other.parts));
    }

    public Decimal minus(Decimal other) {
        return plus(other.negated());
    }

    public Decimal negated() {
        return new Decimal(-parts);
    }

    /** An estimated share of it, such as a margin; rounded half even to so many digits. */
    Decimal share(double rate, int digits) {
        var unit = Math.pow(10, DIGITS - Math.min(digits, DIGITS));
        return new Decimal((long) (Math.rint(parts * rate / unit) * unit));
    }

    /** Adds ten-thousandths; what outgrows the 63 bits stays at the largest. */
    static long sum(long one, long other) {
        var sum = one + other;
        var outgrown = ((one ^ sum) & (other ^ sum)) < 0;
        return outgrown ? one < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE : sum;
    }

    public boolean isPositive() {
        return parts > 0;
    }

    /**
     * The nearest double: equal to the one that a threshold written with the same digits is read as, up to 900 thousand
     * million, so comparisons are exact.
     */
    public double toDouble() {
        return parts / (double) ONE;
    }

    /** Without trailing zeros, never in powers of ten. */
    public BigDecimal toBigDecimal() {
        var exact = BigDecimal.valueOf(parts, DIGITS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    @Override
    public int compareTo(Decimal other) {
        return Long.compare(parts, other.parts);
    }

    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
