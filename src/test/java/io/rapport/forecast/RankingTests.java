package io.rapport.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTests {

    @Test
    void tiesCountHalf() {
        var auc = Ranking.auc(new double[] {1, 2, 2, 3}, new boolean[] {false, false, true, true});

        assertThat(auc.value()).isCloseTo(3.5 / 4, within(1e-12));
    }

    @Test
    void theIntervalIsTheOneOfDeLong() {
        var scores = new double[] {0.1, 0.4, 0.35, 0.8, 0.7, 0.2, 0.9, 0.6};
        var did = new boolean[] {false, false, true, true, true, false, true, false};

        var auc = Ranking.auc(scores, did);

        // placements: of those who did 2/4 .. 1, of the others by the same count; variances worked out by hand
        assertThat(auc.value()).isCloseTo(14.0 / 16, within(1e-12));
        var above = new double[] {0.5, 1, 1, 1};
        var below = new double[] {1, 0.75, 1, 0.75};
        var half = 1.959963984540054 * Math.sqrt(0.0625 / above.length + (4 * 0.125 * 0.125 / 3) / below.length);
        assertThat(auc.low()).isCloseTo(auc.value() - half, within(1e-9));
    }

    @Test
    void aTieAtTheEdgeOfTheBestFifthSharesAlike() {
        var held = Ranking.capture(new double[] {5, 1, 1, 1, 1, 1, 1, 1, 1, 1}, new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 9}, 0.2);

        assertThat(held).isCloseTo((1 + 9.0 / 9) / 10, within(1e-12));
    }

    @Test
    void scoresThatAreUnknownComeToAnEnd() {
        var scores = new double[] {Double.NaN, 1, Double.NaN};

        assertThat(Ranking.capture(scores, new double[] {1, 1, 1}, 1)).isCloseTo(1, within(1e-12));
        assertThat(Ranking.midranks(scores)).hasSize(3).startsWith(2, 1).doesNotContain(0);
    }

    @Test
    void fifthsAreFifths() {
        assertThat(Ranking.quintiles(new double[] {10, 20, 30, 40, 50})).containsExactly(1, 2, 3, 4, 5);
    }
}
