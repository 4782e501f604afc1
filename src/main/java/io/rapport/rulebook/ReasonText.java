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

    static String of(Rule rule, Reason reason, Locale locale) {
        var chinese = Text.isChinese(locale);
        var written = chinese ? rule.because().chinese() : rule.because().english();
        var why = written.isEmpty() ? fromConditions(rule, reason, locale) : filled(written, rule, reason, chinese);
        return why + CountedText.of(rule, reason, chinese);
    }

    private static String filled(String written, Rule rule, Reason reason, boolean chinese) {
        return Templates.PLACEHOLDER.matcher(written).replaceAll(found -> Matcher.quoteReplacement(rule.captured().stream()
                .filter(condition -> condition.key().equals(found.group(1))).map(condition -> value(condition, reason, chinese))
                .findFirst().orElse("?")));
    }

    private static String fromConditions(Rule rule, Reason reason, Locale locale) {
        var chinese = Text.isChinese(locale);
        return rule.when().stream().map(condition -> Wording.of(condition, locale) + seen(condition, reason, chinese))
                .collect(Collectors.joining(chinese ? ";" : "; "));
    }

    private static String seen(Condition condition, Reason reason, boolean chinese) {
        var isOpen = condition.term().type() == Term.Type.NUMBER || condition.check() instanceof Check.Mentions;
        return isOpen ? " (" + value(condition, reason, chinese) + ")" : "";
    }

    private static String value(Condition condition, Reason reason, boolean chinese) {
        var term = condition.term();
        var value = reason.captured().stream().filter(captured -> captured.term().equals(condition.key()))
                .map(Reason.Captured::value).findFirst().orElse("unknown");
        if (value.equals("unknown")) {
            return chinese ? "未知" : value;
        }
        if (term.type() != Term.Type.NUMBER || term.unit().isEmpty()) {
            return Wording.value(term, value, chinese);
        }
        return chinese ? value + CHINESE_UNITS.getOrDefault(term.unit(), term.unit()) : value + " " + term.unit();
    }
}
