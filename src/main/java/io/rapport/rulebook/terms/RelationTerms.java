package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.AT_LEAST;
import static io.rapport.rulebook.Phrase.Shape.BELOW;

import java.time.LocalDate;
import java.util.List;

import io.rapport.facts.Closeness;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Purchases;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** How a customer feels about us and how closely he is tied to us: the arithmetic is {@link Closeness}. */
public final class RelationTerms {

    private static final double PERCENT = 100;

    private static final double FINE = 1e6;

    private static final int YEAR = 365;

    private static final int HALF = 180;

    private RelationTerms() {}

    public static List<Term> all() {
        return List.of(satisfaction(), satisfactionChange(), answer("goodwill", "goodwill", "友善"),
                answer("integrity", "integrity", "诚信"), answer("ability", "ability", "能力"),
                answer("intention", "intention to buy again", "再购意向"), perceivedValue(), commitment(), dependence(),
                shareOfWallet(), quality(), qualityChange(), turnedNegative(), about("leaving", "leaving", "离开"),
                about("price", "the price", "价格"), overdue(), spendTrend(), volumeTrend());
    }

    private static Term satisfaction() {
        return Draft.number(CUSTOMER, "satisfaction-score", (s, _, day) -> percent(Closeness.satisfaction(s.memory(), day, YEAR)))
                .noun("satisfaction in %", "满意度%").unit("%").bounds(0, PERCENT).moving(leaving(Closeness.OPINIONS, YEAR))
                .help("Mean of the surveys and reviews of the last 365 days; each complaint counts 0. Unknown without any.")
                .done();
    }

    private static Term satisfactionChange() {
        return Draft.number(CUSTOMER, "satisfaction-change", (s, _, day) -> percent(
                Closeness.satisfaction(s.memory(), day, HALF) - Closeness.satisfaction(s.memory(), day - HALF, HALF)))
                .noun("change of satisfaction in points", "满意度变化(百分点)").bounds(-PERCENT, PERCENT)
                .moving(leaving(Closeness.OPINIONS, HALF, 2 * HALF))
                .help("The last half year against the half year before. Unknown unless there are opinions in both.").done();
    }

    private static Term answer(String aspect, String english, String chinese) {
        return Draft.number(CUSTOMER, "answer-" + aspect, (s, _, day) -> percent(Closeness.answer(s.memory(), aspect, day)))
                .noun(english + " in %", chinese + "%").unit("%").bounds(0, PERCENT)
                .moving(leaving(List.of(Closeness.answerName(aspect)), YEAR))
                .help("Mean answer about it in surveys of the last 365 days. Unknown without any.").done();
    }

    private static Term perceivedValue() {
        var asked = List.of(Closeness.answerName("benefit"), Closeness.answerName("price"), Closeness.answerName("effort"));
        return Draft.number(CUSTOMER, "perceived-value-points", (s, _, day) -> percent(Closeness.perceivedValue(s.memory(), day)))
                .noun("perceived value in points", "感知价值(分)").bounds(-PERCENT, PERCENT).moving(leaving(asked, YEAR))
                .help("Benefit less the mean of money cost and other cost (time, effort), as surveys of the last 365 days have them.")
                .done();
    }

    private static Term commitment() {
        return Draft.number(CUSTOMER, "commitment", (s, _, day) -> percent(Closeness.commitment(s.memory(), day, 12)))
                .noun("commitment in %", "承诺%").unit("%").bounds(0, PERCENT)
                .moving(new Motion.OnDays((s, _, day) -> nextMonth(s, day)))
                .help("In how many of the last 12 months of 30 days he bought. Unknown before the first purchase.").done();
    }

    private static Term dependence() {
        return Draft.number(CUSTOMER, "dependence", (s, _, _) -> percent(Closeness.dependence(s.memory(), s.snapshot())))
                .noun("dependence in %", "依赖%").unit("%").bounds(0, PERCENT)
                .help("Of how many of our product lines he buys. Unknown before the population was counted.").done();
    }

    private static Term shareOfWallet() {
        return Draft.number(CUSTOMER, "share-of-wallet", (s, _, day) -> percent(Closeness.shareOfWallet(s.memory(), day)))
                .noun("share of wallet in %", "钱包份额%").unit("%").bounds(0, 1e9)
                .moving(leaving(List.of(EventTypes.ORDER_PLACED, Closeness.TOTAL_SPEND), YEAR))
                .help("What he spent with us in 365 days, of all he spends a year as the trait total-spend told. Else unknown.")
                .done();
    }

    private static Term quality() {
        return Draft.number(CUSTOMER, "relationship-quality-score", RelationTerms::quality)
                .noun("relationship quality in %", "关系质量%").unit("%").bounds(0, PERCENT)
                .moving(monthlyAnd(Closeness.OPINIONS, YEAR))
                .help("Mean of trust, commitment, dependence and satisfaction. Unknown while one of them is.").done();
    }

    private static double quality(Situation situation, double[] args, long day) {
        var trust = situation.concluded("trust-figure");
        var memory = situation.memory();
        return trust == null ? Double.NaN
                : percent((Double.parseDouble(trust) / PERCENT + Closeness.commitment(memory, day, 12)
                        + Closeness.dependence(memory, situation.snapshot()) + Closeness.satisfaction(memory, day, YEAR)) / 4);
    }

    private static Term qualityChange() {
        return Draft
                .number(CUSTOMER, "relationship-quality-change", (s, _, day) -> percent(Closeness.qualityChange(s.memory(), day)))
                .noun("change of relationship quality in points", "关系质量变化(百分点)").bounds(-PERCENT, PERCENT)
                .moving(monthlyAnd(Closeness.OPINIONS, HALF, 2 * HALF))
                .help("Commitment and satisfaction of the last half year against the half year before; the other two hardly move.")
                .done();
    }

    private static Term turnedNegative() {
        return Draft.number(CUSTOMER, "moods-negative", (s, n, day) -> Tallies.count(s, "mood.negative", day, n[0]))
                .noun("times the mood turned negative in the last {days} days", "最近{days}天情绪转为负面的次数").whole()
                .moving(new Motion.ByDay()).help("As the words of his messages showed it.").done();
    }

    /** What was concluded of this very message is not counted yet. */
    private static Term about(String topic, String english, String chinese) {
        return Draft.number(CUSTOMER, "messages-about-" + topic, (s, n, day) -> Tallies.count(s, "topic." + topic, day, n[0])
                + (s.concludes("topic", topic) ? 1 : 0))
                .noun("number of messages about " + english + " in the last {days} days", "最近{days}天谈到" + chinese + "的消息数")
                .whole()
                .moving(new Motion.ByDay()).help("As 1-classify/mail-topic.csv tells it by their words, this one included.")
                .done();
    }

    private static Term overdue() {
        return Draft.number(CUSTOMER, "overdue-within", (s, n, day) -> Tallies.count(s, "invoice.overdue", day, n[0]))
                .noun("number of overdue invoices in the last {days} days", "最近{days}天的逾期发票数").whole()
                .moving(new Motion.ByDay()).help("Invoices that fell overdue, whether paid since or not.").done();
    }

    private static Term spendTrend() {
        return trend("spend-trend", "amount spent in the last {days} days in % of the {days} days before",
                "最近{days}天消费金额占此前{days}天的百分比", EventTypes.ORDER_PLACED)
                .say(BELOW, "the amount spent in the last {days} days fell below {number} % of before",
                        "最近{days}天的消费金额降到此前的{number}%以下")
                .help("Unknown unless something was spent in the days before.").done();
    }

    private static Term volumeTrend() {
        return trend("volume-trend", "own total volume of the last {days} days in % of the {days} days before",
                "最近{days}天客户总采购量占此前{days}天的百分比", Closeness.TOTAL_SPEND)
                .say(AT_LEAST, "the own total volume of the last {days} days is at least {number} % of before",
                        "最近{days}天客户的总采购量至少为此前的{number}%")
                .help("What he spends with everybody, as the trait total-spend told it in both periods. Else unknown.").done();
    }

    private static Draft trend(String id, String english, String chinese, String tally) {
        return Draft.number(CUSTOMER, id, (s, n, day) -> percent(Closeness.trend(s.memory(), tally, day, (int) n[0])))
                .noun(english, chinese).unit("%").bounds(0, 1e9)
                .moving(new Motion.OnDays(
                        (s, n, day) -> Tallies.nextLeaving(s, day, List.of(tally), (int) n[0], 2 * (int) n[0])));
    }

    /** In percent, without the last digits that a computer adds: 0.7 less 0.5 is 20 %, not 19.999. */
    private static double percent(double share) {
        return Double.isNaN(share) ? share : Math.round(share * PERCENT * FINE) / FINE;
    }

    private static Motion monthlyAnd(List<String> names, int... days) {
        return new Motion.OnDays((s, _, day) -> {
            var month = nextMonth(s, day);
            var leaving = Tallies.nextLeaving(s, day, names, days);
            return month == null || leaving != null && leaving.isBefore(month) ? leaving : month;
        });
    }

    private static Motion leaving(List<String> names, int... days) {
        return new Motion.OnDays((s, _, day) -> Tallies.nextLeaving(s, day, names, days));
    }

    /** The next day on which a purchase day passes into an earlier month of 30 days, or out of the last year. */
    private static @Nullable LocalDate nextMonth(Situation situation, LocalDate day) {
        Purchases purchases = situation.memory().purchases();
        return purchases == null ? null : Closeness.nextMonth(purchases, day);
    }
}
