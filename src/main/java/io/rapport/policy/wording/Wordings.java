package io.rapport.policy.wording;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.Transformer;
import io.rapport.facts.Channel;
import io.rapport.rulebook.Vocabulary;

/** The kinds of words that steps are made of, in English and Chinese: {@code {person}}, {@code {moment}}, {@code {money}} ... */
public final class Wordings {

    private static final String NUMBER = "\\d[\\d,]*";

    private Wordings() {}

    public static List<ParameterType<?>> parameterTypes() {
        return List.of(
                type("person", String.class, name -> name, "[A-Z][a-z]+(?: [A-Z][a-z]+)?", "\\p{IsHan}{2,3}"),
                type("count", Integer.class, Wordings::number, NUMBER),
                type("ordinal", Integer.class, text -> number(text.replaceAll("\\D", "")), NUMBER + "(?:st|nd|rd|th)"),
                type("percent", Double.class, text -> Double.valueOf(text.replaceAll("[ %]", "")), "\\d+(?:\\.\\d+)? ?%"),
                type("money", Money.class, Money::of, NUMBER + "(?:\\.\\d{2})? (?:EUR|GBP|USD|CNY)"),
                type("date", LocalDate.class, Calendar::date, Calendar.DATE, Calendar.DATE_ZH),
                type("moment", LocalDateTime.class, Calendar::moment, Calendar.MOMENT, Calendar.MOMENT_ZH),
                type("duration", TimeSpan.class, TimeSpan::of, TimeSpan.ENGLISH, TimeSpan.CHINESE),
                type("city", ZoneId.class, Calendar::city, Calendar.CITY, "\\p{IsHan}{2,3}"),
                type("channel", Channel.class, Dictionary::channel, Dictionary.channels()),
                type("language", String.class, Dictionary::language, Dictionary.languages()),
                type("measure", String.class, Dictionary::measure, Dictionary.measures()),
                type("concept", String.class, Dictionary::concept, Dictionary.concepts()),
                type("assignee", String.class, Vocabulary::assignee, "[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z0-9-]+)*",
                        "\\p{IsHan}[\\p{IsHan}A-Za-z0-9]*"),
                type("value", String.class, value -> value, "[a-z]+(?:-[a-z]+)*|\\d+(?:\\.\\d+)?|\\p{IsHan}+"),
                type("figure", String.class, Dictionary::figure, Dictionary.figures()),
                type("amount", String.class, text -> text.replace(",", ""), "-?\\d[\\d,]*(?:\\.\\d+)?|unknown"));
    }

    private static <T> ParameterType<T> type(String name, Class<T> to, Transformer<T> transformer, String... patterns) {
        return new ParameterType<>(name, List.of(patterns), (Type) to, transformer, false, false);
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }

    /**
     * @param amount in the currency
     * @param currency ISO 4217
     */
    public record Money(BigDecimal amount, String currency) {
        static Money of(String text) {
            var parts = text.replace(",", "").split(" ");
            return new Money(new BigDecimal(parts[0]), parts[1]);
        }
    }
}
