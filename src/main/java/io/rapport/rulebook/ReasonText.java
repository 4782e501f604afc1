package io.rapport.rulebook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import io.rapport.facts.Reason;

/** A reason as a sentence: the author's words with the captured values filled in, else the conditions as they stand. */
final class ReasonText {

    private ReasonText() {}

    static String of(Rule rule, Reason reason, Locale locale) {
        var chinese = Text.isChinese(locale);
        var written = chinese ? rule.because().chinese() : rule.because().english();
        return written.isEmpty() ? fromConditions(rule, reason, locale) : filled(written, reason);
    }

    private static String filled(String written, Reason reason) {
        return Templates.PLACEHOLDER.matcher(written).replaceAll(found -> Matcher.quoteReplacement(reason.captured().stream()
                .filter(captured -> captured.term().equals(found.group(1))).map(Reason.Captured::value).findFirst().orElse("?")));
    }

    private static String fromConditions(Rule rule, Reason reason, Locale locale) {
        var chinese = Text.isChinese(locale);
        return rule.when().stream().map(condition -> Wording.of(condition, locale) + value(condition, reason, chinese))
                .collect(Collectors.joining(chinese ? ";" : "; "));
    }

    private static String value(Condition condition, Reason reason, boolean chinese) {
        if (condition.term().type() != Term.Type.NUMBER) {
            return "";
        }
        return reason.captured().stream().filter(captured -> captured.term().equals(condition.key())).map(Reason.Captured::value)
                .map(value -> chinese ? "(" + value + ")" : " (" + value + ")").findFirst().orElse("");
    }
}
