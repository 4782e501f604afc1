package io.rapport.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTests {

    @Property
    void addsAsOnPaperAndMeetsAThresholdExactly(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = -99_999_999, max = 99_999_999) Long> cents) {
        var sum = Decimal.ZERO;
        var onPaper = BigDecimal.ZERO;
        for (var cent : cents) {
            sum = sum.plus(Decimal.of(BigDecimal.valueOf(cent, 2)));
            onPaper = onPaper.add(BigDecimal.valueOf(cent, 2));
        }

        assertThat(sum.toBigDecimal()).isEqualByComparingTo(onPaper);
        assertThat(sum.toDouble()).isEqualTo(Double.parseDouble(onPaper.toPlainString()));
    }

    @ParameterizedTest
    @CsvSource({"1.00005, 1", "1.00015, 1.0002", "1e3, 1000", "-0.5, -0.5", "0.000000000001, 0", "33.30, 33.3"})
    void keepsFourDigitsRoundedHalfEven(BigDecimal given, String kept) {
        assertThat(Decimal.of(given)).hasToString(kept);
    }

    @Test
    void neitherHugeNorTinyNumbersCostTimeOrOutgrowASum() {
        var huge = new BigDecimal("1e+999999999");

        assertThat(Duration.ofNanos(nanos(() -> Decimal.of(huge)))).isLessThan(Duration.ofSeconds(1));
        assertThat(Decimal.of(new BigDecimal("1e-999999999"))).isEqualTo(Decimal.ZERO);
        assertThat(Decimal.of(huge)).hasToString("900000000000");
        assertThat(new Decimal(Long.MAX_VALUE).plus(Decimal.of(1))).isEqualTo(new Decimal(Long.MAX_VALUE));
        assertThat(new Decimal(-Long.MAX_VALUE).minus(Decimal.of(1))).isEqualTo(new Decimal(-Long.MAX_VALUE));
    }

    @Test
    void aLineIsRoundedToTheSmallestUnitOfItsCurrency() {
        assertThat(order("GBP", "3", "0.335").amount()).hasToString("1");
        assertThat(order("GBP", "1", "0.125").amount()).hasToString("0.12");
        assertThat(order("JPY", "3", "99.5").amount()).hasToString("298");
        assertThat(order("KWD", "1", "0.1255").amount()).hasToString("0.126");
        assertThat(order("nonsense", "1", "0.126").amount()).hasToString("0.13");
    }

    @Property
    void aMarginIsRoundedOnceAndThenExact(@ForAll @LongRange(min = 0, max = 10_000_000) long cents) {
        var line = new EventData.OrderLine("A", "A", BigDecimal.ONE, BigDecimal.valueOf(cents, 2), "Bags", 0.25);
        var order = new EventData.Order("1", "GBP", List.of(line, line, line));

        var one = BigDecimal.valueOf(cents, 2).multiply(new BigDecimal("0.25")).setScale(2, RoundingMode.HALF_EVEN);
        assertThat(order.margin().toBigDecimal()).isEqualByComparingTo(one.multiply(BigDecimal.valueOf(3)));
    }

    private static EventData.Order order(String currency, String quantity, String price) {
        return new EventData.Order("1", currency,
                List.of(new EventData.OrderLine("A", "A", new BigDecimal(quantity), new BigDecimal(price), null, null)));
    }

    private static long nanos(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
