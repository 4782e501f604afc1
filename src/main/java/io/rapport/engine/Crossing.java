package io.rapport.engine;

import io.rapport.customer.CustomerLinks;
import io.rapport.customer.Everybody;
import io.rapport.customer.Known;
import io.rapport.customer.Snapshots;
import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a snapshot of the population and asks for a look at those customers for whom it makes a difference: a condition of some
 * rule, about them or one of their product lines, comes out otherwise than with the snapshot before. Nobody else is touched.
 */
@Component
final class Crossing {

    private final Snapshots snapshots;
    private final Everybody everybody;
    private final CustomerLinks links;

    Crossing(Snapshots snapshots, Everybody everybody, CustomerLinks links) {
        this.snapshots = snapshots;
        this.everybody = everybody;
        this.links = links;
    }

    /**
     * Inside the caller's transaction.
     *
     * @param before on which the decisions so far rest
     * @param at what the snapshot describes
     * @param review when those concerned are looked at
     * @return the new snapshot
     */
    Snapshot snapshot(Context before, Instant at, Instant review) {
        var taken = snapshots.take(at, before.zone());
        var concerned = new ArrayList<Long>();
        everybody.forEach(customer -> {
            if (isConcerned(customer, before, taken, at)) {
                concerned.add(customer.id());
            }
        });
        links.reviewAt(concerned, review);
        return taken;
    }

    private static boolean isConcerned(Known customer, Context before, Snapshot after, Instant at) {
        var memory = customer.memory();
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

    private static boolean turns(Situation.Scope scope, @Nullable String thing, Memory memory,
            Context before, Snapshot after, Instant at) {
        return before.rulebook().turns(
                situation(scope, thing, memory, before, before.snapshot(), at),
                situation(scope, thing, memory, before, after, at));
    }

    private static Situation situation(Situation.Scope scope, @Nullable String thing, Memory memory,
            Context context, Snapshot snapshot, Instant at) {
        var looking = Course.reviewDue(memory.customer(), List.of(), at, "");
        return new Situation(scope, thing, memory, looking, at, memory.zoneOr(context.zone()), snapshot, context.tauDays(),
                Map.of());
    }
}
