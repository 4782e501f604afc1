package io.rapport.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import io.rapport.facts.Booking;
import io.rapport.facts.EventData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    private final Amounts amounts = new Amounts(() -> "EUR");

    @ParameterizedTest
    @CsvSource({"99.9,EUR,99.90 EUR", "1234567.5,USD,'1,234,567.50 USD'", "-5,GBP,-5.00 GBP", "1500,JPY,'1,500 JPY'",
            "1.234,KWD,1.234 KWD", "0,EUR,0.00 EUR"})
    void saysMoneyWithItsCurrencyAndAllItsDigits(BigDecimal amount, String currency, String said) {
        assertThat(amounts.of(amount, currency)).isEqualTo(said);
    }

    @Test
    void showsNoTraceOfABinaryFraction() {
        assertThat(amounts.of(33.3 + 33.3 + 33.3)).isEqualTo("99.90 EUR");
        assertThat(amounts.about(1234.56)).isEqualTo("1,235 EUR");
        assertThat(amounts.of((Number) null)).isEmpty();
    }

    @Test
    void saysWhatWasToldAndWhatItComesToInTheBooks() {
        var line = new EventData.OrderLine("1", "Cup", new BigDecimal("3"), new BigDecimal("33.30"), null, null);

        assertThat(amounts.of(new EventData.Order("1", "EUR", List.of(line)))).isEqualTo("99.90 EUR");
        assertThat(amounts.of(new EventData.Order("1", "USD", List.of(line), new Booking("EUR", new BigDecimal("0.92"), DAY))))
                .isEqualTo("99.90 USD (91.91 EUR)");
        assertThat(amounts.of(new EventData.Amount("1", new BigDecimal("1250"), "JPY",
                new Booking("EUR", new BigDecimal("0.0088"), DAY)))).isEqualTo("1,250 JPY (11.00 EUR)");
    }

    @Test
    void saysACurrencyWithMoneyOnly() {
        assertThat(amounts.figure("12.5", "money")).isEqualTo("12.50 EUR");
        assertThat(amounts.figure("unknown", "money")).isEqualTo("unknown");
        assertThat(amounts.figure("30", "days")).isEqualTo("30");
        assertThat(amounts.counted("order.placed", 5)).isEqualTo("5.00 EUR");
        assertThat(amounts.counted("margin", 5)).isEqualTo("5.00 EUR");
        assertThat(amounts.counted("survey.answered", 0.5)).isEqualTo("0.50");
    }
}
