package io.rapport.engine.queue;

import io.rapport.facts.CustomerEvent;
import java.util.List;

/** One database transaction around the step for a batch of events. Called by several threads at once. */
public interface EventTransaction {

    /**
     * Takes the events in their order: those seen before are skipped, everything decided is committed when this returns.
     * An exception means that nothing is committed: if the events are at fault the caller halves the batch, if the database
     * is out of reach the caller waits and comes back with the same batch.
     */
    void handle(List<CustomerEvent> batch);
}
