package io.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.RulebookCompiler;

/** What the rules that ship decide in the sample shop of 122 customers: a small shop, and nobody is asked for nonsense. */
class SampleShopTests {

    private static final double COST_OF_A_CALL = 30;

    private static OrdersOfAShop.Day day;

    @BeforeAll
    static void decideEverybody() throws IOException {
        try (var rulebook = new RulebookCompiler().read(RuleFiles.ofFolder(Path.of("rules"))).rulebook()) {
            var shop = OrdersOfAShop.of(Path.of("src/samples/orders-online-retail.csv"));
            day = shop.decidedAt(shop.latest(), rulebook);
        }
    }

    @Test
    void nobodyOfTierLeadNorLostNorOfOneOrderIsAskedToPlanTheMonth() {
        assertThat(day.customers()).hasSize(122).filteredOn(each -> each.isAsked("plan the coming month together"))
                .allSatisfy(each -> {
                    assertThat(each.value("tier")).isIn("diamond", "gold");
                    assertThat(each.value("status")).isIn("repeat", "loyal");
                }).hasSizeLessThan(10);
    }

    @Test
    void everybodyHasATierAndAPortfolioOnceThePopulationIsCounted() {
        assertThat(day.customers()).extracting(each -> each.value("tier")).doesNotContain("unknown");
        assertThat(day.customers()).extracting(each -> each.value("portfolio")).doesNotContain("unknown");
    }

    @Test
    void careNeverCostsMoreThanTheMarginThatIsExpected() {
        assertThat(day.customers()).allSatisfy(each -> assertThat(ShopFigures.costOfCare(each, day, COST_OF_A_CALL))
                .isLessThanOrEqualTo(Math.max(0, ShopFigures.expectedMargin(each, day)) + 0.01));
    }

    @Test
    void nobodyIsAbandonedAndCourtedAtOnce() {
        assertThat(day.customers()).noneMatch(each -> each.value("portfolio").equals("abandon")
                && List.of("rescue", "win-back").contains(each.value("retention")));
    }
}
