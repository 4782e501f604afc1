package io.rapport.rulebook;

import io.rapport.facts.Situation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which customers a new snapshot of the population concerns: those for whom a condition comes out otherwise than before. */
final class Turning {

    private final Map<Situation.Scope, List<Condition>> figures = new EnumMap<>(Situation.Scope.class);

    Turning(List<Rule> rules) {
        for (var scope : Situation.Scope.values()) {
            figures.put(scope, rules.stream()
                    .filter(rule -> rule.scope() == scope && rule.meta().status() != RuleMeta.Status.RETIRED)
                    .flatMap(rule -> rule.when().stream())
                    .filter(condition -> condition.term().type() == Term.Type.NUMBER)
                    .distinct()
                    .toList());
        }
    }

    boolean between(Situation before, Situation after) {
        for (var condition : figures.getOrDefault(before.scope(), List.of())) {
            if (Interpreter.passes(condition, before) != Interpreter.passes(condition, after)) {
                return true;
            }
        }
        return false;
    }
}
