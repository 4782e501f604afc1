package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.facts.Reason;
import io.rapport.facts.Reason.Captured;
import io.rapport.rulebook.reading.WrittenNumber;

/** Why a number is as it is: the rows that held, those that add or take most first, each with its points. */
final class SumText {

    private SumText() {}

    static String of(Reason reason, Map<String, Rule> rules, Locale locale, String currency) {
        var chinese = Text.isChinese(locale);
        var rows = new ArrayList<>(reason.captured().stream().filter(captured -> rules.containsKey(captured.term())).toList());
        rows.sort(Comparator.comparingDouble((Captured row) -> -Math.abs(points(row))));
        var parts = new ArrayList<String>();
        for (var row : rows) {
            var rule = rules.get(row.term());
            if (rule != null && points(row) != 0) {
                parts.add(words(rule, reason, locale, currency, chinese) + (chinese ? "(" : " (") + signed(row) + ")");
            }
        }
        return parts.isEmpty() ? reason.ruleId() : String.join("; ", parts);
    }

    private static String words(Rule rule, Reason reason, Locale locale, String currency, boolean chinese) {
        var words = ReasonText.of(rule, new Reason(rule.id(), List.copyOf(reason.captured())), locale, currency);
        return words.isEmpty() ? chinese ? "起始" : "start" : words;
    }

    private static double points(Captured row) {
        var number = WrittenNumber.read(row.value());
        return number == null ? 0 : number;
    }

    private static String signed(Captured row) {
        return points(row) > 0 ? "+" + row.value() : row.value();
    }
}
