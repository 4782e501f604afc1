package io.rapport.engine;

import io.rapport.customer.DecidedBy;
import io.rapport.customer.Entry;
import io.rapport.customer.Known;
import io.rapport.customer.Remembered;
import io.rapport.customer.Resolved;
import io.rapport.customer.Standing;
import io.rapport.decision.Step;
import io.rapport.facts.Action;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one transaction has come to so far: a customer's memory is chained through all his events of the batch. */
final class Round {

    private final Instant receivedAt;
    private final boolean past;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Latest> latest = new TreeMap<>();
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final Map<String, String> superseded = new LinkedHashMap<>();

    /** @param past whether history is played: what it decides counts for its own day, and everybody is decided anew for today */
    Round(Instant receivedAt, boolean past) {
        this.receivedAt = receivedAt;
        this.past = past;
    }

    /** How one customer stands within this round. */
    private record Latest(Known before, Memory memory, @Nullable Instant nextReview, String standing,
            DecidedBy decidedBy) {}

    Memory memory(Known customer) {
        var own = latest.get(customer.id());
        return own == null ? customer.memory() : own.memory;
    }

    @Nullable
    Instant nextReview(Known customer) {
        var own = latest.get(customer.id());
        return own == null ? customer.nextReview() : own.nextReview;
    }

    /** An event about nobody known: stored and counted. */
    void anonymous(CustomerEvent event) {
        entries.add(new Entry(Entry.ANONYMOUS, event, receivedAt, null));
    }

    /** An event of the log counts no more, because one of this round tells the same anew. */
    void supersede(String event, String anew) {
        superseded.put(event, anew);
    }

    /** Id of the event that counts by id of the one that does not. */
    Map<String, String> superseded() {
        return superseded;
    }

    /** A memory that was folded anew, before anything is decided about it. */
    void refolded(Known customer, Memory memory) {
        latest.put(customer.id(), new Latest(customer, memory, customer.nextReview(), customer.standing(), DecidedBy.NOTHING));
    }

    /**
     * What the course made of an event and of everything that followed from it. A review that found everything as it was is not
     * written down: nothing happened.
     */
    void add(Resolved whose, List<Step> steps) {
        var standing = standing(whose.customer());
        for (var step : steps) {
            var found = Standing.of(step.decision());
            if (!step.noted().is(EventTypes.REVIEW_DUE) || !found.equals(standing) || !isQuiet(step)) {
                entries.add(new Entry(whose.origin(), step.noted(), receivedAt, step.decided() ? step.decision() : null));
                step.decision().actions().forEach(action -> actions.putIfAbsent(action.id(), action));
            }
            standing = found;
        }
        var last = steps.getLast();
        latest.put(whose.customer().id(),
                new Latest(whose.customer(), last.memory(), firstReview(last.decision()), standing, decidedBy(last.decision())));
    }

    private static boolean isQuiet(Step step) {
        return step.decision().actions().isEmpty() && step.concluded().isEmpty();
    }

    private String standing(Known customer) {
        var own = latest.get(customer.id());
        return own == null ? customer.standing() : own.standing;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Action> actions() {
        return List.copyOf(actions.values());
    }

    Map<Long, Memory> memories() {
        var memories = new TreeMap<Long, Memory>();
        latest.forEach((customer, own) -> memories.put(customer, own.memory));
        return memories;
    }

    /** In the order of the customers' numbers, as their rows were locked. */
    List<Remembered> remembered() {
        return latest.values().stream()
                .map(own -> new Remembered(own.before, own.memory, own.nextReview, own.standing, own.decidedBy))
                .toList();
    }

    private DecidedBy decidedBy(Decision decision) {
        return new DecidedBy(past ? null : decision.rulebook(), decision.snapshot());
    }

    private static @Nullable Instant firstReview(Decision decision) {
        return decision.reviews().stream().map(Decision.Review::due).min(Instant::compareTo).orElse(null);
    }
}
