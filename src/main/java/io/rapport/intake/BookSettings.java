package io.rapport.intake;

import io.rapport.facts.Currencies;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * In which currency the books are kept, setting {@code rapport.book-currency}.
 *
 * @param bookCurrency ISO 4217; by default the {@code shop.currency} of the orders route
 */
@ConfigurationProperties("rapport")
public record BookSettings(@Nullable String bookCurrency) {

    public BookSettings {
        if (bookCurrency != null && !bookCurrency.isBlank() && Currencies.code(bookCurrency).isEmpty()) {
            throw new IllegalArgumentException("rapport.book-currency needs the code of a currency, found [" + bookCurrency + "]"
                    + NearestWord.advice(bookCurrency, Currencies.USUAL));
        }
    }

    /** The setting, or else what the shop sells in. */
    String currencyOr(String shopCurrency) {
        return bookCurrency == null || bookCurrency.isBlank() ? shopCurrency : Currencies.code(bookCurrency).orElseThrow();
    }
}
