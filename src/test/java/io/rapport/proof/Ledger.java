package io.rapport.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the outside world tried to hand over and what it was promised. Kept outside the engine. Thread-safe. */
final class Ledger {

    private final List<Entry> attempted = new ArrayList<>();
    private final Set<String> acknowledged = new LinkedHashSet<>();

    /**
     * @param key idempotency key of the request
     * @param identity who it is about
     * @param number ascending per identity, in the order of sending
     */
    record Entry(String key, String identity, int number) {}

    synchronized void attempt(Entry entry) {
        attempted.add(entry);
    }

    synchronized void acknowledge(String key) {
        acknowledged.add(key);
    }

    synchronized List<Entry> attempted() {
        return List.copyOf(attempted);
    }

    synchronized Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }
}
