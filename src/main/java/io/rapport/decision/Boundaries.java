package io.rapport.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/** The boundaries inside a population: a new snapshot moves them, and some customers stand on the other side then. */
public final class Boundaries {

    private Boundaries() {}

    /**
     * Whether a new snapshot makes a difference to a customer: a condition of some rule, about him or one of his product lines,
     * comes out otherwise than with the one before.
     *
     * @param before what decisions rested on so far
     * @param after the new snapshot
     */
    public static boolean crossed(Memory memory, Context before, Snapshot after, Instant at) {
        if (turns(Situation.Scope.CUSTOMER, null, memory, before, after, at)) {
            return true;
        }
        for (var line : memory.productLines().keySet()) {
            if (turns(Situation.Scope.PRODUCT_LINE, line, memory, before, after, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean turns(
            Situation.Scope scope, @Nullable String thing, Memory memory, Context before, Snapshot after, Instant at) {
        return before.rulebook().turns(
                situation(scope, thing, memory, before, before.snapshot(), at),
                situation(scope, thing, memory, before, after, at));
    }

    private static Situation situation(
            Situation.Scope scope, @Nullable String thing, Memory memory, Context context, Snapshot snapshot, Instant at) {
        var looking = Course.reviewDue(memory.customer(), List.of(), at, "");
        return new Situation(
                scope, thing, memory, looking, at, memory.zoneOr(context.zone()), snapshot, context.tauDays(), Map.of());
    }
}
