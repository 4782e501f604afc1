package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same bound of the same word in two files: who changes one forgets the other. */
final class Thresholds {

    private final Lines lines;

    Thresholds(Lines lines) {
        this.lines = lines;
    }

    private record Bound(Condition condition, double at) {

        String key() {
            return condition.key() + " " + at;
        }
    }

    /** Warnings. */
    List<Problem> in(List<Rule> rules) {
        Map<String, Rule> first = new LinkedHashMap<>();
        Map<String, Problem> found = new LinkedHashMap<>();
        for (var rule : rules) {
            if (rule.meta().status() == RuleMeta.Status.RETIRED) {
                continue;
            }
            for (var bound : bounds(rule)) {
                var before = first.putIfAbsent(bound.key(), rule);
                if (before != null && !before.origin().file().equals(rule.origin().file())) {
                    found.putIfAbsent(bound.key() + rule.origin().file(), problem(rule, before, bound));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Problem problem(Rule rule, Rule before, Bound bound) {
        var fact = new ExampleCustomer.Fact(bound.condition(), bound.at(), null);
        return lines.at(rule,
                "the threshold " + Numbers.exact(bound.at()) + " of \""
                        + Wording.noun(bound.condition(), java.util.Locale.ENGLISH)
                        + "\" stands in rules/" + before.origin().file() + ":" + before.origin().line() + " already",
                "A threshold stands once: let an earlier folder name it, and read the name here.")
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
