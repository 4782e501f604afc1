package io.rapport.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Closeness;
import io.rapport.facts.Currencies;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Worth;
import io.rapport.rulebook.Term;

/**
 * Money as people read it, the same in every language: thousands apart, all digits of its currency, and the code, as in
 * {@code 1,234.50 EUR}.
 */
public final class Amounts {

    private final Supplier<String> books;

    /** @param books the currency of the books, ISO 4217 */
    public Amounts(Supplier<String> books) {
        this.books = books;
    }

    /** The currency of what is added up. */
    public String currency() {
        return books.get();
    }

    /** In the books' currency; empty for null. */
    public String of(@Nullable Number amount) {
        return amount == null ? "" : of(amount, currency());
    }

    /** An estimate in the books' currency, whose smallest unit would say more than is known. */
    public String about(Number estimate) {
        return format("#,##0", estimate) + " " + currency();
    }

    public String of(Number amount, String currency) {
        var digits = Currencies.digits(currency);
        return format(digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits), amount) + " " + currency;
    }

    /** The sum as it was told, and what it comes to in the books where that is another currency. */
    public String of(EventData.Money money) {
        var told = of(money.invoiced().toBigDecimal(), money.currency());
        return money.booked() == null ? told : told + " (" + of(money.inBooks().toBigDecimal(), money.booksCurrency()) + ")";
    }

    /**
     * A figure with what it is measured in, if that is money.
     *
     * @param value plain notation, or {@code unknown}
     * @param unit of a {@link Term}
     */
    public String figure(String value, String unit) {
        return unit.equals(Term.MONEY) && !value.equals("unknown") ? of(new BigDecimal(value)) : value;
    }

    /** The sum of a tally: money, or points without a unit. */
    public String counted(String tally, Number sum) {
        var money = EventData.Money.class.isAssignableFrom(EventTypes.dataOf(tally)) || tally.equals(Worth.MARGIN)
                || tally.equals(Closeness.TOTAL_SPEND);
        return money ? of(sum) : format("#,##0.00", sum);
    }

    private static String format(String pattern, Number amount) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(amount instanceof Double estimate ? BigDecimal.valueOf(estimate) : amount);
    }
}
