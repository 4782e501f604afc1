package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.AT_LEAST;
import static io.rapport.rulebook.Phrase.Shape.BELOW;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.rapport.facts.Situation;
import io.rapport.facts.Worth;
import io.rapport.forecast.CustomerForecast;
import io.rapport.forecast.ModelParameters;
import io.rapport.forecast.Scorecard;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;

/**
 * What the population's history says about the customer's future. Unknown before anything was fitted and before his first
 * purchase. The arithmetic is the forecast's; these are its words.
 */
public final class ForecastTerms {

    private static final double PERCENT = 100;

    private static final int YEAR = 365;

    private static final double MOST_MONEY = 1e12;

    /** Falls from day to day while nothing happens. */
    private static final Motion BY_DAY = new Motion.ByDay();

    private ForecastTerms() {}

    public static List<Term> all() {
        return List.of(buying(), alive(), orders(), expectedMargin(), lifetimeValue(), churn(), valueAtRisk(),
                secondLifetimeValue(), ofPoints());
    }

    private static Term buying() {
        return Draft.number(CUSTOMER, "buying-probability", (s, n, day) -> of(s, day, f -> PERCENT * f.pBuy((int) n[0])))
                .noun("probability of buying within {days} days in %", "{days}天内购买的概率%").unit("%").bounds(0, PERCENT)
                .moving(BY_DAY).anchor(PurchaseTerms::lastPurchase)
                .say(BELOW, "the customer buys within {days} days with less than {number} %", "客户{days}天内购买的概率低于{number}%")
                .say(AT_LEAST, "the customer buys within {days} days with at least {number} %", "客户{days}天内购买的概率至少{number}%")
                .help("From the purchases of all customers and his own. Falls with every silent day.").done();
    }

    private static Term alive() {
        return Draft.number(CUSTOMER, "alive-probability", (s, _, day) -> of(s, day, f -> PERCENT * f.pAlive()))
                .noun("probability alive in %", "仍为客户的概率%").unit("%").bounds(0, PERCENT).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("That he has not left for ever, by the model MBG/NBD. Falls with every silent day.").done();
    }

    private static Term orders() {
        return Draft.number(CUSTOMER, "expected-orders", (s, n, day) -> of(s, day, f -> f.orders((int) n[0])))
                .noun("expected orders in the next {days} days", "未来{days}天的预期订单数").bounds(0, 100_000).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase).help("Purchase days that he is expected to have.").done();
    }

    private static Term expectedMargin() {
        return Draft.number(CUSTOMER, "expected-margin", (s, _, day) -> expectedMargin(s, day))
                .noun("expected margin of a year", "未来一年的预期毛利").money().bounds(-MOST_MONEY, MOST_MONEY).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("Expected orders of the next 365 days, each at the margin expected of him; the current value until forecasts "
                        + "are fitted.")
                .done();
    }

    /** What the next 365 days are expected to bring: by forecast, else as the last 365 days did. */
    static double expectedMargin(Situation situation, long day) {
        var forecast = of(situation, day, f -> f.orders(YEAR) * f.marginPerPurchase());
        return !Double.isNaN(forecast) || situation.memory().purchases() == null ? forecast
                : Worth.currentValue(situation.memory(), day);
    }

    /** What a purchase day of his is expected to bring: by forecast, else as those so far did. */
    static double marginPerPurchase(Situation situation, long day) {
        var forecast = of(situation, day, CustomerForecast::marginPerPurchase);
        var purchases = situation.memory().purchases();
        return !Double.isNaN(forecast) || purchases == null ? forecast
                : Worth.marginToDate(situation.memory()).toDouble() / purchases.days();
    }

    private static Term lifetimeValue() {
        return Draft.number(CUSTOMER, "lifetime-value", (s, _, day) -> of(s, day, CustomerForecast::lifetimeValue))
                .noun("lifetime value", "客户终生价值").money().bounds(-MOST_MONEY, MOST_MONEY).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("Expected margin of the next five years, each year later worth a tenth less.").done();
    }

    private static Term churn() {
        return Draft.number(CUSTOMER, "churn-probability", (s, _, day) -> of(s, day, f -> PERCENT * f.churn()))
                .noun("churn probability in %", "流失概率%").unit("%").bounds(0, PERCENT).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .say(AT_LEAST, "the customer buys nothing for a year with at least {number} %", "客户一年内不再购买的概率至少{number}%")
                .help("That he buys nothing within a year. Rises with every silent day.").done();
    }

    private static Term valueAtRisk() {
        return Draft.number(CUSTOMER, "value-at-risk", (s, _, day) -> of(s, day, CustomerForecast::valueAtRisk))
                .noun("value at risk", "风险价值").money().bounds(-MOST_MONEY, MOST_MONEY).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("Margin of a year as he bought in all the time he has been known, times the probability that he is gone.")
                .done();
    }

    private static Term secondLifetimeValue() {
        return Draft.number(CUSTOMER, "second-lifetime-value", (s, _, day) -> of(s, day, CustomerForecast::secondLifetimeValue))
                .noun("second lifetime value", "第二终生价值").money().bounds(-MOST_MONEY, MOST_MONEY).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("What he would bring in five years from now on if he were won back today.").done();
    }

    private static Term ofPoints() {
        return Draft.number(CUSTOMER, "churn-points-probability", (s, _, _) -> {
            var points = s.concluded("churn-points");
            return points == null ? Double.NaN : PERCENT * Scorecard.probability(Double.parseDouble(points));
        }).noun("churn probability by points in %", "按积分的流失概率%").unit("%").bounds(0, PERCENT).reads("churn-points")
                .help("0 churn points are 50 %, 20 points more double the odds. Unknown without a table of churn points.").done();
    }

    static double of(Situation situation, long day, ToDoubleFunction<CustomerForecast> figure) {
        var parameters = ModelParameters.of(situation.snapshot());
        var purchases = situation.memory().purchases();
        if (parameters == null || purchases == null || day < purchases.last().toEpochDay()) {
            return Double.NaN;
        }
        return figure.applyAsDouble(parameters.of(purchases, LocalDate.ofEpochDay(day)));
    }
}
