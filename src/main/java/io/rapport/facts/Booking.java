package io.rapport.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * At what an amount in another currency stands in the books. It is kept with the amount, so that what was decided by it can be
 * decided again whatever the rates say by then.
 *
 * @param currency of the books, ISO 4217
 * @param rate what one unit of the amount's currency is worth in that of the books, above 0
 * @param day of the rate, at most that of the amount
 */
public record Booking(String currency, BigDecimal rate, LocalDate day) {

    public Booking {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("A rate is above 0, found [" + rate + "]");
        }
    }

    /** The amount in the books, rounded half even to their smallest unit. */
    public Decimal of(Decimal amount) {
        return Decimal.rounded(amount.toBigDecimal().multiply(rate), Currencies.digits(currency));
    }
}
