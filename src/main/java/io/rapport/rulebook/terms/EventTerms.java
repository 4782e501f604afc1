package io.rapport.rulebook.terms;

import static io.rapport.facts.Situation.Scope.CUSTOMER;
import static io.rapport.rulebook.Phrase.Shape.NO;
import static io.rapport.rulebook.Phrase.Shape.YES;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Channel;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Situation;
import io.rapport.forecast.ModelParameters;
import io.rapport.rulebook.Motion;
import io.rapport.rulebook.Phrase;
import io.rapport.rulebook.Term;
import org.jspecify.annotations.Nullable;

/** What happened just now. */
public final class EventTerms {

    private static final Map<String, String> CHINESE_CHANNELS = Map.ofEntries(Map.entry("email", "电子邮件"), Map.entry("web", "网页"),
            Map.entry("order-system", "订单系统"), Map.entry("call-centre", "电话"), Map.entry("chat", "聊天"), Map.entry("sms", "短信"),
            Map.entry("letter", "信函"), Map.entry("fax", "传真"), Map.entry("in-person", "面对面"), Map.entry("mobile", "手机应用"),
            Map.entry("social", "社交媒体"));

    private static final double MOST_MONEY = 1e12;

    private EventTerms() {}

    public static List<Term> all() {
        return List.of(text(), automatic(), messageArrived(),
                happened("form-arrived", EventTypes.WEB_FORM, "a web form has arrived", "收到网页表单"),
                happened("order-placed", EventTypes.ORDER_PLACED, "an order has been placed", "客户刚刚下单"),
                happened("order-returned", EventTypes.ORDER_RETURNED, "an order has been returned", "客户刚刚退货"),
                happened("order-delivered", EventTypes.ORDER_DELIVERED, "an order has been delivered", "订单刚刚送达"),
                happened("complaint-resolved", EventTypes.COMPLAINT_RESOLVED, "a complaint has been resolved", "投诉刚刚解决"),
                happened("visit-announced", EventTypes.VISIT_ANNOUNCED, "a visit has been announced", "客户预约了来访"),
                happened("called-spam", EventTypes.EMAIL_COMPLAINED, "a message of ours has been called spam", "客户将我们的邮件举报为垃圾邮件"),
                happened("consent-given", EventTypes.CONSENT_GIVEN, "consent has been given", "客户刚刚给予同意"), channel(), type(),
                orderAge(), orderAmount(), orderInUsualOrders(), orderInEverybodysOrders());
    }

    /** The channel words with their Chinese names, in the order of {@link Channel}. */
    static List<Term.Word> channels() {
        return Arrays.stream(Channel.values()).map(Channel::word)
                .map(word -> new Term.Word(word, CHINESE_CHANNELS.getOrDefault(word, word))).toList();
    }

    private static Term text() {
        return Draft.text(CUSTOMER, "message-text", EventTerms::textOf).noun("words of the message", "消息中的词")
                .anchor(EventTerms::eventId)
                .say(Phrase.Shape.MENTIONS, "the message mentions {words}", "消息提到{words}")
                .say(Phrase.Shape.KNOWN, "there is a message", "有消息文字")
                .help("Subject and text of a mail, call, chat, letter, or the text of a form.").done();
    }

    private static Term automatic() {
        return Draft.yesNo(CUSTOMER, "message-automatic", EventTerms::automatic).noun("automatic message", "自动消息")
                .anchor(EventTerms::eventId)
                .say(YES, "the message was sent by a machine", "消息是自动发出的")
                .say(NO, "the message was written by a person", "消息由人撰写")
                .help("Auto-replies, bounces and lists are sent by a machine; a form is always written by a person.").done();
    }

    private static Term messageArrived() {
        return Draft.yesNo(CUSTOMER, "message-arrived", (s, _, _) -> s.event().data() instanceof EventData.Message ? 1 : 0)
                .noun("message", "消息").anchor(EventTerms::eventId).say(YES, "a message has arrived", "收到消息")
                .help("A mail, call, chat, text message, letter or fax has just come in.").done();
    }

    private static Term happened(String id, String type, String english, String chinese) {
        return Draft.yesNo(CUSTOMER, id, (s, _, _) -> s.event().is(type) ? 1 : 0).noun(type, type).anchor(EventTerms::eventId)
                .say(YES, english, chinese).help("Just now.").done();
    }

    private static Term channel() {
        return Draft.word(CUSTOMER, "event-channel", EventTerms::channelOf).noun("channel of the message", "消息渠道")
                .values(channels()).anchor(EventTerms::eventId)
                .say(Phrase.Shape.IS, "the message came in by {value}", "消息来自{value}").help("By which it came in.").done();
    }

    private static Term type() {
        return Draft.word(CUSTOMER, "event-type", s -> s.event().type()).noun("type of the event", "事件类型")
                .anchor(EventTerms::eventId)
                .help("For instance survey.answered; any type may be named.").done();
    }

    private static Term orderAge() {
        return Draft.number(CUSTOMER, "order-age", (s, _, day) -> s.event().is(EventTypes.ORDER_PLACED)
                ? day - LocalDate.ofInstant(s.event().time(), s.zone()).toEpochDay()
                : Double.NaN)
                .noun("days since the order at hand", "本次订单距今天数").unit("days").whole().moving(new Motion.ByDay())
                .anchor(EventTerms::eventId)
                .say(Phrase.Shape.BELOW, "the order was placed within the last {number} days", "订单在最近{number}天内下达")
                .help("Of the order that came in just now: a file may bring it days later. Else unknown.").done();
    }

    private static Term orderAmount() {
        return Draft.number(CUSTOMER, "order-amount", (s, _, _) -> amount(s)).noun("amount of the order", "订单金额").money()
                .bounds(0, MOST_MONEY).anchor(EventTerms::eventId)
                .help("Of the order placed just now, in the books' currency. Else unknown.").done();
    }

    private static Term orderInUsualOrders() {
        return Draft.number(CUSTOMER, "order-in-usual-orders", (s, _, _) -> {
            var placed = s.memory().tallies().get(EventTypes.ORDER_PLACED);
            var amount = amount(s);
            return Double.isNaN(amount) || placed == null || placed.count() < 2 || placed.sum().toDouble() <= amount
                    ? Double.NaN
                    : 100 * amount / ((placed.sum().toDouble() - amount) / (placed.count() - 1));
        }).noun("amount of the order in % of his mean order before", "订单金额占其此前平均订单的百分比").unit("%").bounds(0, MOST_MONEY)
                .anchor(EventTerms::eventId).help("Of the order placed just now. Unknown at the first order.").done();
    }

    private static Term orderInEverybodysOrders() {
        return Draft.number(CUSTOMER, "order-in-everybodys-orders", (s, _, _) -> {
            var parameters = ModelParameters.of(s.snapshot());
            return parameters == null ? Double.NaN : 100 * amount(s) / parameters.usualPurchase();
        }).noun("amount of the order in % of everybody's mean purchase", "订单金额占全体客户平均购买额的百分比").unit("%")
                .bounds(0, MOST_MONEY).anchor(EventTerms::eventId)
                .help("Of the order placed just now, against the mean of what customers spend on a purchase day. Unknown until forecasts are fitted.")
                .done();
    }

    private static double amount(Situation situation) {
        return situation.event().is(EventTypes.ORDER_PLACED) && situation.event().data() instanceof EventData.Order order
                ? order.amount().toDouble()
                : Double.NaN;
    }

    private static @Nullable String textOf(Situation situation) {
        return switch (situation.event().data()) {
            case EventData.Message message -> message.subject() + "\n" + message.text();
            case EventData.Form form -> form.text().isBlank() ? null : form.text();
            default -> null;
        };
    }

    private static double automatic(Situation situation, double[] args, long day) {
        return switch (situation.event().data()) {
            case EventData.Message message -> message.automatic() ? 1 : 0;
            case EventData.Form _ -> 0;
            default -> Double.NaN;
        };
    }

    private static @Nullable String channelOf(Situation situation) {
        return switch (situation.event().data()) {
            case EventData.Message message -> message.channel().word();
            case EventData.Form _ -> Channel.WEB.word();
            case EventData.Complaint complaint -> complaint.channel().word();
            default -> null;
        };
    }

    private static String eventId(Situation situation) {
        return situation.event().id();
    }
}
