package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.ABOVE;
import static io.rapport.rulebook.Phrase.Shape.AT_LEAST;
import static io.rapport.rulebook.Phrase.Shape.AT_MOST;
import static io.rapport.rulebook.Phrase.Shape.BELOW;

import java.util.List;

import io.rapport.facts.EventTypes;
import io.rapport.facts.Purchases;
import io.rapport.facts.Situation;
import io.rapport.forecast.ModelParameters;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;

/** What a customer bought, how often, and how long ago. */
public final class PurchaseTerms {

    private static final int YEAR = 365;

    private static final int FEWEST_DAYS = 3;

    private static final double PERCENT = 100;

    private static final Motion BY_DAY = new Motion.ByDay();

    private PurchaseTerms() {}

    public static List<Term> all() {
        return List.of(purchaseDays(), silence(), silenceRatio(), silenceOfTheShop(), length(), interval(), deviation(),
                orderDue(), decayed(),
                spend(), averageOrder(),
                ordersWithin(), returnsWithin(), spendWithin(), orderValueTrend(), ordersTrend(), currentValue(), valueTop(),
                recencyTop(), frequencyTop(), spendTop(), linesOwned(), linesLately());
    }

    private static Term purchaseDays() {
        return Draft.number(CUSTOMER, "purchase-days", (s, _, _) -> s.memory().purchases() == null ? 0 : bought(s).days())
                .noun("number of purchase days", "购买天数").whole()
                .say(AT_LEAST, "the customer has bought on at least {number} days", "客户至少有{number}天购买过")
                .help("Days with at least one order, ever. Returns do not count.").done();
    }

    private static Term silence() {
        return Draft.number(CUSTOMER, "silence", (s, _, day) -> silent(s, day))
                .noun("days since the last purchase", "距上次购买的天数").unit("days").whole().moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .say(AT_LEAST, "the customer has been silent for {number} days", "客户已沉默{number}天")
                .say(BELOW, "the customer has bought within the last {number} days", "客户在最近{number}天内购买过")
                .help("Whole calendar days of the customer. Unknown before the first purchase.").done();
    }

    private static Term silenceRatio() {
        return Draft
                .number(CUSTOMER, "silence-ratio", (s, _, day) -> silent(s, day) / usualInterval(s))
                .noun("silence in usual intervals", "沉默相当于平常间隔的倍数").bounds(0, 10_000).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .say(AT_LEAST, "the customer has been silent for {number} times the usual interval", "客户已沉默平常间隔的{number}倍")
                .help("Days since the last purchase over the usual interval. Unknown before the third purchase day.")
                .done();
    }

    private static Term silenceOfTheShop() {
        return Draft.number(CUSTOMER, "silence-of-the-shop", (s, _, day) -> {
            var parameters = ModelParameters.of(s.snapshot());
            return parameters == null ? Double.NaN : silent(s, day) / parameters.usualInterval();
        }).noun("silence in everybody's usual intervals", "沉默相当于全体客户平常间隔的倍数").bounds(0, 10_000).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("Days since the last purchase over the mean days between two purchases of all customers. Unknown until forecasts are fitted.")
                .done();
    }

    /** One gap is no rhythm, and two are drawn towards everybody's: that counts as one gap more where it is known. */
    private static double usualInterval(Situation situation) {
        var purchases = situation.memory().purchases();
        if (purchases == null || purchases.days() < FEWEST_DAYS) {
            return Double.NaN;
        }
        var parameters = ModelParameters.of(situation.snapshot());
        var gaps = purchases.days() - 1;
        return parameters == null ? purchases.meanGap()
                : (gaps * purchases.meanGap() + parameters.usualInterval()) / (gaps + 1);
    }

    private static double rounded(double days) {
        return Double.isNaN(days) ? days : Math.round(days);
    }

    private static Term length() {
        return Draft
                .number(CUSTOMER, "relationship-days", (s, _, day) -> s.memory().purchases() == null
                        ? Double.NaN
                        : day - bought(s).first().toEpochDay())
                .noun("days since the first purchase", "距首次购买的天数").unit("days").whole().moving(BY_DAY)
                .anchor(s -> "first purchase " + bought(s).first()).help("How long the relationship lasts.").done();
    }

    private static Term interval() {
        return Draft
                .number(CUSTOMER, "usual-interval", (s, _, _) -> usualInterval(s))
                .noun("usual interval in days", "平常购买间隔(天)").unit("days").bounds(0, 10_000)
                .help("Mean days between purchase days; once forecasts are fitted everybody's interval counts as one more. Unknown before the third.")
                .done();
    }

    private static Term deviation() {
        return Draft
                .number(CUSTOMER, "interval-deviation", (s, _, _) -> s.memory().purchases() == null
                        ? Double.NaN
                        : bought(s).gapDeviation())
                .noun("deviation of the usual interval in days", "平常购买间隔的标准差(天)").unit("days").bounds(0, 10_000)
                .help("Standard deviation of the days between purchase days. Unknown before the third.").done();
    }

    private static Term orderDue() {
        return Draft
                .number(CUSTOMER, "order-due", (s, _, day) -> s.memory().purchases() == null
                        ? Double.NaN
                        : bought(s).last().toEpochDay() + rounded(usualInterval(s)) - day)
                .noun("days until the next order is due", "距下次订购的天数").unit("days").bounds(-10_000, 10_000).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("The last purchase day and the usual interval; below 0 when it is overdue. Unknown before the third purchase day.")
                .done();
    }

    private static Term decayed() {
        return Draft
                .number(CUSTOMER, "decayed-purchases",
                        (s, _, day) -> s.memory().purchases() == null ? Double.NaN : strength(s, day))
                .noun("recent purchase strength", "近期购买强度").bounds(0, 10_000).moving(BY_DAY).anchor(PurchaseTerms::lastPurchase)
                .help("Purchase days, each counting less the longer ago it is: a purchase of today counts 1, one of four usual "
                        + "intervals of the shop about a third; of half a year, until forecasts are fitted.")
                .done();
    }

    /** By the shop's own rhythm where it is known: a week is long for coffee and nothing for furniture. */
    private static double strength(Situation situation, long day) {
        var parameters = ModelParameters.of(situation.snapshot());
        var purchases = bought(situation);
        var atLast = parameters == null || parameters.tauDays() == situation.tauDays()
                ? purchases.decayedCount()
                : purchases.fadedCountOn(purchases.last(), parameters.tauDays());
        return atLast * Math.exp(-silent(situation, day) / (parameters == null ? situation.tauDays() : parameters.tauDays()));
    }

    private static Term spend() {
        return Draft.number(CUSTOMER, "spend", (s, _, _) -> s.memory().purchases() == null ? 0 : bought(s).spend().toDouble())
                .noun("amount spent so far", "累计消费金额").money().bounds(0, 1e12).help("All orders, ever, in the books' currency.")
                .done();
    }

    private static Term averageOrder() {
        return Draft
                .number(CUSTOMER, "average-purchase", (s, _, _) -> s.memory().purchases() == null
                        ? Double.NaN
                        : bought(s).spend().toDouble() / bought(s).days())
                .noun("average amount per purchase day", "平均每购买日金额").money().bounds(0, 1e12)
                .help("Amount spent over purchase days.")
                .done();
    }

    private static Term ordersWithin() {
        return Draft.number(CUSTOMER, "orders-within", (s, n, day) -> Tallies.count(s, EventTypes.ORDER_PLACED, day, n[0]))
                .noun("number of orders in the last {days} days", "最近{days}天的订单数").whole().moving(BY_DAY)
                .help("Orders, today included.").done();
    }

    private static Term returnsWithin() {
        return Draft.number(CUSTOMER, "returns-within", (s, n, day) -> Tallies.count(s, EventTypes.ORDER_RETURNED, day, n[0]))
                .noun("number of returns in the last {days} days", "最近{days}天的退货次数").whole().moving(BY_DAY)
                .anchor(s -> Tallies.last(s, EventTypes.ORDER_RETURNED))
                .say(AT_LEAST, "the customer returned goods at least {number} times in the last {days} days",
                        "客户在最近{days}天内至少退货{number}次")
                .help("Returned or cancelled orders.").done();
    }

    private static Term spendWithin() {
        return Draft.number(CUSTOMER, "spend-within", (s, n, day) -> Tallies.sum(s, EventTypes.ORDER_PLACED, day, n[0]))
                .noun("amount spent in the last {days} days", "最近{days}天的消费金额").bounds(0, 1e12).moving(BY_DAY)
                .help("Orders, today included, in the books' currency.").done();
    }

    private static Term orderValueTrend() {
        return Draft.number(CUSTOMER, "order-value-trend", (s, n, day) -> Tallies.orderValueTrend(s, day, n[0]))
                .noun("average order of the last {days} days in % of the {days} days before", "最近{days}天平均订单额占此前{days}天的百分比")
                .unit("%").bounds(0, 100_000).moving(new Motion.OnDays((s, n, day) -> Tallies.nextShift(s, day, n[0])))
                .anchor(PurchaseTerms::lastPurchase)
                .say(BELOW, "the average order of the last {days} days fell below {number} % of before",
                        "最近{days}天的平均订单额降到此前的{number}%以下")
                .say(ABOVE, "the average order of the last {days} days rose above {number} % of before",
                        "最近{days}天的平均订单额升到此前的{number}%以上")
                .help("Unknown unless there are orders in both periods.").done();
    }

    private static Term ordersTrend() {
        return Draft.number(CUSTOMER, "orders-trend", (s, n, day) -> Tallies.ordersTrend(s, day, n[0]))
                .noun("orders of the last {days} days in % of the {days} days before", "最近{days}天订单数占此前{days}天的百分比").unit("%")
                .bounds(0, 100_000).moving(new Motion.OnDays((s, n, day) -> Tallies.nextShift(s, day, n[0])))
                .anchor(PurchaseTerms::lastPurchase)
                .say(BELOW, "the orders of the last {days} days fell below {number} % of before", "最近{days}天的订单数降到此前的{number}%以下")
                .help("Unknown unless there are orders in the period before.").done();
    }

    private static Term currentValue() {
        return Draft.number(CUSTOMER, "current-value", (s, _, day) -> Tallies.sum(s, "margin", day, YEAR))
                .noun("current value", "当前价值").money().bounds(0, 1e12).moving(BY_DAY)
                .help("Estimated margin of the last 365 days.")
                .done();
    }

    private static Term valueTop() {
        return Draft
                .number(CUSTOMER, "current-value-top", (s, _, day) -> s.memory().purchases() == null
                        ? Double.NaN
                        : s.snapshot().topPercent("current-value", Tallies.sum(s, "margin", day, YEAR)))
                .noun("current value, in the top %", "当前价值排名前%").unit("%").bounds(0, 100).moving(BY_DAY)
                .say(AT_MOST, "the current value is in the top {number} %", "当前价值排在前{number}%")
                .help("Share of customers whose current value is as high or higher. Unknown below 100 customers and before the "
                        + "first purchase.")
                .done();
    }

    private static Term recencyTop() {
        return Draft
                .number(CUSTOMER, "recency-top", (s, _, day) -> s.memory().purchases() == null
                        ? Double.NaN
                        : 100 - s.snapshot().topPercent("recency", Math.nextUp(silent(s, day))))
                .noun("recency, among the latest %", "最近购买排名前%").unit("%").bounds(0, 100).moving(BY_DAY)
                .say(AT_MOST, "the customer is among the latest {number} % to buy", "客户属于最近购买的前{number}%")
                .help("Share of customers whose last purchase is as recent or more. Unknown below 100 customers.").done();
    }

    private static Term frequencyTop() {
        return Draft
                .number(CUSTOMER, "frequency-top", (s, _, _) -> s.memory().purchases() == null
                        ? Double.NaN
                        : s.snapshot().topPercent("frequency", bought(s).days()))
                .noun("frequency, in the top %", "购买频度排名前%").unit("%").bounds(0, 100)
                .help("Share of customers with as many purchase days or more. Unknown below 100 customers.").done();
    }

    private static Term spendTop() {
        return Draft
                .number(CUSTOMER, "spend-top", (s, _, _) -> s.memory().purchases() == null
                        ? Double.NaN
                        : s.snapshot().topPercent("spend", bought(s).spend().toDouble()))
                .noun("amount spent, in the top %", "消费金额排名前%").unit("%").bounds(0, 100)
                .help("Share of customers who spent as much or more. Unknown below 100 customers.").done();
    }

    private static Term linesOwned() {
        return Draft.number(CUSTOMER, "lines-owned", (s, _, _) -> s.memory().productLines().size())
                .noun("number of product lines owned", "拥有的产品线数").whole().help("Product lines bought at least once.").done();
    }

    private static Term linesLately() {
        return Draft.number(CUSTOMER, "lines-lately", (s, n, day) -> {
            var lines = s.memory().productLines().values();
            var lately = 0;
            for (var line : lines) {
                lately += day - line.last().toEpochDay() < n[0] ? 1 : 0;
            }
            return lines.isEmpty() ? Double.NaN : PERCENT * lately / lines.size();
        }).noun("product lines bought in the last {days} days in % of those owned", "最近{days}天购买的产品线占所拥有的百分比").unit("%")
                .bounds(0, PERCENT).moving(BY_DAY).help("Breadth: unknown before the first purchase of a product line.").done();
    }

    private static Purchases bought(Situation situation) {
        return java.util.Objects.requireNonNull(situation.memory().purchases());
    }

    /** Unknown before the first purchase. */
    private static double silent(Situation situation, long day) {
        var purchases = situation.memory().purchases();
        return purchases == null ? Double.NaN : Math.max(0, day - purchases.last().toEpochDay());
    }

    static String lastPurchase(Situation situation) {
        var purchases = situation.memory().purchases();
        return purchases == null ? "" : "silent since " + purchases.last();
    }
}
