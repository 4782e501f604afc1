package io.rapport.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.policy.Telling.Kind;
import io.rapport.policy.Telling.Read;
import io.rapport.policy.Telling.Told;
import io.rapport.policy.wording.Calendar;
import io.rapport.policy.wording.Form;
import org.jspecify.annotations.Nullable;

/** The sentences for events. A new one is added here, in one place. */
final class TellingKinds {

    private static final String SENT = "reserved";

    private TellingKinds() {}

    static List<Kind> all() {
        return List.of(
                order("ordered {rest}", "订购了{rest}", EventTypes.ORDER_PLACED),
                order("returned {rest}", "退回了{rest}", EventTypes.ORDER_RETURNED),
                order("cancelled {rest}", "取消了{rest}", EventTypes.ORDER_CANCELLED),
                step("order {number} arrived", "订单{number}已送达", EventTypes.ORDER_DELIVERED),
                step("order {number} was paid", "订单{number}已付款", "order.paid"),
                step("order {number} was shipped", "订单{number}已发货", "order.shipped"),
                message("wrote by {channel} about {text}: {text2}", "通过{channel}就{text}写道:{text2}", false),
                message("an automatic reply came by {channel} about {text}: {text2}", "通过{channel}收到就{text}的自动回复:{text2}", true),
                form(), consent("agreed to {purpose} by {channel}", "同意通过{channel}接收{purpose}", EventTypes.CONSENT_GIVEN),
                consent("withdrew the consent to {purpose} by {channel}", "撤回通过{channel}接收{purpose}的同意",
                        EventTypes.CONSENT_WITHDRAWN),
                traits(), raised(), resolved(), inHand(), closed(), sent(), contact(), moved(), rating(), amount(),
                anythingElse());
    }

    private static <D extends EventData> Telling.Writer when(
            Class<D> data, String type, java.util.function.BiFunction<D, Telling, @Nullable Map<String, String>> values) {
        return (event, telling) -> data.isInstance(event.data()) && (type.isEmpty() || event.is(type))
                ? values.apply(data.cast(event.data()), telling)
                : null;
    }

    private static Kind kind(String english, String chinese, Telling.Writer writer, Function<Read, Told> reader) {
        return new Kind(new Form(english, chinese), writer, reader);
    }

    private static Kind order(String english, String chinese, String type) {
        return kind(english, chinese,
                when(EventData.Order.class, type, (order, telling) -> Map.of("rest", telling.lines(order))),
                read -> new Told(type, Telling.order("order", read.word("rest"))));
    }

    private static Kind step(String english, String chinese, String type) {
        return kind(english, chinese,
                when(EventData.OrderStep.class, type,
                        (step, telling) -> Map.of("number", telling.number("order", step.orderId()))),
                read -> new Told(type, new EventData.OrderStep(read.word("number"))));
    }

    private static Kind message(String english, String chinese, boolean automatic) {
        return kind(english, chinese, (event, telling) -> event.data() instanceof EventData.Message message
                && message.automatic() == automatic && event.is(Telling.typeOf(message.channel()))
                        ? Map.of("channel", telling.channel(message.channel()), "text", Form.quoted(message.subject()), "text2",
                                Form.quoted(message.text()))
                        : null,
                read -> new Told(Telling.typeOf(read.channel()), new EventData.Message(
                        read.channel(), read.text("text"), read.text("text2"), "thread", 0, automatic, null)));
    }

    private static Kind form() {
        return kind("filled in the form {text}: {text2}; told: {rest}; agreed: {rest2}",
                "填写了表单{text}:{text2};告知:{rest};同意:{rest2}",
                when(EventData.Form.class, EventTypes.WEB_FORM,
                        (form, telling) -> Map.of("text", Form.quoted(form.form()), "text2",
                                Form.quoted(form.text()), "rest", Telling.facts(form.traits()), "rest2",
                                telling.choices(form.consents()))),
                read -> new Told(EventTypes.WEB_FORM, new EventData.Form(read.text("text"), read.text("text2"), null,
                        Telling.traits(read.word("rest")), Telling.choicesOf(read.word("rest2")))));
    }

    private static Kind consent(String english, String chinese, String type) {
        return kind(english, chinese,
                when(EventData.Consent.class, type, (consent, telling) -> Map.of("purpose", telling.purpose(consent.purpose()),
                        "channel", telling.channel(consent.channel()))),
                read -> new Told(type, new EventData.Consent(read.channel(), read.purpose(), "example")));
    }

    private static Kind traits() {
        return kind("told: {rest}", "告知:{rest}",
                when(EventData.Traits.class, EventTypes.CUSTOMER_UPDATED,
                        (traits, _) -> Map.of("rest", Telling.facts(traits.values()))),
                read -> new Told(EventTypes.CUSTOMER_UPDATED, new EventData.Traits(Telling.traits(read.word("rest")))));
    }

    private static Kind raised() {
        return kind("complaint {number} was raised by {channel}", "通过{channel}提出投诉{number}",
                when(EventData.Complaint.class, EventTypes.COMPLAINT_RAISED, (complaint, telling) -> Map.of("number",
                        telling.number("complaint", complaint.complaintId()), "channel", telling.channel(complaint.channel()))),
                read -> new Told(EventTypes.COMPLAINT_RAISED,
                        new EventData.Complaint(read.word("number"), read.channel(), "")));
    }

    private static Kind resolved() {
        return kind("complaint {number} by {channel} was resolved", "通过{channel}提出的投诉{number}得到解决",
                when(EventData.Complaint.class, EventTypes.COMPLAINT_RESOLVED, (complaint, telling) -> Map.of("number",
                        telling.number("complaint", complaint.complaintId()), "channel", telling.channel(complaint.channel()))),
                read -> new Told(EventTypes.COMPLAINT_RESOLVED,
                        new EventData.Complaint(read.word("number"), read.channel(), "")));
    }

    private static Kind inHand() {
        return kind("complaint {number} is with {text} at level {number2} until {moment} ({word})",
                "投诉{number}由{text}在第{number2}级负责,期限{moment}({word})",
                (event, telling) -> event.data() instanceof EventData.Case open && open.deadline() != null
                        ? Map.of("number", telling.number("complaint", open.complaintId()), "text", Form.quoted(open.owner()),
                                "number2", Integer.toString(open.level()), "moment", moment(open.deadline(), telling), "word",
                                event.type())
                        : null,
                read -> new Told(read.word("word"), new EventData.Case(read.word("number"),
                        Integer.parseInt(read.word("number2")), read.text("text"),
                        Calendar.moment(read.word("moment")).atZone(read.zone()).toInstant())));
    }

    private static Kind closed() {
        return kind("the case of complaint {number} was left with {text} at level {number2} ({word})",
                "投诉{number}由{text}在第{number2}级处理({word})",
                (event, telling) -> event.data() instanceof EventData.Case closed
                        ? Map.of("number", telling.number("complaint", closed.complaintId()), "text", Form.quoted(closed.owner()),
                                "number2", Integer.toString(closed.level()), "word", event.type())
                        : null,
                read -> new Told(read.word("word"), new EventData.Case(read.word("number"),
                        Integer.parseInt(read.word("number2")), read.text("text"), null)));
    }

    private static Kind sent() {
        return kind("{text} left by {channel} for {purpose}, by the rule {text2}, for {text3}",
                "{text}按规则{text2}通过{channel}发出,用于{purpose},事由{text3}",
                when(EventData.Contact.class, "", (contact, telling) -> contact.outcome().equals(SENT)
                        ? values(contact, telling)
                        : null),
                read -> new Told(EventTypes.CUSTOMER_CONTACTED, contact(read, SENT)));
    }

    private static Kind contact() {
        return kind("{text} by {channel} for {purpose}, by the rule {text2}, for {text3}: {word}",
                "{text}按规则{text2}通过{channel},用于{purpose},事由{text3}:{word}",
                when(EventData.Contact.class, "", (contact, telling) -> {
                    var values = new java.util.HashMap<>(values(contact, telling));
                    values.put("word", contact.outcome());
                    return values;
                }),
                read -> new Told(EventTypes.CUSTOMER_CONTACTED, contact(read, read.word("word"))));
    }

    private static Map<String, String> values(EventData.Contact contact, Telling telling) {
        return Map.of("text", Form.quoted(contact.what()), "channel", telling.channel(contact.channel()), "purpose",
                telling.purpose(contact.purpose()), "text2", Form.quoted(contact.ruleId()), "text3",
                Form.quoted(telling.occasion(contact.occasion())));
    }

    private static EventData.Contact contact(Read read, String outcome) {
        return new EventData.Contact("earlier " + read.word("text3"), read.text("text2"), read.text("text3"), read.channel(),
                read.purpose(), read.text("text"), outcome);
    }

    private static Kind moved() {
        return kind("the {word} became {word2}", "{word}变为{word2}",
                when(EventData.Move.class, "", (move, _) -> Map.of("word", move.concept(), "word2", move.to())),
                read -> new Told(read.word("word") + ".moved",
                        new EventData.Move(read.word("word"), null, read.word("word2"), "example")));
    }

    private static Kind rating() {
        return kind("{word}: {number} points, {text}", "{word}:{number}分,{text}",
                (event, _) -> event.data() instanceof EventData.Rating rating
                        ? Map.of("word", event.type(), "number", Double.toString(rating.score()), "text",
                                Form.quoted(rating.text()))
                        : null,
                read -> new Told(read.word("word"),
                        new EventData.Rating(Double.parseDouble(read.word("number")), read.text("text"))));
    }

    private static Kind amount() {
        return kind("{word} of {number} {word2}", "{word}金额{number} {word2}",
                (event, _) -> event.data() instanceof EventData.Amount amount
                        ? Map.of("word", event.type(), "number", amount.inBooks().toString(), "word2", amount.booksCurrency())
                        : null,
                read -> new Told(read.word("word"), new EventData.Amount("reference", new BigDecimal(read.word("number")),
                        read.word("word2"))));
    }

    private static Kind anythingElse() {
        return kind("{word} with {rest}", "{word},{rest}",
                (event, _) -> event.data() instanceof EventData.Open open
                        ? Map.of("word", event.type(), "rest", Telling.facts(open.fields()))
                        : null,
                read -> new Told(read.word("word"), new EventData.Open(Telling.traits(read.word("rest")))));
    }

    private static String moment(@Nullable Instant at, Telling telling) {
        return Calendar.written(Objects.requireNonNull(at).atZone(telling.zone()), telling.inChinese());
    }
}
