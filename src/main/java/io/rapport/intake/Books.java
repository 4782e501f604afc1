package io.rapport.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.rapport.facts.Booking;
import io.rapport.facts.Currencies;
import org.jspecify.annotations.Nullable;

/**
 * In which currency the books are kept, and what others are worth in it.
 *
 * @param currency ISO 4217
 */
public record Books(String currency, Rates rates) {

    /** Books that know no other currency. */
    public static Books in(String currency) {
        return new Books(currency, Rates.NONE);
    }

    /** The code in capitals. */
    static String code(String written) throws Malformed {
        return Currencies.code(written).orElseThrow(() -> new Malformed("no currency has the code ["
                + PlainText.bounded(written, 40) + "]" + NearestWord.advice(written, Currencies.USUAL)));
    }

    /** Whether it is the currency of the books. */
    boolean isOwn(String written) {
        return written.strip().equalsIgnoreCase(currency);
    }

    /**
     * At what an amount of this currency and day stands in the books; null for their own currency.
     *
     * @param written the currency as the source writes it
     * @throws Malformed if it is no currency, or nobody knows its rate
     */
    public @Nullable Booking booking(String written, LocalDate day) throws Malformed {
        if (isOwn(written)) {
            return null;
        }
        String code = code(written);
        Optional<Map.Entry<LocalDate, BigDecimal>> rate = rates.on(day, code);
        if (rate.isEmpty()) {
            throw new Malformed("no rate of " + code + " in " + currency + " is known for [" + day + "]"
                    + rates.latest(day, code).map(old -> ", the last one is of " + old.getKey()).orElse("")
                    + "\nMaybe add a line to routes/" + Rates.FILE + ", such as " + day + "," + code
                    + ",0.92 (what 1 " + code + " is worth in " + currency + "), and play it again.");
        }
        return new Booking(currency, rate.get().getValue(), rate.get().getKey());
    }
}
