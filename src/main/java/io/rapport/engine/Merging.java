package io.rapport.engine;

import io.rapport.customer.CustomerLedger;
import io.rapport.customer.CustomerLinks;
import io.rapport.customer.Known;
import io.rapport.customer.Resolved;
import io.rapport.facts.Identity;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes two customers one, and undoes it. Either way the memories are folded anew from the log and each is decided about once,
 * as of now: what lies in the past was decided when it happened.
 */
@Component
public final class Merging {

    private static final Logger LOG = LoggerFactory.getLogger(Merging.class);

    private final StepTransaction transaction;
    private final CustomerLedger ledger;
    private final CustomerLinks links;
    private final Refold refold;

    Merging(StepTransaction transaction, CustomerLedger ledger, CustomerLinks links, Refold refold) {
        this.transaction = transaction;
        this.ledger = ledger;
        this.links = links;
        this.refold = refold;
    }

    /**
     * Both are one from now on, under the number of the first, or of the one he is part of.
     *
     * @throws IllegalArgumentException if one does not exist, or they are one already
     */
    public void merge(long into, long from) {
        transaction.inOne(work -> decide(links.link(into, from), work));
        LOG.info("Customer {} is part of {}", from, into);
    }

    /**
     * Each stands for himself again, with the events that came by his own identities, before and since.
     *
     * @param customer who was merged into another
     * @throws IllegalArgumentException if he was not
     */
    public void unmerge(long customer) {
        transaction.inOne(work -> {
            decide(links.unlink(customer), work);
            decide(customer, work);
        });
        LOG.info("Customer {} stands for himself again", customer);
    }

    /**
     * Whoever is known by this is a customer of his own from now on, with the events that came by it; undone by a merge.
     *
     * @throws IllegalArgumentException if nobody is known by it, or its owner by nothing else
     */
    public void part(Identity identity, String who) {
        transaction.inOne(work -> {
            var parted = links.part(identity, who, work.now());
            decide(parted.from(), work);
            var fresh = Known.unseen(parted.to());
            work.round().refolded(fresh, refold.fold(fresh.id()));
            work.take(new Resolved(fresh.id(), fresh), transaction.look(fresh.id(), work.now()));
            LOG.info("An identity of customer {} is customer {} from now on", parted.from(), parted.to());
        });
    }

    private void decide(long customer, StepTransaction.Work work) {
        var locked = ledger.lock(Set.of(customer)).get(customer);
        if (locked == null) {
            throw new IllegalStateException("Customer [" + customer + "] is gone within a transaction");
        }
        work.round().refolded(locked.customer(), refold.fold(customer));
        work.take(locked, transaction.look(customer, work.now()));
    }
}
