package io.rapport.engine;

import io.rapport.customer.PendingLinks;
import io.rapport.facts.Identity;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A person decides whether somebody is who he says he is. */
@Component
public final class LinkDecisions {

    private final PendingLinks links;
    private final Merging merging;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LinkDecisions(PendingLinks links, Merging merging, TransactionTemplate transactions, Clock clock) {
        this.links = links;
        this.merging = merging;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * He is: both are one from now on, under the number of the one who was known by it; undone like any merge.
     *
     * @throws IllegalArgumentException if nothing waits there, or they are one already
     */
    public void accept(long claimed, Identity identity, String who) {
        transactions.executeWithoutResult(status -> {
            var owner = links.decide(claimed, identity, true, who, clock.instant());
            if (owner != null) {
                merging.merge(owner, claimed);
            }
        });
    }

    /** He is not: nothing is joined, and the same claim of his is not shown again. */
    public void refuse(long claimed, Identity identity, String who) {
        transactions.executeWithoutResult(status -> links.decide(claimed, identity, false, who, clock.instant()));
    }
}
