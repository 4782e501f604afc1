package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.AT_MOST;

import java.util.List;

import io.rapport.facts.EventTypes;
import io.rapport.facts.Situation;
import io.rapport.facts.Worth;
import io.rapport.forecast.CustomerForecast;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Source;
import io.rapport.rulebook.Term;

/** What a customer is worth, and what he costs: the arithmetic is {@link Worth}, the unit figures are concluded by rules. */
public final class ValueTerms {

    private static final double BOUND = 1e12;

    private static final int YEAR = 365;

    private static final double PERCENT = 100;

    private static final Motion BY_DAY = new Motion.ByDay();

    private ValueTerms() {}

    public static List<Term> all() {
        return List.of(marginToDate(), historical(), historicalTop(), potential(), potentialTop(), costToServe(), costShare(),
                contribution(), affordableCalls(), riskInCalls(), returnInMessages(),
                needs(), needsTop(), openLines(), referrals(), influence(), learning(), commercial());
    }

    private static Term marginToDate() {
        return money("margin-to-date", "margin to date", "累计毛利", (s, _, _) -> Worth.marginToDate(s.memory()).toDouble())
                .help("Estimated margin of all that was ever bought, returns taken off.").done();
    }

    private static Term historical() {
        return money("historical-value", "historical value", "历史价值", (s, _, _) -> historical(s))
                .help("Estimated margin to date, returns taken off, less the cost to serve.").done();
    }

    private static Term historicalTop() {
        return top("historical-value", "historical value, in the top %", "历史价值排名前%", (s, _, _) -> historical(s))
                .help("Share of customers whose historical value is as high or higher. Unknown below 100 customers.").done();
    }

    private static Term potential() {
        return money("potential-value", "potential value", "潜在价值", (s, _, day) -> potential(s, day)).moving(BY_DAY)
                .help("Current value times the potential rate: what open lines, referrals and stage let expect beside it.")
                .done();
    }

    private static Term potentialTop() {
        return top("potential-value", "potential value, in the top %", "潜在价值排名前%", (s, _, day) -> potential(s, day))
                .moving(BY_DAY)
                .help("Share of customers whose potential value is as high or higher. Unknown below 100 customers.")
                .done();
    }

    private static Term costToServe() {
        return money("cost-to-serve", "cost to serve in the last 365 days", "最近365天的服务成本",
                (s, _, day) -> Worth.costToServe(s.memory(), costs(s), day)).moving(BY_DAY)
                .help("Messages, calls, visits and complaints, each at its cost.").done();
    }

    private static Term costShare() {
        return Draft.number(CUSTOMER, "cost-to-serve-share", (s, _, day) -> costShare(s, day))
                .noun("cost to serve in % of the current value", "服务成本占当前价值的百分比").unit("%").bounds(0, 1e9)
                .moving(new Motion.OnDays((s, _, day) -> Tallies.nextLeaving(s, day, Worth.COUNTED, YEAR)))
                .help("Above 100: he costs more than he brings. A billion where he brings nothing. Unknown without any cost and value.")
                .done();
    }

    private static Term affordableCalls() {
        return Draft.number(CUSTOMER, "affordable-calls", (s, _, day) -> affordableCalls(s, day))
                .noun("calls a year that his margin pays for", "毛利可负担的年通话次数").bounds(-BOUND, BOUND).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("By the expected margin of a year, beside one call after each order; below 0: it does not even pay for those.")
                .done();
    }

    private static double affordableCalls(Situation situation, long day) {
        var margin = ForecastTerms.expectedMargin(situation, day);
        var perPurchase = ForecastTerms.marginPerPurchase(situation, day);
        var calls = margin / figure(situation, "cost-of-call");
        return perPurchase > 0 ? calls - margin / perPurchase : calls;
    }

    private static Term riskInCalls() {
        return Draft
                .number(CUSTOMER, "risk-in-calls",
                        (s, _, day) -> ForecastTerms.of(s, day, CustomerForecast::valueAtRisk) / figure(s, "cost-of-call"))
                .noun("calls that the value at risk pays for", "风险价值可负担的通话次数").bounds(-BOUND, BOUND).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("The value at risk in calls: 3 are worth it where one of three who are called stays.").done();
    }

    private static Term returnInMessages() {
        return Draft
                .number(CUSTOMER, "second-value-in-messages",
                        (s, _, day) -> ForecastTerms.of(s, day, CustomerForecast::secondLifetimeValue)
                                / figure(s, "cost-of-message"))
                .noun("messages that the second lifetime value pays for", "第二终生价值可负担的消息数").bounds(-BOUND, BOUND).moving(BY_DAY)
                .anchor(PurchaseTerms::lastPurchase)
                .help("The second lifetime value in messages: 50 are worth it where one of fifty who are written to comes back.")
                .done();
    }

    private static Term contribution() {
        return Draft.number(CUSTOMER, "profit-contribution", (s, _, day) -> s.memory().purchases() == null
                ? Double.NaN
                : s.snapshot().contributionUpTo(current(s, day)))
                .noun("share of profit up to him in %", "累计利润贡献%").unit("%").bounds(0, 1_000_000).moving(BY_DAY)
                .help("What customers of his current value or more bring together, of all current value.").done();
    }

    private static Term needs() {
        return Draft.number(CUSTOMER, "needs-difference", (s, _, _) -> needs(s))
                .noun("difference of needs in %", "需求差异%").unit("%").bounds(0, PERCENT)
                .help("How far his mix of product lines is from everybody's: 0 the same, 100 nothing in common.").done();
    }

    private static Term needsTop() {
        return top("needs-difference", "difference of needs, in the top %", "需求差异排名前%", (s, _, _) -> needs(s))
                .help("Share of customers whose needs differ as much or more. Unknown below 100 customers.").done();
    }

    private static Term openLines() {
        return Draft.number(CUSTOMER, "lines-open", (s, _, _) -> {
            var sold = s.snapshot().productLines().keySet();
            return sold.isEmpty() ? Double.NaN
                    : sold.stream().filter(line -> !s.memory().productLines().containsKey(line)).count();
        }).noun("number of product lines still open", "尚未购买的产品线数").whole()
                .help("Product lines that others buy and he does not. Unknown before the population was counted.").done();
    }

    private static Term referrals() {
        return Draft.number(CUSTOMER, "referrals", (s, _, _) -> count(s, EventTypes.REFERRAL_MADE))
                .noun("number of referrals", "推荐次数").whole().help("Other customers he brought, ever.").done();
    }

    private static Term influence() {
        return money("influence-value", "influence value", "影响价值", (s, _, _) -> influence(s))
                .help("What his referrals brought where it is known, and the worth of a referral where it is not.").done();
    }

    private static Term learning() {
        return money("learning-value", "learning value", "学习价值", (s, _, _) -> learning(s))
                .help("Answers to surveys, reviews and complaints, each at the worth of an answer.").done();
    }

    private static Term commercial() {
        return money("commercial-value", "commercial value", "商业价值",
                (s, _, day) -> current(s, day) + potential(s, day) + influence(s) + learning(s)).moving(BY_DAY)
                .help("Existing (current), potential, influence and learning value, added up.").done();
    }

    private static Draft money(String id, String english, String chinese, Source.Figure figure) {
        return Draft.number(CUSTOMER, id, figure).noun(english, chinese).money().bounds(-BOUND, BOUND);
    }

    private static Draft top(String measure, String english, String chinese, Source.Figure figure) {
        return Draft.number(CUSTOMER, measure + "-top", (s, args, day) -> s.memory().purchases() == null
                ? Double.NaN
                : s.snapshot().topPercent(measure, figure.of(s, args, day)))
                .noun(english, chinese).unit("%").bounds(0, PERCENT)
                .say(AT_MOST, "the " + english.replace(", in the top %", "") + " is in the top {number} %",
                        chinese.replace("排名前%", "") + "排在前{number}%");
    }

    private static double current(Situation situation, long day) {
        return situation.memory().purchases() == null ? Double.NaN : Worth.currentValue(situation.memory(), day);
    }

    private static double historical(Situation situation) {
        return Worth.historicalValue(situation.memory(), costs(situation));
    }

    private static double potential(Situation situation, long day) {
        return Worth.potentialValue(current(situation, day), figure(situation, "potential-rate"));
    }

    private static double costShare(Situation situation, long day) {
        var cost = Worth.costToServe(situation.memory(), costs(situation), day);
        var value = Worth.currentValue(situation.memory(), day);
        if (value <= 0) {
            return cost > 0 ? 1e9 : Double.NaN;
        }
        return PERCENT * cost / value;
    }

    private static double needs(Situation situation) {
        return Worth.needsDifference(situation.memory().productLines(), situation.snapshot().productLines());
    }

    private static double influence(Situation situation) {
        var made = situation.memory().tallies().get(EventTypes.REFERRAL_MADE);
        var worth = figure(situation, "worth-of-referral");
        if (made == null) {
            return worth * 0;
        }
        return made.sum().isPositive() ? made.sum().toDouble() : made.count() * worth;
    }

    private static double learning(Situation situation) {
        return (count(situation, "survey.answered") + count(situation, "review.posted") + count(situation, "complaint.raised"))
                * figure(situation, "worth-of-answer");
    }

    private static double count(Situation situation, String name) {
        var tally = situation.memory().tallies().get(name);
        return tally == null ? 0 : tally.count();
    }

    private static Worth.Costs costs(Situation situation) {
        return new Worth.Costs(figure(situation, "cost-of-message"), figure(situation, "cost-of-call"),
                figure(situation, "cost-of-visit"), figure(situation, "cost-of-complaint"));
    }

    /** A number that rules concluded; unknown while none has. */
    private static double figure(Situation situation, String concept) {
        var concluded = situation.concluded(concept);
        return concluded == null ? Double.NaN : Double.parseDouble(concluded);
    }
}
