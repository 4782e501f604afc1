package io.rapport.facts;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Currencies by their code (ISO 4217). */
public final class Currencies {

    /** Those traded most, one of which was probably meant where a code is wrong. */
    public static final List<String> USUAL = List.of("AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD",
            "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "KWD", "MXN", "NOK", "NZD", "PLN", "RON", "SEK", "SGD", "THB", "TRY", "TWD",
            "USD", "ZAR");

    private static final int USUAL_DIGITS = 2;

    private static final Set<String> ALL = Currency.availableCurrencies().map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** Digits of the smallest unit: 2 for GBP, 0 for JPY, 3 for KWD; 2 for what is no currency. */
    public static int digits(String code) {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return USUAL_DIGITS;
        }
    }

    /** The code in capitals, if it is the code of a currency. */
    public static Optional<String> code(String written) {
        var code = written.strip().toUpperCase(Locale.ROOT);
        return ALL.contains(code) ? Optional.of(code) : Optional.empty();
    }

}
