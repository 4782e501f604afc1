package io.rapport.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.CustomerEvent;

/** A queue that remembers, takes every id once like the event log behind the real one, and can be switched off. */
public final class QueueInMemory implements EventQueue {

    private final Map<String, CustomerEvent> events = new LinkedHashMap<>();

    private boolean down;

    @Override
    public synchronized void put(CustomerEvent event) {
        putAll(List.of(event));
    }

    @Override
    public synchronized void putAll(List<CustomerEvent> more) {
        if (down) {
            throw new QueueUnavailable("switched off by the test", new IllegalStateException());
        }
        more.forEach(event -> events.putIfAbsent(event.id(), event));
    }

    public synchronized List<CustomerEvent> events() {
        return List.copyOf(events.values());
    }

    public synchronized void clear() {
        events.clear();
        down = false;
    }

    public synchronized void switchOff() {
        down = true;
    }

    public synchronized void switchOn() {
        down = false;
    }
}
