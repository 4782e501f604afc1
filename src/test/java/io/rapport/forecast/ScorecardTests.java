package io.rapport.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTests {

    private static final List<String> HEADER = List.of("customer_id", "contract", "months", "shoe size", "left");

    /** Contract decides most, months beyond a bend in the middle some, shoe size nothing. */
    private static LabelledTable table(int rows, long seed) {
        var random = new Random(seed);
        var cells = new ArrayList<List<String>>();
        for (var i = 0; i < rows; i++) {
            var monthly = random.nextInt(2) == 0;
            var months = random.nextInt(60);
            var odds = (monthly ? 1.0 : -1.5) + (months > 20 && months < 40 ? 1.5 : -0.5);
            var left = random.nextDouble() < 1 / (1 + Math.exp(-odds));
            cells.add(List.of("k" + i, monthly ? "monthly" : "yearly", String.valueOf(months),
                    String.valueOf(36 + random.nextInt(10)), left ? "yes" : "no"));
        }
        return LabelledTable.of(HEADER, cells, "left", Set.of());
    }

    @Test
    void findsWhatMattersAndLeavesOutWhatDoesNot() {
        var table = table(4_000, 1);

        var card = ScorecardFit.fit(table, IntStream.range(0, 4_000).toArray());

        assertThat(card.parts()).extracting(Scorecard.Part::column).containsExactlyInAnyOrder("contract", "months");
        assertThat(table.leftOut()).containsExactly("customer_id: tells customers apart");
        var contract = card.parts().stream().filter(part -> part.column().equals("contract")).findFirst().orElseThrow();
        assertThat(contract.width()).isCloseTo((int) (2.5 * Scorecard.POINTS_OF_A_UNIT), within(8));
        var months = card.parts().stream().filter(part -> part.column().equals("months")).findFirst().orElseThrow();
        assertThat(months.lines()).hasSizeBetween(3, 5);
    }

    @Test
    void twentyPointsDoubleTheOdds() {
        var one = Scorecard.probability(7);
        var other = Scorecard.probability(27);

        assertThat(other / (1 - other)).isCloseTo(2 * one / (1 - one), within(1e-12));
        assertThat(Scorecard.probability(0)).isEqualTo(0.5);
    }

    @Test
    void isAsGoodAsLogisticRegressionOrBetterWhereTheEffectBends() {
        var table = table(3_000, 2);

        var report = LabelledQuality.of(table, LabelledQuality.folds(table, 5));

        assertThat(report.who()).extracting(Figures.Who::score).containsExactly("scorecard", "logistic regression");
        assertThat(report.foldAuc().get(0)).isGreaterThan(report.foldAuc().get(1) + 0.02);
    }

    @Test
    void theMeanProbabilityIsRightAfterRounding() {
        var table = table(2_000, 3);
        var card = ScorecardFit.fit(table, IntStream.range(0, 2_000).toArray());

        var mean = IntStream.range(0, 2_000).mapToDouble(row -> Scorecard.probability(card.points(table, row))).average()
                .orElseThrow();

        assertThat(mean).isCloseTo(table.share(), within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"42, 43, 43", "17.2, 20.9, 20", "98, 104, 100", "0.41, 0.47, 0.45", "-5, 3, 0", "999, 2100, 2000"})
    void aCutIsTheRoundestNumberThatWillDo(double low, double high, double cut) {
        assertThat(Binning.between(low, high)).isCloseTo(cut, within(1e-9));
    }

    @Test
    void aLabelWithThreeValuesIsRefused() {
        var rows = List.of(List.of("a"), List.of("b"), List.of("c"));

        assertThatThrownBy(() -> LabelledTable.of(List.of("left"), rows, "left", Set.of()))
                .hasMessageContaining("[a, b, c]").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> LabelledTable.of(List.of("left"), rows, "gone", Set.of())).hasMessageContaining("[gone]");
    }
}
