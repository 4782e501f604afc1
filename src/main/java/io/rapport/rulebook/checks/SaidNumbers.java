package io.rapport.rulebook.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.HitPolicy;
import io.rapport.rulebook.Numbers;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Templates;
import io.rapport.rulebook.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a reason says in words: in both languages the same, and those of the rule. Who moves a threshold forgets the
 * sentence beside it, and the customer is told the old one.
 */
final class SaidNumbers {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{Alpha}\\p{N}.,-])\\d++(?:[.,]\\d++)*+(?!\\p{Alpha})");

    /** In English it is a word. */
    private static final Pattern MONTH = Pattern.compile("\\d{1,2}月");

    private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}(?!\\d)");

    private final Lines lines;

    SaidNumbers(Lines lines) {
        this.lines = lines;
    }

    /** Warnings. */
    List<Problem> in(List<Rule> rules) {
        var found = new ArrayList<Problem>();
        @Nullable Rule before = null;
        for (var rule : rules) {
            if (rule.meta().status() != RuleMeta.Status.RETIRED) {
                compare(rule, before != null && before.origin().file().equals(rule.origin().file()) ? before : null, found);
            }
            before = rule;
        }
        return found;
    }

    private void compare(Rule rule, @Nullable Rule above, List<Problem> found) {
        var english = numbers(rule.because().english());
        var chinese = numbers(rule.because().chinese());
        if (!english.isEmpty() && !chinese.isEmpty() && !english.equals(chinese)) {
            var odd = new LinkedHashSet<>(chinese);
            odd.removeAll(english);
            found.add(lines.at(rule, odd.isEmpty() ? english.iterator().next() : odd.iterator().next(),
                    "the English reason says " + String.join(", ", english) + ", the Chinese one " + String.join(", ", chinese),
                    "Both tell the customer the same.").asWarning());
            return;
        }
        // points tell how often it came true, which no condition says
        var known = rule.meta().hitPolicy() == HitPolicy.SUM ? Set.<String>of() : known(rule, above);
        var said = english.isEmpty() ? chinese : english;
        said.stream().filter(number -> !known.isEmpty() && !known.contains(number)).findFirst()
                .ifPresent(number -> found.add(lines.at(rule, number,
                        "the reason says " + number + ", which is no number of this rule",
                        "Maybe it was moved and the reason was forgotten.").asWarning()));
    }

    /** The bounds of the rule, what its conditions are called after, and how far each bound is from that of the row above. */
    private static Set<String> known(Rule rule, @Nullable Rule above) {
        var known = new TreeSet<String>();
        for (var condition : rule.when()) {
            for (var bound : bounds(condition)) {
                known.add(Numbers.exact(bound));
                for (var other : above == null ? List.<Condition>of() : above.when()) {
                    if (other.key().equals(condition.key())) {
                        bounds(other).forEach(one -> known.add(Numbers.exact(Math.abs(bound - one))));
                    }
                }
            }
        }
        if (!known.isEmpty()) {
            rule.captured().forEach(condition -> known.addAll(numbers(Wording.noun(condition, Locale.ENGLISH))));
            // a row is called after its own reason
            if (rule.origin().file().endsWith(".sentences")) {
                known.addAll(numbers(rule.name()));
            }
        }
        return known;
    }

    private static List<Double> bounds(Condition condition) {
        if (condition.check() instanceof Check.Window window) {
            return List.of((double) window.from().getDayOfMonth(), (double) window.to().getDayOfMonth());
        }
        return condition.check() instanceof Check.Between between
                ? List.of(between.from(), between.to()).stream().filter(bound -> !Double.isInfinite(bound)).toList()
                : List.of();
    }

    /** As {@link Numbers#exact} writes them. */
    private static Set<String> numbers(String text) {
        var numbers = new TreeSet<String>();
        NUMBER.matcher(
                MONTH.matcher(TIME.matcher(Templates.PLACEHOLDER.matcher(text).replaceAll(" ")).replaceAll(" ")).replaceAll(" "))
                .results()
                .forEach(found -> numbers.add(plain(found.group())));
        return numbers;
    }

    private static String plain(String written) {
        var bare = written.replaceAll(",(?=\\d{3}(?:\\D|$))", "").replace(',', '.');
        return bare.chars().filter(c -> c == '.').count() > 1 ? written : Numbers.exact(Double.parseDouble(bare));
    }
}
