package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The steps that make one word of the vocabulary true by something that happens.
 *
 * @param given what was before
 * @param when what happens now
 */
record ExampleEvents(List<String> given, List<String> when) {

    private static final int MOST = 5;

    /** Empty lists when no step says it. */
    static ExampleEvents of(ExampleCustomer.Fact fact) {
        var number = fact.number();
        var yes = number == 1;
        var count = number >= 1 && number <= MOST ? (int) number : 0;
        return switch (fact.id()) {
            case "orders-within" -> given(days(count).map(day -> "Anna ordered on " + day).toList());
            case "spend", "spend-within", "average-purchase" -> given(number > 0
                    ? List.of("Anna ordered for " + money(number) + " on " + day(1))
                    : List.of());
            case "lines-owned" -> given(IntStream.range(0, count)
                    .mapToObj(line -> "Anna has bought from the product line \"" + (char) ('A' + line) + "\"").toList());
            case "contacts-in" -> when(IntStream.range(0, count).mapToObj(_ -> "Anna writes an e-mail: \"Hello\"").toList());
            case "message-arrived" -> when(yes, "Anna writes an e-mail: \"Hello\"");
            case "message-automatic" -> when(!Double.isNaN(number),
                    yes ? "an automatic reply comes from Anna: \"I am away\"" : "Anna writes an e-mail: \"Hello\"");
            case "event-channel" -> when("email".equals(fact.word()), "Anna writes an e-mail: \"Hello\"");
            case "form-arrived" -> when(yes, "Anna fills in the form \"contact\": \"Hello\"");
            case "order-placed" -> when(yes, "Anna orders \"candle\" for 10.00 EUR");
            case "unit-price" -> when(number > 0, "Anna orders \"candle\" for " + money(number));
            case "order-returned" -> given(yes ? List.of("Anna returned goods for 20 EUR on " + day(0)) : List.of());
            case "order-delivered" -> given(yes ? List.of("an order of Anna is delivered on " + day(0)) : List.of());
            case "consent-given" -> given(yes ? List.of("Anna agrees to promotion by e-mail") : List.of());
            case "complaint-resolved" -> yes
                    ? new ExampleEvents(List.of("Anna complained by e-mail"), List.of("the complaint is resolved"))
                    : given(List.of());
            default -> given(List.of());
        };
    }

    boolean isEmpty() {
        return given.isEmpty() && when.isEmpty();
    }

    /** Whether a step names a day, so that the scenario must say which day it is. */
    boolean isDated() {
        return given.stream().anyMatch(step -> step.contains(" on "));
    }

    private static java.util.stream.Stream<String> days(int count) {
        return IntStream.range(0, count).mapToObj(ago -> day(count - ago));
    }

    private static String day(int ago) {
        return ExampleCustomer.DATE.format(ExampleCustomer.TODAY.minusDays(ago));
    }

    private static String money(double amount) {
        return String.format(Locale.ENGLISH, "%,.2f EUR", amount);
    }

    private static ExampleEvents given(List<String> steps) {
        return new ExampleEvents(new ArrayList<>(steps), List.of());
    }

    private static ExampleEvents when(boolean can, String step) {
        return when(can ? List.of(step) : List.of());
    }

    private static ExampleEvents when(List<String> steps) {
        return new ExampleEvents(List.of(), new ArrayList<>(steps));
    }
}
