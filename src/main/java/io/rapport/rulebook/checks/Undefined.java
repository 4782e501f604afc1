package io.rapport.rulebook.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.ExampleCustomer;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Shown;
import org.jspecify.annotations.Nullable;

/** Conditions on what no rule concludes: such a rule waits for ever. */
final class Undefined {

    private final Lines lines;
    private final Map<String, Set<String>> concluded = new HashMap<>();

    Undefined(Lines lines) {
        this.lines = lines;
    }

    /** Warnings: another file may still be on its way. */
    List<Problem> in(List<Rule> rules) {
        rules.stream().filter(Undefined::fires).forEach(this::note);
        var found = new ArrayList<Problem>();
        for (var rule : rules) {
            for (var condition : rule.when()) {
                var message = fires(rule) ? message(condition) : null;
                if (message != null) {
                    var facts = Meeting.of(rule.when());
                    found.add(lines.at(rule, word(condition), message, advice(condition))
                            .about(facts == null ? Shown.NOTHING : ExampleCustomer.of(facts)).asWarning());
                }
            }
        }
        return found;
    }

    /** The value, where only one is asked for, as it is probably written. */
    private static String word(Condition condition) {
        return condition.check() instanceof Check.OneOf oneOf && oneOf.values().size() == 1 ? oneOf.values().getFirst()
                : condition.term().english();
    }

    private void note(Rule rule) {
        for (var then : rule.then()) {
            if (then instanceof Consequence.Conclude conclude) {
                concluded.computeIfAbsent(conclude.concept(), _ -> new TreeSet<>()).add(conclude.value());
            } else if (then instanceof Consequence.Lift lift) {
                concluded.computeIfAbsent(lift.concept(), _ -> new TreeSet<>()).addAll(Concepts.values(lift.concept()));
            }
        }
    }

    private @Nullable String message(Condition condition) {
        var concept = condition.term().concept();
        if (concept == null || condition.check() instanceof Check.Unknown) {
            return null;
        }
        var values = concluded.get(concept);
        if (values == null) {
            return "no rule concludes \"" + condition.term().english() + "\"";
        }
        if (condition.check() instanceof Check.OneOf oneOf && !oneOf.not() && !condition.term().values().isEmpty()) {
            var never = oneOf.values().stream().filter(value -> !values.contains(value)).collect(Collectors.joining(", "));
            return never.isEmpty() ? null : "no rule concludes that \"" + condition.term().english() + "\" is " + never;
        }
        return null;
    }

    /** Where another of the values asked for is concluded, the rule may hold all the same. */
    private String advice(Condition condition) {
        var values = concluded.getOrDefault(String.valueOf(condition.term().concept()), Set.of());
        return condition.check() instanceof Check.OneOf oneOf && oneOf.values().stream().anyMatch(values::contains)
                ? "Until a rule does, only the other values count."
                : "Until a rule does, this one never holds.";
    }

    private static boolean fires(Rule rule) {
        return rule.meta().status() != RuleMeta.Status.RETIRED;
    }
}
