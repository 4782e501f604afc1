package io.rapport.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

import io.rapport.facts.Conclusion;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Concepts;

/** The boundaries inside a population: a new snapshot moves them, and some customers stand on the other side then. */
public final class Boundaries {

    private Boundaries() {}

    /**
     * Whether a new snapshot makes a difference to a customer: a condition of some rule, about him or one of his product lines,
     * comes out otherwise than with the one before.
     *
     * @param concluded what the decision so far concluded about the customer: conditions read it beside his memory
     * @param before what decisions rested on so far
     * @param after the new snapshot
     */
    public static boolean crossed(
            Memory memory, Collection<Conclusion> concluded, Context before, Snapshot after, Instant at) {
        var looking = Course.reviewDue(memory.customer(), List.of(), at, "");
        var byKey = new HashMap<String, Conclusion>();
        concluded.forEach(conclusion -> byKey.putIfAbsent(Concepts.key(conclusion), conclusion));
        var so = new Situation(Situation.Scope.CUSTOMER, null, memory, looking, at, memory.zoneOr(before.zone()),
                before.snapshot(), before.tauDays(), byKey);
        if (turns(before, so, after)) {
            return true;
        }
        for (var line : memory.productLines().keySet()) {
            if (turns(before, new Situation(Situation.Scope.PRODUCT_LINE, line, memory, looking, at, so.zone(), so.snapshot(),
                    so.tauDays(), byKey), after)) {
                return true;
            }
        }
        return false;
    }

    private static boolean turns(Context before, Situation so, Snapshot after) {
        return before.rulebook().turns(so, new Situation(so.scope(), so.thing(), so.memory(), so.event(), so.now(), so.zone(),
                after, so.tauDays(), so.conclusions()));
    }
}
