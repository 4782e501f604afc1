package io.rapport.rulebook.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.ExampleCustomer;
import io.rapport.rulebook.Numbers;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Wording;

/** The same bound of the same word in two files: who changes one forgets the other, unless the file says that it is its own. */
final class Thresholds {

    private final Lines lines;
    private final Map<String, Rule> first = new LinkedHashMap<>();
    private final Map<String, Problem> found = new LinkedHashMap<>();
    /** By file: what its head names and none of its conditions has. */
    private final Map<String, Set<String>> unasked = new LinkedHashMap<>();

    Thresholds(Lines lines) {
        this.lines = lines;
    }

    private record Bound(Condition condition, double at) {

        String key() {
            return condition.key() + " " + at;
        }

        /** As a head names it. */
        String named(Locale language) {
            return Wording.noun(condition, language) + " " + Numbers.exact(at);
        }

        boolean namedBy(String text) {
            return text.equalsIgnoreCase(named(Locale.ENGLISH)) || text.equalsIgnoreCase(named(Locale.CHINESE));
        }
    }

    /** Warnings. */
    List<Problem> in(List<Rule> rules) {
        // the younger file is the one that repeats
        var live = rules.stream().filter(rule -> rule.meta().status() != RuleMeta.Status.RETIRED)
                .sorted(Comparator.comparing(rule -> rule.meta().since())).toList();
        live.forEach(rule -> unasked.computeIfAbsent(rule.origin().file(),
                _ -> new LinkedHashSet<>(rule.meta().ownThresholds())));
        live.forEach(rule -> bounds(rule).forEach(bound -> compare(rule, bound)));
        live.forEach(rule -> {
            for (var own : unasked.getOrDefault(rule.origin().file(), Set.of())) {
                found.putIfAbsent(rule.origin().file() + own, lines.at(rule,
                        "own thresholds: [" + own + "] is no bound in this file", "Write it as the rules do, or take it out.")
                        .asWarning());
            }
        });
        return List.copyOf(found.values());
    }

    private void compare(Rule rule, Bound bound) {
        var file = rule.origin().file();
        unasked.getOrDefault(file, Set.of()).removeIf(bound::namedBy);
        if (rule.meta().ownThresholds().stream().anyMatch(bound::namedBy)) {
            return;
        }
        var before = first.putIfAbsent(bound.key(), rule);
        if (before != null && !before.origin().file().equals(file)) {
            found.putIfAbsent(bound.key() + file, problem(rule, before, bound));
        }
    }

    private Problem problem(Rule rule, Rule before, Bound bound) {
        var fact = new ExampleCustomer.Fact(bound.condition(), bound.at(), null);
        return lines.at(rule, Numbers.exact(bound.at()),
                "the threshold " + Numbers.exact(bound.at()) + " of \"" + Wording.noun(bound.condition(), Locale.ENGLISH)
                        + "\" stands in rules/" + before.origin().file() + ":" + before.origin().line() + " already",
                "A threshold stands once: let an earlier folder name it, and read the name here. If this one may move alone, "
                        + "say in the head: own thresholds: " + bound.named(Locale.ENGLISH))
                .about(ExampleCustomer.of(List.of(fact))).asWarning();
    }

    /** None and one are no thresholds that anybody would want to move. */
    private static List<Bound> bounds(Rule rule) {
        var bounds = new ArrayList<Bound>();
        for (var condition : rule.when()) {
            if (condition.check() instanceof Check.Between between) {
                for (var at : new double[] {between.from(), between.to()}) {
                    if (!Double.isInfinite(at) && at != 0 && at != 1) {
                        bounds.add(new Bound(condition, at));
                    }
                }
            }
        }
        return bounds;
    }
}
