package io.rapport.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PurchasesTests {

    private static final double TAU = 180;

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void followsTheFormulaOfDecayedCountersInOrder() {
        var purchases = Purchases.of(MONDAY, Decimal.of(10), Decimal.of(3)).plus(MONDAY.plusDays(90), Decimal.of(20),
                Decimal.of(6), TAU);

        var fades = Math.exp(-90 / TAU);
        assertThat(purchases.decayedCount()).isCloseTo(fades + 1, within(1e-12));
        assertThat(purchases.decayedSpend()).isCloseTo(10 * fades + 20, within(1e-12));
        assertThat(purchases.spend()).isEqualTo(Decimal.of(30));
        assertThat(purchases.margin()).isEqualTo(Decimal.of(9));
    }

    @Test
    void threeOrdersOf3330Are9990AndTenOf010AreOne() {
        var order = Decimal.of(new BigDecimal("33.30"));
        var penny = Decimal.of(new BigDecimal("0.10"));

        var purchases = Purchases.of(MONDAY, order, penny);
        for (var i = 1; i < 10; i++) {
            purchases = purchases.plus(MONDAY.plusDays(i), i < 3 ? order : Decimal.ZERO, penny, TAU);
        }

        assertThat(purchases.spend().toDouble()).isEqualTo(99.90);
        assertThat(purchases.margin().toDouble()).isEqualTo(1);
    }

    @Test
    void mergesPurchasesOfOneDay() {
        var purchases = Purchases.of(MONDAY, Decimal.of(10), Decimal.of(3)).plus(MONDAY, Decimal.of(5), Decimal.of(1), TAU);

        assertThat(purchases.days()).isEqualTo(1);
        assertThat(purchases.decayedCount()).isEqualTo(1);
        assertThat(purchases.decayedSpend()).isEqualTo(15);
    }

    @Property
    void doesNotDependOnTheOrderOfArrival(
            @ForAll @NotEmpty @Size(max = 40) List<@IntRange(min = -2_000, max = 2_000) Integer> days, @ForAll int seed) {
        var shuffled = new java.util.ArrayList<>(days);
        Collections.shuffle(shuffled, new Random(seed));

        var one = fold(days);
        var other = fold(shuffled);

        assertThat(other.calendar()).isEqualTo(one.calendar());
        assertThat(other.days()).isEqualTo(one.days());
        assertThat(other.first()).isEqualTo(one.first());
        assertThat(other.last()).isEqualTo(one.last());
        assertThat(other.gapSquares()).isEqualTo(one.gapSquares());
        assertThat(other.spend()).isEqualTo(one.spend());
        assertThat(other.margin()).isEqualTo(one.margin());
        assertThat(other.decayedCount()).isCloseTo(one.decayedCount(), within(1e-9));
        assertThat(other.decayedSpend()).isCloseTo(one.decayedSpend(), within(1e-6));
    }

    @Property
    void knowsMeanAndDeviationOfTheGapsExactly(
            @ForAll @NotEmpty @Size(max = 40) List<@IntRange(min = -2_000, max = 2_000) Integer> days) {
        var sorted = List.copyOf(new TreeSet<>(days));

        var purchases = fold(days);

        var gaps = new double[sorted.size() - 1];
        for (var i = 0; i < gaps.length; i++) {
            gaps[i] = sorted.get(i + 1) - sorted.get(i);
        }
        var mean = java.util.Arrays.stream(gaps).average().orElse(0);
        var squares = java.util.Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).sum();
        assertThat(purchases.days()).isEqualTo(sorted.size());
        assertThat(purchases.meanGap()).isCloseTo(mean, within(1e-9));
        if (gaps.length < 2) {
            assertThat(purchases.gapDeviation()).isNaN();
        } else {
            assertThat(purchases.gapDeviation()).isCloseTo(Math.sqrt(squares / (gaps.length - 1)), within(1e-3));
        }
    }

    /** In cents, so that no sum of doubles would be exact. */
    private static Decimal price(int day) {
        return Decimal.of(BigDecimal.valueOf(Math.floorMod(day * 37, 1_000) + 10, 2));
    }

    private static Purchases fold(List<Integer> days) {
        var purchases = Purchases.of(MONDAY.plusDays(days.getFirst()), price(days.getFirst()), Decimal.of(1));
        for (var day : days.subList(1, days.size())) {
            purchases = purchases.plus(MONDAY.plusDays(day), price(day), Decimal.of(1), TAU);
        }
        return purchases;
    }
}
