package io.rapport.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class HistoryQualityTests {

    private static final LocalDate SPLIT = Shop.OPENS.plusDays(280);

    private static final int HORIZON = 90;

    @Test
    void theOwnForecastRanksAtLeastAsWellAsWhatNeedsNoFit() {
        var report = HistoryQuality.of(Shop.histories(Shop.purchases(1_500, 380, 1)), SPLIT, HORIZON);

        var own = report.who().getFirst();
        assertThat(own.score()).isEqualTo("probability of buying");
        assertThat(report.who()).extracting(Figures.Who::score).contains("recency alone", "RFM quintile sum", "MBG/NBD alone");
        assertThat(report.who()).allSatisfy(each -> assertThat(own.auc()).isGreaterThan(each.auc() - 0.005));
        assertThat(own.aucLow()).isLessThan(own.auc());
        assertThat(report.orders().getFirst().ratio()).isBetween(0.8, 1.2);
        assertThat(report.tenths()).hasSize(10);
    }

    @Test
    void isTheSameInWhateverOrderPurchasesAreTold() {
        var purchases = Shop.purchases(400, 380, 2);

        var report = HistoryQuality.of(Shop.histories(purchases), SPLIT, HORIZON);

        assertThat(HistoryQuality.of(Shop.histories(Shop.shuffled(purchases, 3)), SPLIT, HORIZON)).isEqualTo(report);
    }

    @Test
    void nothingAfterTheSplitIsLookedAt() {
        var purchases = Shop.purchases(400, 380, 4);
        var until = (int) SPLIT.toEpochDay() - 1;

        var whole = OutlookFit.fit(Shop.histories(purchases), until, HORIZON, 80);
        var known = OutlookFit.fit(Shop.histories(purchases.stream().filter(each -> each.day().isBefore(SPLIT)).toList()), until,
                HORIZON, 80);

        assertThat(whole).isEqualTo(known);
    }

    @Test
    void everySilentDayLowersTheProbabilityToBuy() {
        var histories = Shop.histories(Shop.purchases(600, 280, 5));
        var outlook = OutlookFit.fit(histories, (int) SPLIT.toEpochDay() - 1, HORIZON, 80).outlook();
        var customer = histories.customers().stream().filter(each -> each.days().length > 3).findFirst().orElseThrow();

        var before = 1.0;
        for (var day = customer.days()[customer.days().length - 1]; day < SPLIT.toEpochDay() + 400; day += 7) {
            var buys = outlook.pBuy(customer.until(day).seen(80), HORIZON);
            assertThat(buys).isLessThanOrEqualTo(before);
            before = buys;
        }
    }

    @Test
    void aSplitOutsideTheHistoryIsRefusedWithADateThatWouldDo() {
        var histories = Shop.histories(Shop.purchases(50, 200, 6));

        assertThatThrownBy(() -> HistoryQuality.of(histories, Shop.OPENS.plusYears(3), HORIZON))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[2028-01-01 to 2028-03-30]")
                .hasMessageContaining("Maybe --split");
    }

    @Test
    void fewCustomersWhoNeverComeBackStillHaveAnEnd() {
        var collector = new Histories.Collector();
        for (var i = 0; i < 5; i++) {
            collector.add("c" + i, Shop.OPENS.plusDays(i), 10);
        }
        collector.add("c1", Shop.OPENS.plusDays(300), 10);

        var report = HistoryQuality.of(collector.histories(), SPLIT, 21);

        assertThat(report.innerDays()).isZero();
        assertThat(report.tenths()).allSatisfy(each -> assertThat(each.forecast()).isBetween(0.0, 1.0));
    }

    @Test
    void theFitFindsTheRatesOfBuyingAgain() {
        var histories = Shop.histories(Shop.purchases(3_000, 280, 7));

        var fitted = OutlookFit.fit(histories, (int) SPLIT.toEpochDay() - 1, HORIZON, 80);

        assertThat(fitted.outlook().model().r()).isCloseTo(1, within(0.35));
        assertThat(fitted.customers()).isEqualTo(3_000);
    }
}
