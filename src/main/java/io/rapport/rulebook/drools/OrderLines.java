package io.rapport.rulebook.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.rapport.facts.EventData;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was concluded for a description: what its words say never changes within a rulebook. Bounded: when full
 * it starts again. Off as soon as one rule about order lines reads more than the description.
 */
final class OrderLines {

    private static final int MOST = 50_000;

    private static final Set<String> OF_THE_DESCRIPTION = Set.of("description");

    private record Said(Rule rule, Reason reason) {}

    private final ConcurrentHashMap<String, List<Said>> said = new ConcurrentHashMap<>();

    private final boolean pure;

    OrderLines(List<Rule> rules) {
        pure = rules.stream().filter(rule -> rule.scope() == Situation.Scope.ORDER_LINE).flatMap(rule -> rule.when().stream())
                .allMatch(condition -> OF_THE_DESCRIPTION.contains(condition.term().id()));
    }

    /** The hits of an order line seen before; null when rules have to look. */
    @Nullable
    List<Hit> recall(Stratum stratum, Situation situation) {
        if (!pure || !(situation.thing() instanceof EventData.OrderLine line)) {
            return null;
        }
        var known = said.get(line.description());
        if (known == null) {
            return null;
        }
        var hits = new ArrayList<Hit>(known.size());
        for (var each : known) {
            hits.add(new Hit(each.rule(), situation, each.reason()));
        }
        return hits;
    }

    List<Hit> remember(Stratum stratum, List<Look> looks, List<Hit> hits) {
        if (pure) {
            for (var look : looks) {
                if (look.situation().thing() instanceof EventData.OrderLine line) {
                    remember(line.description(), look.situation(), hits);
                }
            }
        }
        return hits;
    }

    @SuppressWarnings("ReferenceEquality")
    private void remember(String description, Situation situation, List<Hit> hits) {
        if (said.size() >= MOST) {
            said.clear();
        }
        said.put(description, hits.stream().filter(hit -> hit.situation() == situation)
                .map(hit -> new Said(hit.rule(), hit.reason())).toList());
    }
}
