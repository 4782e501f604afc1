package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Situation;

/** Which customers a new snapshot of the population concerns: those for whom a condition comes out otherwise than before. */
final class Turning {

    private final Map<Situation.Scope, List<Figure>> figures = new EnumMap<>(Situation.Scope.class);

    Turning(List<Rule> rules) {
        for (var scope : Situation.Scope.values()) {
            figures.put(scope, figures(rules, scope));
        }
    }

    /** A number with everything that rules ask about it. */
    private record Figure(Term term, double[] args, List<Check> checks) {

        boolean turns(Situation before, Situation after) {
            var one = term.number(before, args, before.today().toEpochDay());
            var other = term.number(after, args, after.today().toEpochDay());
            if (Double.compare(one, other) != 0) {
                for (var check : checks) {
                    if (check.passes(one) != check.passes(other)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static List<Figure> figures(List<Rule> rules, Situation.Scope scope) {
        var byKey = new LinkedHashMap<String, Figure>();
        for (var rule : rules) {
            for (var condition : rule.when()) {
                if (rule.scope() == scope && rule.meta().status() != RuleMeta.Status.RETIRED
                        && condition.term().type() == Term.Type.NUMBER) {
                    var figure = byKey.computeIfAbsent(condition.key(),
                            _ -> new Figure(condition.term(), condition.arguments(), new ArrayList<>()));
                    if (!figure.checks.contains(condition.check())) {
                        figure.checks.add(condition.check());
                    }
                }
            }
        }
        return List.copyOf(byKey.values());
    }

    boolean between(Situation before, Situation after) {
        for (var figure : figures.getOrDefault(before.scope(), List.of())) {
            if (figure.turns(before, after)) {
                return true;
            }
        }
        return false;
    }
}
