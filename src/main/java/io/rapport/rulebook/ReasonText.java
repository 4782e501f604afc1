package io.rapport.rulebook;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import io.rapport.facts.Reason;

/** A reason as a sentence: the author's words with the captured values filled in, else the conditions as they stand. */
final class ReasonText {

    private static final Map<String, String> CHINESE_UNITS = Map.of("days", "天", "hours", "小时");

    private ReasonText() {}

    /** @param currency said with every amount of money; empty for none */
    static String of(Rule rule, Reason reason, Locale locale, String currency) {
        var chinese = Text.isChinese(locale);
        var written = chinese ? rule.because().chinese() : rule.because().english();
        var why = written.isEmpty() ? fromConditions(rule, reason, locale, currency)
                : filled(written, rule, reason, chinese, currency);
        return why + CountedText.of(rule, reason, chinese);
    }

    private static String filled(String written, Rule rule, Reason reason, boolean chinese, String currency) {
        return Templates.PLACEHOLDER.matcher(written).replaceAll(found -> Matcher.quoteReplacement(rule.captured().stream()
                .filter(condition -> condition.key().equals(found.group(1)))
                .map(condition -> value(condition, reason, chinese, currency))
                .findFirst().orElse("?")));
    }

    private static String fromConditions(Rule rule, Reason reason, Locale locale, String currency) {
        var chinese = Text.isChinese(locale);
        return rule.when().stream().map(condition -> Wording.of(condition, locale) + seen(condition, reason, chinese, currency))
                .collect(Collectors.joining(chinese ? ";" : "; "));
    }

    private static String seen(Condition condition, Reason reason, boolean chinese, String currency) {
        var isOpen = condition.term().type() == Term.Type.NUMBER || condition.check() instanceof Check.Mentions;
        return isOpen ? " (" + value(condition, reason, chinese, currency) + ")" : "";
    }

    /** An amount of money with its currency, anything else as it is. */
    static String inMoney(Term term, String value, String currency) {
        return term.unit().equals(Term.MONEY) && !currency.isEmpty() && Character.isDigit(value.charAt(value.length() - 1))
                ? value + " " + currency
                : value;
    }

    private static String value(Condition condition, Reason reason, boolean chinese, String currency) {
        var term = condition.term();
        var value = reason.captured().stream().filter(captured -> captured.term().equals(condition.key()))
                .map(Reason.Captured::value).findFirst().orElse("unknown");
        if (value.equals("unknown")) {
            return chinese ? "未知" : value;
        }
        if (term.type() != Term.Type.NUMBER || term.unit().isEmpty()) {
            return Wording.value(term, value, chinese);
        }
        if (term.unit().equals(Term.MONEY)) {
            return inMoney(term, value, currency);
        }
        return chinese ? value + CHINESE_UNITS.getOrDefault(term.unit(), term.unit()) : value + " " + term.unit();
    }
}
