package io.rapport.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class MbgNbdTests {

    /** The fit to customers of CDNOW, as the vectors come with it: to four digits. */
    private static final MbgNbd FOUR_DIGITS = new MbgNbd(0.5248, 6.1831, 0.8914, 1.6140);

    /**
     * The same with the digits that the vectors leave no choice about: found as those under which all 33 numbers agree. Four
     * parameters cannot be bent to 33 numbers of eight digits unless the formulas are the same.
     */
    private static final MbgNbd PUBLISHED = new MbgNbd(0.524838, 6.183102, 0.891371, 1.614012);

    private static final double WEEKS = 39;

    @ParameterizedTest
    @CsvFileSource(resources = "/forecast/mbg-nbd.csv", numLinesToSkip = 1)
    void agreesWithVectorsComputedElsewhere(long x, double tx, double t, double alive, double buys, double orders) {
        var history = new PurchaseHistory(x, tx, t, 0);

        assertThat(PUBLISHED.pAlive(history)).isCloseTo(alive, within(1e-6));
        assertThat(PUBLISHED.pBuy(history, WEEKS)).isCloseTo(buys, within(1e-6));
        assertThat(PUBLISHED.expectedOrders(history, WEEKS)).isCloseTo(orders, within(1e-6));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/forecast/mbg-nbd.csv", numLinesToSkip = 1)
    void fourDigitsAreAsGoodAsFourDigitsCanBe(long x, double tx, double t, double alive, double buys, double orders) {
        var history = new PurchaseHistory(x, tx, t, 0);

        assertThat(FOUR_DIGITS.pAlive(history)).isCloseTo(alive, within(2e-5));
        assertThat(FOUR_DIGITS.pBuy(history, WEEKS)).isCloseTo(buys, within(2e-5));
        assertThat(FOUR_DIGITS.expectedOrders(history, WEEKS)).isCloseTo(orders, within(3e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.999999999, 1e-6", "1, 1e-6", "1.000000001, 1e-6", "0.00001, 1e-3"})
    void expectedOrdersHaveNoHoleWhereTheFormulaDividesByZero(double a, double precision) {
        var history = new PurchaseHistory(4, 20, 30, 0);
        var beside = a < 0.5 ? 0.000011 : a + 1e-5;

        var orders = new MbgNbd(1, 8, a, 2).expectedOrders(history, WEEKS);

        assertThat(orders).isFinite().isCloseTo(new MbgNbd(1, 8, beside, 2).expectedOrders(history, WEEKS),
                within(30 * precision));
    }

    /** Nobody leaves by chance but all by the same small one: the limit is a rate that fades evenly. */
    @ParameterizedTest
    @CsvSource({"1, 6, 10, 990, 260", "1, 6, 7631, 162487, 260", "0.5, 2, 400, 600, 520"})
    void expectedOrdersAreFiniteAndGrowWhereAllLeaveAlike(double r, double alpha, double a, double b, double weeks) {
        var model = new MbgNbd(r, alpha, a, b);
        var history = new PurchaseHistory(18, 38, 40, 0);

        var orders = model.expectedOrders(history, weeks);

        assertThat(orders).isFinite().isGreaterThan(model.expectedOrders(history, weeks / 2)).isGreaterThan(0);
        assertThat(orders).as("as many as purchases come on average until one leaves").isLessThan((a + b + 18) / (a - 1));
    }

    /** As fitted to a market place with a customer in thirty who comes back; of who buys again 0.6 then leave. */
    @ParameterizedTest
    @CsvSource({"13", "52", "260"})
    void expectedOrdersAreKnownWhereNearlyEverybodyLeaves(double weeks) {
        var model = new MbgNbd(0.009, 6, 147_000, 98_000);
        var history = new PurchaseHistory(0, 0, 3, 0);

        var buys = model.pBuy(history, weeks);

        assertThat(model.expectedOrders(history, weeks)).isBetween(buys, buys / 0.6);
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "300"})
    void expectedOrdersAreTheSameOnBothSidesOfTheirTwoForms(long x) {
        var history = new PurchaseHistory(x, 20, 30, 0);

        var orders = new MbgNbd(1, 8, 2 + x - 1e-9, 5).expectedOrders(history, WEEKS);

        assertThat(orders).isPositive().isCloseTo(new MbgNbd(1, 8, 2 + x + 1e-9, 5).expectedOrders(history, WEEKS), within(1e-6));
    }

    @Test
    void nobodyLeavesWhereLeavingIsAlmostImpossible() {
        var history = new PurchaseHistory(10, 20, 40, 0);

        assertThat(new MbgNbd(1, 8, 1e-6, 100_000).pAlive(history)).isCloseTo(1, within(1e-3));
    }

    @Test
    void everySilentWeekLowersTheProbabilityToBuy() {
        var before = 1.0;
        for (var week = 10; week < 200; week++) {
            var buys = PUBLISHED.pBuy(new PurchaseHistory(5, 10, week, 0), 13);
            assertThat(buys).isLessThan(before);
            before = buys;
        }
    }
}
