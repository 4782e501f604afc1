package io.rapport.policy.steps;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.cucumber.java.en.Given;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Decimal;
import io.rapport.facts.Tally;
import io.rapport.policy.wording.Dictionary;
import io.rapport.policy.wording.UnclearStep;
import org.jspecify.annotations.Nullable;

/** The customers around, and where a person stands among them. */
final class PopulationSteps {

    private static final int ENOUGH = 1000;
    private static final double USUAL_MARGIN = 30;
    private static final long USUAL_AMOUNT = 100;
    private static final long MONTH = 30;

    private static final int SPARSER = 10;

    private final World world;

    PopulationSteps(World world) {
        this.world = world;
    }

    @Given("there are {count} customers")
    @InChinese("共有{count}位客户")
    void thereAre(int howMany) {
        world.population().customers(howMany);
    }

    @Given("forecasts are fitted")
    @InChinese("预测已拟合")
    void forecastsAreFitted() {
        world.population().fitForecasts();
    }

    @Given("{count} customers own the product line {string}, at a margin of {percent}")
    @InChinese("{count}位客户拥有产品线{string},毛利率为{percent}")
    void own(int owners, String productLine, double marginPercent) {
        world.population().productLine(productLine, owners, marginPercent);
    }

    @Given("{count} other product lines are sold")
    @InChinese("另售{count}条产品线")
    void areSold(int howMany) {
        IntStream.rangeClosed(1, howMany).forEach(line -> own(1, "Line " + line, USUAL_MARGIN));
    }

    @Given("the middle customer's {measure} is {count}")
    @InChinese("中间客户的{measure}为{count}")
    void middle(String measure, int value) {
        world.population().atLeast(ENOUGH);
        world.population().middle(measure, value);
    }

    @Given("one customer alone brings {percent} of the profit")
    @InChinese("一位客户独占利润的{percent}")
    void largest(double percent) {
        world.population().atLeast(ENOUGH);
        world.population().largest(percent);
    }

    @Given("{person} has bought from the product line {string}")
    @InChinese("{person}购买过产品线{string}")
    void hasBoughtFrom(String name, String productLine) {
        world.person(name).is(memory -> owning(memory, productLine));
    }

    @Given("{person} has bought from the product lines {string} and {string}")
    @InChinese("{person}购买过产品线{string}和{string}")
    void hasBoughtFrom(String name, String productLine, String another) {
        hasBoughtFrom(name, productLine);
        hasBoughtFrom(name, another);
    }

    @Given("{person} has bought {count} times from the product line {string}")
    @InChinese(value = "{person}从产品线{string}购买过{count}次", order = {0, 2, 1})
    void hasBoughtOftenFrom(String name, int times, String productLine) {
        var yesterday = world.now().toLocalDate().minusDays(1);
        world.person(name).is(memory -> {
            var lines = new HashMap<>(memory.productLines());
            lines.put(productLine,
                    new Memory.LineMemory(times, Decimal.of(times * USUAL_AMOUNT), Decimal.of(times * USUAL_AMOUNT), yesterday));
            return memory.withPurchases(monthly(yesterday, times), lines);
        });
    }

    private static Purchases monthly(LocalDate last, int times) {
        var purchases = Purchases.of(last, Decimal.of(USUAL_AMOUNT), Decimal.of(USUAL_AMOUNT));
        for (var earlier = 1; earlier < times; earlier++) {
            purchases = purchases.plus(last.minusDays(earlier * MONTH), Decimal.of(USUAL_AMOUNT), Decimal.of(USUAL_AMOUNT),
                    World.TAU_DAYS);
        }
        return purchases;
    }

    @Given("{person} ranks {ordinal} by {measure}")
    @InChinese(value = "{person}的{measure}排第{count}位", order = {0, 2, 1})
    void ranks(String name, int rank, String measure) {
        var value = world.population().valueOfRank(measure, rank);
        world.person(name).is(memory -> standing(memory, measure, value));
    }

    /** Finds a rank that the rulebook itself gives this tier, so that no threshold is repeated here. */
    @Given("{person} is a {value} customer")
    @InChinese("{person}属于{string}客户")
    void isA(String name, String word) {
        var tier = Dictionary.value("tier", word);
        world.population().atLeast(ENOUGH);
        ranks(name, world.rankOf(tier + "/" + world.population().customers(), rank -> isOfTier(rank, tier), () -> rankOf(tier)),
                "current-value");
    }

    private boolean isOfTier(int rank, String tier) {
        return Objects.equals(tier, tierOfRank(rank));
    }

    /** Looks at every rank near the top and at fewer further down, where tiers are wide. */
    private int rankOf(String tier) {
        for (var rank = 1; rank <= world.population().customers(); rank += 1 + rank / SPARSER) {
            if (isOfTier(rank, tier)) {
                return rank;
            }
        }
        throw new UnclearStep("No rank is [" + tier + "]", "the tier has another name in the tier table.");
    }

    private @Nullable String tierOfRank(int rank) {
        var nobody = new Person("Nobody", Long.MAX_VALUE);
        var value = world.population().valueOfRank("current-value", rank);
        nobody.is(memory -> standing(memory, "current-value", value));
        return world.decidedNow(nobody).valueOf("tier");
    }

    /** A customer of one purchase yesterday, but for the one value that ranks him. */
    private Memory standing(Memory memory, String measure, double value) {
        var yesterday = world.now().minusDays(1);
        var purchases = memory.purchases() == null
                ? Purchases.of(yesterday.toLocalDate(), Decimal.of(1), Decimal.of(1))
                : memory.purchases();
        return switch (measure) {
            case "current-value" -> with(memory, purchases,
                    Tally.of(yesterday.toInstant(), (int) yesterday.toLocalDate().toEpochDay(), Decimal.nearest(value)));
            case Population.RECENCY ->
                with(memory, Purchases.of(world.now().toLocalDate().minusDays((long) value), Decimal.of(1), Decimal.of(1)), null);
            case "frequency" -> with(memory, daily((int) value), null);
            case "spend" -> with(memory, Purchases.of(yesterday.toLocalDate(), Decimal.nearest(value), Decimal.of(1)), null);
            default -> throw new UnclearStep("Nobody is ranked by [" + measure + "]", "by current value, spend, recency.");
        };
    }

    private Purchases daily(int days) {
        var day = world.now().toLocalDate().minusDays(1);
        var purchases = Purchases.of(day, Decimal.of(1), Decimal.of(1));
        for (var earlier = 1; earlier < days; earlier++) {
            purchases = purchases.plus(day.minusDays(earlier), Decimal.of(1), Decimal.of(1), World.TAU_DAYS);
        }
        return purchases;
    }

    private Memory owning(Memory memory, String productLine) {
        var yesterday = world.now().toLocalDate().minusDays(1);
        Map<String, Memory.LineMemory> lines = new HashMap<>(memory.productLines());
        lines.put(productLine, new Memory.LineMemory(1, Decimal.of(1), Decimal.of(1), yesterday));
        var purchases = memory.purchases() == null ? Purchases.of(yesterday, Decimal.of(1), Decimal.of(1)) : memory.purchases();
        return memory.withPurchases(purchases, lines);
    }

    private static Memory with(Memory memory, Purchases purchases, @Nullable Tally margin) {
        Map<String, Tally> tallies = new HashMap<>(memory.tallies());
        if (margin != null) {
            tallies.put("margin", margin);
        }
        return memory.withTallies(tallies).withPurchases(purchases, memory.productLines());
    }
}
