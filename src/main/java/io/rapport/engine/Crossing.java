package io.rapport.engine;

import io.rapport.customer.CustomerLinks;
import io.rapport.customer.Everybody;
import io.rapport.customer.Snapshots;
import io.rapport.decision.Boundaries;
import io.rapport.decision.Context;
import io.rapport.facts.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
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
            if (Boundaries.crossed(customer.memory(), customer.concluded(), before, taken, at)) {
                concerned.add(customer.id());
            }
        });
        links.reviewAt(concerned, review);
        return taken;
    }
}
