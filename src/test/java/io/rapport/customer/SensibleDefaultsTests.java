package io.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.rapport.customer.OrdersOfAShop.Day;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/**
 * What the rules that ship decide in shops of any size, price and rhythm: the sample shop, a year of a real one, and generated
 * ones. Nobody is asked for nonsense, whatever the shop.
 *
 * <p>{@code -Dshop.customers=100000} makes the largest generated shop so large.
 */
class SensibleDefaultsTests {

    private static final List<String> TIERS_TO_PLAN_WITH = List.of("diamond", "gold");

    private static final List<String> COURTED = List.of("rescue", "win-back");

    private static final List<String> WORDS = List.of("tier", "status", "stage", "account-size", "portfolio", "relationship",
            "churn-level", "churn-sign", "retention", "difference-matrix");

    private static final int LARGEST = Integer.getInteger("shop.customers", 4_000);

    private static final Map<String, Shop> SHOPS = new ConcurrentHashMap<>();

    private static Rulebook rulebook;

    /** A shop and what was decided of its customers on its last day. */
    record Shop(String name, OrdersOfAShop orders, Day day) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void readTheRules() {
        rulebook = new RulebookCompiler().read(RuleFiles.ofFolder(Path.of("rules"))).rulebook();
    }

    @AfterAll
    static void forget() {
        SHOPS.clear();
        rulebook.close();
    }

    static Stream<Shop> shops() {
        return Stream.of(
                read("samples", "src/samples/orders-online-retail.csv"),
                retailYear(),
                generated("30 customers", new GeneratedShop(30, 45, 100, 0.15)),
                generated("122 customers", new GeneratedShop(122, 45, 100, 0.15)),
                generated("coffee: small money, every third day", new GeneratedShop(400, 3, 6, 0.05)),
                generated("furniture: large money, every year", new GeneratedShop(400, 300, 1_500, 0.3)),
                generated("prices a tenth", new GeneratedShop(400, 45, 10, 0.15)),
                generated("prices a hundredfold", new GeneratedShop(400, 45, 10_000, 0.15)),
                generated("most buy once", new GeneratedShop(400, 45, 100, 0.8)),
                generated(LARGEST + " customers", new GeneratedShop(LARGEST, 45, 100, 0.15)));
    }

    private static Shop retailYear() {
        return read("retail year", "src/test/resources/shops/retail-year.csv.gz");
    }

    private static Shop read(String name, String file) {
        return shop(name, () -> OrdersOfAShop.of(Path.of(file)));
    }

    private static Shop generated(String name, GeneratedShop shop) {
        return shop(name, shop::orders);
    }

    private static Shop shop(String name, Supplier<OrdersOfAShop> shop) {
        return SHOPS.computeIfAbsent(name, _ -> {
            var orders = shop.get();
            return new Shop(name, orders, orders.decidedAt(orders.latest(), rulebook));
        });
    }

    @ParameterizedTest
    @MethodSource("shops")
    void nobodyOfTierLeadNorLostNorOfOneOrderIsAskedToPlanTheMonth(Shop shop) {
        assertThat(shop.day().customers()).filteredOn(each -> each.isAsked("plan the coming month together"))
                .allSatisfy(each -> {
                    assertThat(each.value("tier")).isIn(TIERS_TO_PLAN_WITH);
                    assertThat(each.value("status")).isIn("repeat", "loyal");
                    assertThat(each.value("churn-level")).isNotEqualTo("lost");
                });
    }

    @ParameterizedTest
    @MethodSource("shops")
    void careNeverCostsMoreThanTheMarginThatIsExpected(Shop shop) {
        assertThat(shop.day().buyers().stream().filter(each -> ShopFigures.isDearerThanExpected(each, shop.day()))
                .map(each -> ShopFigures.told(each, shop.day()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shops")
    void nobodyIsAbandonedAndCourtedAtOnce(Shop shop) {
        assertThat(shop.day().customers().stream()
                .filter(each -> each.value("portfolio").equals("abandon") && COURTED.contains(each.value("retention")))
                .map(each -> ShopFigures.told(each, shop.day()))).isEmpty();
    }

    @Test
    void whoeverBuysInCentsOrInYenIsJudgedTheSameOnceOneTableSaysWhatACallCosts() {
        var generated = new GeneratedShop(400, 45, 100, 0.15).orders();
        var at = generated.latest();

        var usual = decided(generated, at, priced("1"));

        for (var factor : List.of("0.1", "100")) {
            var other = decided(generated.pricedAt(new BigDecimal(factor)), at, priced(factor));

            other.entrySet().removeIf(each -> each.getValue().equals(usual.get(each.getKey())));
            // one of a hundred may stand on a boundary, where money is rounded
            assertThat(other).hasSizeLessThanOrEqualTo(usual.size() / 100);
        }
    }

    /** The rules that ship, where calls, messages, referrals and what else costs money cost so many times as much. */
    private static RuleFiles priced(String factor) {
        var files = new TreeMap<>(RuleFiles.ofFolder(Path.of("rules")).texts());
        files.computeIfPresent("1-classify/cost-to-serve.csv", (_, text) -> {
            assertThat(text).contains("\n1,30,60,30,");
            return text.replace("\n1,30,60,30,", "\n" + Stream.of("1", "30", "60", "30").map(BigDecimal::new)
                    .map(new BigDecimal(factor)::multiply).map(BigDecimal::toPlainString).collect(Collectors.joining(",")) + ",");
        });
        return new RuleFiles(files);
    }

    /** All that is said of everybody in words, and what is done, by account. */
    private static Map<String, List<String>> decided(OrdersOfAShop shop, Instant at, RuleFiles rules) {
        try (var priced = new RulebookCompiler().read(rules).rulebook()) {
            return shop.decidedAt(at, priced).customers().stream().collect(Collectors.toMap(OrdersOfAShop.Decided::account,
                    each -> Stream.concat(WORDS.stream().map(word -> word + " " + each.values(word)), each.tasks().stream())
                            .toList()));
        }
    }

    @Test
    void whoIsSaidToLeaveComesBackLess() {
        var year = retailYear().orders();

        var share = ShopFigures.cameBack(year.decidedAt(year.latest().minus(Duration.ofDays(90)), rulebook), year, rulebook,
                "churn-level");

        assertThat(share.get("low")).isGreaterThan(share.get("watch"));
        assertThat(share.get("watch")).isGreaterThan(share.get("high"));
        assertThat(share.get("high")).isGreaterThan(share.get("lost"));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void theFirstDayHasTiersAndPortfolioOfEverybodyInAShopOfAHundredOrMore(Shop shop) {
        var first = shop.orders().firstDay(shop.orders().latest(), rulebook);

        var known = first.buyers().size() >= 100;
        assertThat(first.buyers()).allSatisfy(each -> {
            assertThat(!each.value("tier").equals("unknown")).isEqualTo(known);
            assertThat(!each.value("portfolio").equals("unknown")).isEqualTo(known);
            assertThat(each.value("relationship")).isNotEqualTo("unknown");
        });
    }
}
