package io.rapport.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

class WorthTests {

    private static final int TODAY = 20_500;

    private static final Instant NOW = Instant.parse("2026-02-16T12:00:00Z");

    @Test
    void contactsCostWhatTheyCostAndTheUnknownStaysUnknown() {
        var memory = Memory.blank(1)
                .withTallies(Map.of("email.received", counted(3, TODAY), "call.received", counted(2, TODAY - 365),
                        "margin", Tally.of(NOW, TODAY - 400, Decimal.of(500))));
        var costs = new Worth.Costs(1, 30, 60, 30);

        assertThat(Worth.costToServe(memory, costs, null)).isEqualTo(63);
        assertThat(Worth.costToServe(memory, costs, (long) TODAY)).as("calls of a year ago").isEqualTo(3);
        assertThat(Worth.historicalValue(memory, costs)).isEqualTo(437);
        assertThat(Worth.currentValue(memory, TODAY)).isZero();
        assertThat(Worth.historicalValue(memory, Worth.Costs.UNKNOWN)).isNaN();
    }

    @Test
    void needsDifferByTheSharesThatDoNotMeet() {
        var everybody = Map.of("Candles", new Snapshot.LineFigures(5, Decimal.of(300), 0.3), "Bags",
                new Snapshot.LineFigures(5, Decimal.of(100), 0.3));

        assertThat(Worth.needsDifference(Map.of("Candles", spent(3), "Bags", spent(1)), everybody)).isCloseTo(0, within(1e-9));
        assertThat(Worth.needsDifference(Map.of("Candles", spent(9)), everybody)).isCloseTo(25, within(1e-9));
        assertThat(Worth.needsDifference(Map.of("Bags", spent(9)), everybody)).isCloseTo(75, within(1e-9));
        assertThat(Worth.needsDifference(Map.of("Ships", spent(9)), everybody)).isCloseTo(100, within(1e-9));
        assertThat(Worth.needsDifference(Map.of(), everybody)).isNaN();
        assertThat(Worth.needsDifference(Map.of("Bags", spent(9)), Map.of())).isNaN();
    }

    private static Tally counted(int times, int day) {
        var tally = Tally.of(NOW, day, Decimal.ZERO);
        for (var i = 1; i < times; i++) {
            tally = tally.plus(NOW, day, Decimal.ZERO);
        }
        return tally;
    }

    private static Memory.LineMemory spent(double amount) {
        return new Memory.LineMemory(1, Decimal.nearest(amount), Decimal.ZERO, LocalDate.EPOCH);
    }
}
