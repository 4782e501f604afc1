package io.rapport.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.rapport.engine.queue.EventTransaction;
import io.rapport.facts.CustomerEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;

/** Commits what it is given, in order, except as the test says. */
class ScriptedTransaction implements EventTransaction {

    final List<String> committed = new CopyOnWriteArrayList<>();
    final AtomicInteger attempts = new AtomicInteger();
    final AtomicReference<@Nullable RuntimeException> outage = new AtomicReference<>();
    private final Set<String> poisoned = ConcurrentHashMap.newKeySet();
    private final Set<String> swollen = ConcurrentHashMap.newKeySet();
    private final Set<String> locked = ConcurrentHashMap.newKeySet();
    private final Set<String> racing = ConcurrentHashMap.newKeySet();

    void poison(String id) {
        poisoned.add(id);
    }

    /** The event meets another process once, with itself alone in the batch. */
    void race(String id) {
        racing.add(id);
    }

    /** The event is more than the memory holds, whatever is in the batch with it. */
    void swell(String id) {
        swollen.add(id);
    }

    /** What the event needs, somebody else holds, and goes on holding. */
    void lock(String id) {
        locked.add(id);
    }

    void cure() {
        locked.clear();
        swollen.clear();
        poisoned.clear();
    }

    @Override
    public void handle(List<CustomerEvent> batch) {
        attempts.incrementAndGet();
        RuntimeException down = outage.get();
        if (down != null) {
            throw down;
        }
        if (batch.stream().anyMatch(event -> poisoned.contains(event.id()))) {
            throw new DataIntegrityViolationException("a value of the row");
        }
        if (batch.stream().anyMatch(event -> swollen.contains(event.id()))) {
            throw new OutOfMemoryError("Java heap space");
        }
        if (batch.stream().anyMatch(event -> locked.contains(event.id()))) {
            throw new CannotAcquireLockException("a row");
        }
        if (batch.size() == 1 && racing.remove(batch.getFirst().id())) {
            throw new DataIntegrityViolationException("the identity is there already");
        }
        batch.forEach(event -> committed.add(event.id()));
    }
}
