package io.rapport.engine;

import io.rapport.customer.CustomerLedger;
import io.rapport.customer.CustomerLinks;
import io.rapport.decision.MemoryFold;
import io.rapport.facts.Memory;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Folds memories anew from the event log, without any rulebook; decides nothing. */
@Component
public final class Refold implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Refold.class);

    private static final int BATCH = 100;

    private final TransactionTemplate transactions;
    private final CustomerLedger ledger;
    private final CustomerLinks links;
    private final StepSettings settings;

    Refold(TransactionTemplate transactions, CustomerLedger ledger, CustomerLinks links, StepSettings settings) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.links = links;
        this.settings = settings;
    }

    /** What the log says of a customer and of those merged into him. */
    Memory fold(long customer) {
        return fold(customer, Set.of());
    }

    /** @param without ids of events that are about to count no more */
    Memory fold(long customer, Set<String> without) {
        var memory = Memory.blank(customer);
        for (var event : ledger.history(customer)) {
            if (!without.contains(event.id())) {
                memory = MemoryFold.fold(memory, event, settings.zone(), settings.tauDays());
            }
        }
        return memory;
    }

    /** Before the first event is taken: memories written by another version of the engine. */
    @Override
    public void afterSingletonsInstantiated() {
        var folded = 0;
        for (var last = BATCH; last == BATCH; folded += last) {
            last = transactions.execute(status -> replace(links.outdated(BATCH)));
        }
        if (folded > 0) {
            LOG.info("{} memories were folded anew from the event log", folded);
        }
    }

    /** Folds these customers anew, each batch in a transaction of its own; for all of them after a change of settings. */
    public void fold(List<Long> customers) {
        for (var from = 0; from < customers.size(); from += BATCH) {
            var some = customers.subList(from, Math.min(from + BATCH, customers.size()));
            transactions.executeWithoutResult(status -> replace(links.lockUnread(some)));
        }
    }

    private int replace(List<CustomerLinks.Stale> customers) {
        customers.forEach(customer -> links.replaceMemory(customer, fold(customer.id())));
        return customers.size();
    }
}
