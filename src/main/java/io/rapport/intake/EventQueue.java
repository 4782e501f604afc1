package io.rapport.intake;

import io.rapport.facts.CustomerEvent;
import java.util.List;

/** Where the door hands its events: the durable queue in front of the engine. */
public interface EventQueue {

    /**
     * Puts one event into the queue.
     *
     * @param event the event, its id the same on every retry
     * @throws QueueUnavailable if it is not certain that the event is on disk; putting it again is safe
     */
    void put(CustomerEvent event);

    /**
     * Puts events into the queue in their order: all of them or none.
     *
     * @param events may be empty
     * @throws QueueUnavailable if it is not certain that all are on disk; putting them again is safe
     */
    void putAll(List<CustomerEvent> events);
}
