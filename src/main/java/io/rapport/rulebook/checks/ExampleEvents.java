package io.rapport.rulebook.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.rapport.rulebook.ExampleCustomer;
import io.rapport.rulebook.Shown;

/**
 * The steps that make one word of the vocabulary true by something that happens.
 *
 * @param given what was before
 * @param when what happens now
 */
public record ExampleEvents(List<Shown> given, List<Shown> when) {

    private static final int MOST = 5;

    public static final Shown COMPLAINT = new Shown("Anna complained by e-mail", "安娜通过电子邮件投诉");

    private static final Shown LETTER = new Shown("Anna writes an e-mail: \"Hello\"", "安娜写邮件:\"你好\"");

    /** Empty lists when no step says it. */
    public static ExampleEvents of(ExampleCustomer.Fact fact, LocalDate today) {
        var number = fact.number();
        var yes = number == 1;
        var count = number >= 1 && number <= MOST ? (int) number : 0;
        return switch (fact.id()) {
            case "orders-within" -> given(IntStream.range(0, count)
                    .mapToObj(ago -> Shown.of("Anna ordered on {0}", "安娜在{0}订购", today.minusDays(count - ago))).toList());
            case "spend", "spend-within", "average-purchase" -> given(number > 0
                    ? List.of(Shown.of("Anna ordered for {0} on {1}", "安娜在{1}以{0}订购", money(number), today.minusDays(1)))
                    : List.of());
            case "lines-owned" -> given(IntStream.range(0, count)
                    .mapToObj(line -> Shown.of("Anna has bought from the product line \"{0}\"", "安娜购买过产品线\"{0}\"",
                            (char) ('A' + line)))
                    .toList());
            case "contacts-in" -> when(IntStream.range(0, count).mapToObj(_ -> LETTER).toList());
            case "message-arrived" -> when(yes, LETTER);
            case "message-automatic" -> when(!Double.isNaN(number),
                    yes ? new Shown("an automatic reply comes from Anna: \"I am away\"", "收到安娜的自动回复:\"我不在\"") : LETTER);
            case "event-channel" -> when("email".equals(fact.word()), LETTER);
            case "form-arrived" ->
                when(yes, new Shown("Anna fills in the form \"contact\": \"Hello\"", "安娜填写表单\"contact\":\"你好\""));
            case "order-placed" -> when(yes, order(10));
            case "unit-price" -> when(number > 0, order(number));
            case "order-returned" ->
                given(yes ? List.of(Shown.of("Anna returned goods for 20 EUR on {0}", "安娜在{0}退回20 EUR的商品", today)) : List.of());
            case "order-delivered" ->
                given(yes ? List.of(Shown.of("an order of Anna is delivered on {0}", "安娜的订单在{0}送达", today)) : List.of());
            case "called-spam" -> when(yes, new Shown("Anna calls a message spam", "安娜举报一封邮件为垃圾邮件"));
            case "consent-given" ->
                given(yes ? List.of(new Shown("Anna agrees to promotion by e-mail", "安娜同意通过电子邮件接收推广")) : List.of());
            case "complaint-resolved" -> yes
                    ? new ExampleEvents(List.of(COMPLAINT), List.of(new Shown("the complaint is resolved", "投诉得到解决")))
                    : given(List.of());
            default -> given(List.of());
        };
    }

    public boolean isEmpty() {
        return given.isEmpty() && when.isEmpty();
    }

    /** Whether a step names a day, so that the scenario must say which day it is. */
    public boolean isDated() {
        return given.stream().anyMatch(step -> step.english().contains(" on "));
    }

    private static Shown order(double price) {
        return Shown.of("Anna orders \"candle\" for {0}", "安娜以{0}订购\"candle\"", money(price));
    }

    private static String money(double amount) {
        return String.format(Locale.ENGLISH, "%,.2f EUR", amount);
    }

    private static ExampleEvents given(List<Shown> steps) {
        return new ExampleEvents(new ArrayList<>(steps), List.of());
    }

    private static ExampleEvents when(boolean can, Shown step) {
        return when(can ? List.of(step) : List.of());
    }

    private static ExampleEvents when(List<Shown> steps) {
        return new ExampleEvents(List.of(), new ArrayList<>(steps));
    }
}
