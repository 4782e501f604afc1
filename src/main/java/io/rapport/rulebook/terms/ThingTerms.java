package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.ACTION;
import static io.rapport.facts.Situation.Scope.COMPLAINT;
import static io.rapport.facts.Situation.Scope.DELIVERY;
import static io.rapport.facts.Situation.Scope.ORDER_LINE;
import static io.rapport.facts.Situation.Scope.PRODUCT_LINE;
import static io.rapport.rulebook.Phrase.Shape.AT_LEAST;
import static io.rapport.rulebook.Phrase.Shape.BELOW;
import static io.rapport.rulebook.Phrase.Shape.IS;
import static io.rapport.rulebook.Phrase.Shape.NO;
import static io.rapport.rulebook.Phrase.Shape.YES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.rapport.facts.Action;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Phrase;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** One of a customer's things: an order line, a product line, a complaint, a delivery, a proposed action. */
public final class ThingTerms {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static final double PERCENT = 100;

    private ThingTerms() {}

    public static List<Term> all() {
        return List.of(description(), unitPrice(), lineName(), lineCustomers(), lineShare(), lineMargin(), lineOrders(), raised(),
                age(),
                deadlinePassed(), level(), sinceDelivery(), actionChannel(), actionPurpose(), actionKind(), actionWhat(),
                actionAnswers());
    }

    private static Term description() {
        return Draft
                .text(ORDER_LINE, "description", s -> s.thing() instanceof EventData.OrderLine line ? line.description() : null)
                .noun("words of the description", "商品描述中的词")
                .say(Phrase.Shape.MENTIONS, "the description mentions {words}", "商品描述提到{words}")
                .say(Phrase.Shape.KNOWN, "there is a description", "有商品描述").help("Of one order line.").done();
    }

    private static Term unitPrice() {
        return Draft.number(ORDER_LINE, "unit-price",
                (s, _, _) -> s.thing() instanceof EventData.OrderLine line && s.event().data() instanceof EventData.Order order
                        ? order.unitPrice(line)
                        : Double.NaN)
                .noun("unit price", "单价").money().bounds(0, 1e9).help("Of one order line, in the books' currency.").done();
    }

    private static Term lineName() {
        return Draft.word(PRODUCT_LINE, "product-line-name", s -> s.thing() instanceof String name ? name : null)
                .noun("product line", "产品线").help("As 1-classify/product-line.csv names it.").done();
    }

    private static Term lineCustomers() {
        return Draft.number(PRODUCT_LINE, "line-customers", (s, _, _) -> {
            var figures = figures(s);
            return figures == null ? Double.NaN : figures.customers();
        }).noun("customers in the line", "产品线客户数").whole().help("Customers who bought from this product line.").done();
    }

    private static Term lineShare() {
        return Draft.number(PRODUCT_LINE, "line-share", (s, _, _) -> {
            var figures = figures(s);
            var buyers = s.snapshot().customers();
            return figures == null || buyers <= 0 ? Double.NaN : PERCENT * figures.customers() / buyers;
        }).noun("share of customers in the line in %", "产品线客户占比%").unit("%").bounds(0, PERCENT)
                .help("Customers who bought from this product line, of all who ever bought.").done();
    }

    private static Term lineMargin() {
        return Draft.number(PRODUCT_LINE, "line-margin", (s, _, _) -> {
            var figures = figures(s);
            return figures == null ? Double.NaN : figures.marginRate() * PERCENT;
        }).noun("margin %", "毛利率%").unit("%").bounds(-100, 100).help("Estimated margin of the product line, all customers.")
                .done();
    }

    private static Term lineOrders() {
        return Draft.number(PRODUCT_LINE, "line-orders", (s, _, _) -> {
            var owned = s.thing() instanceof String name ? s.memory().productLines().get(name) : null;
            return owned == null ? Double.NaN : owned.orders();
        }).noun("orders from the line", "该产品线的订单数").whole().help("Of this customer.").done();
    }

    private static Term raised() {
        return Draft.yesNo(COMPLAINT, "complaint-raised", ThingTerms::raisedNow).noun("complaint", "投诉")
                .anchor(s -> s.event().id()).say(YES, "a complaint has been raised", "客户刚刚投诉")
                .help("Just now, and it is this one.")
                .done();
    }

    private static Term age() {
        Motion.Moment raised = s -> s.thing() instanceof Memory.OpenComplaint complaint ? complaint.raised() : null;
        return Draft.number(COMPLAINT, "complaint-age", (s, _, _) -> hoursSince(raised.of(s), s.now()))
                .noun("age of the complaint", "投诉持续时间").unit("hours").bounds(0, 100_000)
                .moving(new Motion.SinceMoment(raised, HOUR)).anchor(ThingTerms::complaintId)
                .say(AT_LEAST, "the complaint has been open for {number} hours", "投诉已持续{number}小时").help("Since it was raised.")
                .done();
    }

    private static Term deadlinePassed() {
        Motion.Moment deadline = s -> s.thing() instanceof Memory.OpenComplaint complaint ? complaint.deadline() : null;
        return Draft.yesNo(COMPLAINT, "deadline-passed", (s, _, _) -> {
            var at = deadline.of(s);
            return at == null ? Double.NaN : s.now().isBefore(at) ? 0 : 1;
        }).noun("deadline of the complaint", "投诉时限").moving(new Motion.AtMoment(deadline))
                .anchor(s -> complaintId(s) + " due " + deadline.of(s)).say(YES, "its deadline has passed", "投诉已超过时限")
                .say(NO, "its deadline has not passed", "投诉尚未超过时限")
                .help("Unknown until the complaint has a task with a deadline.")
                .done();
    }

    private static Term level() {
        return Draft.number(COMPLAINT, "escalation-level",
                (s, _, _) -> s.thing() instanceof Memory.OpenComplaint complaint ? complaint.level() : Double.NaN)
                .noun("escalation level", "升级层级").whole().help("How many deadlines were missed so far.").done();
    }

    private static Term sinceDelivery() {
        return Draft.number(DELIVERY, "days-since-delivery",
                (s, _, day) -> s.thing() instanceof Memory.Delivery delivery
                        ? day - LocalDate.ofInstant(delivery.at(), s.zone()).toEpochDay()
                        : Double.NaN)
                .noun("days since the delivery", "距送达的天数").unit("days").whole().moving(new Motion.ByDay())
                .anchor(s -> s.thing() instanceof Memory.Delivery delivery ? "delivered " + delivery.orderId() : "")
                .say(AT_LEAST, "the order was delivered {number} days ago or earlier", "订单送达已满{number}天")
                .say(BELOW, "the order was delivered within the last {number} days", "订单在最近{number}天内送达")
                .help("Whole calendar days of the customer.").done();
    }

    private static Term actionChannel() {
        return Draft.word(ACTION, "action-channel", s -> s.thing() instanceof Action action ? action.channel().word() : null)
                .noun("channel", "渠道").values(EventTerms.channels()).say(IS, "the action leaves by {value}", "行动通过{value}发出")
                .help("By which the proposed action leaves.").done();
    }

    private static Term actionPurpose() {
        return Draft.word(ACTION, "action-purpose", s -> s.thing() instanceof Action action ? action.purpose().word() : null)
                .noun("purpose", "目的").values(List.of(new Term.Word("service", "服务"), new Term.Word("promotion", "推广")))
                .say(IS, "the action is for {value}", "行动用于{value}").help("Service or promotion.").done();
    }

    private static Term actionKind() {
        return Draft.word(ACTION, "action-kind", s -> s.thing() instanceof Action action
                ? action.kind().name().toLowerCase(java.util.Locale.ROOT)
                : null)
                .noun("kind of action", "行动种类").values(List.of(new Term.Word("message", "消息"), new Term.Word("task", "任务")))
                .say(IS, "the action is a {value}", "行动是{value}").help("A message to the customer, or a task for an agent.")
                .done();
    }

    private static Term actionAnswers() {
        return Draft.yesNo(ACTION, "action-answers", (s, _, _) -> s.thing() instanceof Action action
                && action.kind() == Action.Kind.MESSAGE && says(s.event().data()) ? 1 : 0)
                .noun("answer", "答复").say(YES, "the action answers a message", "行动答复一条消息")
                .help("A message that goes out because one came in just now.").done();
    }

    private static boolean says(EventData said) {
        return said instanceof EventData.Message || said instanceof EventData.Form || said instanceof EventData.Complaint;
    }

    private static Term actionWhat() {
        return Draft.word(ACTION, "action-what", s -> s.thing() instanceof Action action ? action.what() : null)
                .noun("template or task", "模板或任务").help("The template's or the task's name.").done();
    }

    private static Snapshot.@Nullable LineFigures figures(Situation situation) {
        return situation.thing() instanceof String name ? situation.snapshot().productLines().get(name) : null;
    }

    private static double raisedNow(Situation situation, double[] args, long day) {
        return situation.event().is(EventTypes.COMPLAINT_RAISED) && situation.event().data() instanceof EventData.Complaint raised
                && situation.thing() instanceof Memory.OpenComplaint open && open.id().equals(raised.complaintId()) ? 1 : 0;
    }

    private static String complaintId(Situation situation) {
        return situation.thing() instanceof Memory.OpenComplaint complaint ? "complaint " + complaint.id() : "";
    }

    private static double hoursSince(@Nullable Instant moment, Instant now) {
        return moment == null ? Double.NaN : Duration.between(moment, now).toMillis() / (double) HOUR;
    }
}
