package io.rapport.customer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
import io.rapport.facts.OrderKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The books of the engine: who is known, what happened and what was decided. Every method runs inside the caller's transaction
 * and throws {@link IllegalStateException} without one; a violated key comes out as Hibernate's
 * {@link org.hibernate.exception.ConstraintViolationException}, a row changed by somebody else as
 * {@link org.hibernate.StaleStateException}.
 */
@Component
public final class CustomerLedger {

    private final Sessions sessions;
    private final CustomerNumbers numbers;
    private final Suppressions suppressions;

    CustomerLedger(Sessions sessions, CustomerNumbers numbers, Suppressions suppressions) {
        this.sessions = sessions;
        this.numbers = numbers;
        this.suppressions = suppressions;
    }

    /** Which of these events are in the log already. */
    public Set<String> seen(Collection<String> eventIds) {
        if (eventIds.isEmpty()) {
            return Set.of();
        }
        return sessions.inTransaction(session -> new HashSet<>(
                session.createSelectionQuery("select id from EventRow where id in :ids", String.class)
                        .setParameterList("ids", eventIds)
                        .getResultList()));
    }

    /**
     * What the log holds of an order.
     *
     * @param origin whose it is, {@link Entry#ANONYMOUS} for nobody known
     * @param counts whether nothing that came later tells the order anew
     */
    public record LoggedOrder(CustomerEvent event, long origin, boolean counts) {

        private static LoggedOrder of(EventRow row) {
            return new LoggedOrder(row.event(), row.customer == null ? Entry.ANONYMOUS : row.customer, row.supersededBy == null);
        }
    }

    /** What the log holds of these orders, by {@link OrderKey#order()}, in order of arrival: their versions and what came on top. */
    public Map<String, List<LoggedOrder>> tellingsOf(Collection<String> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return sessions.inTransaction(session -> session
                .createSelectionQuery("from EventRow where orderKey in :orders order by position", EventRow.class)
                .setParameterList("orders", orders)
                .getResultList()
                .stream()
                .collect(groupingBy(row -> String.valueOf(row.orderKey), mapping(LoggedOrder::of, toList()))));
    }

    /**
     * Whose these events are, by event id; anonymous events are not in the answer. New customers get a number, identities that
     * nobody owned are linked as far as the event is believed, what is only claimed waits for a person, and all rows that exist
     * are locked in the order of their numbers.
     */
    public Map<String, Resolved> resolve(List<CustomerEvent> events) {
        return resolve(events, Set.of());
    }

    /** @param others to be locked with them */
    public Map<String, Resolved> resolve(List<CustomerEvent> events, Set<Long> others) {
        return sessions.inTransaction(session -> {
            var resolution = new Resolution(session, numbers, events, others);
            var resolved = resolution.of(events);
            resolution.write(sessions);
            return resolved;
        });
    }

    /** The same by number, for those that exist. */
    public Map<Long, Resolved> lock(Collection<Long> customers) {
        return customers.isEmpty()
                ? Map.of()
                : sessions.inTransaction(
                        session -> new Resolution(session, numbers, List.of(), Set.of()).ofNumbers(customers));
    }

    /**
     * Locks customers whose review has come, at most {@code limit}, those first who wait longest. Whoever is locked by another
     * transaction is left to it.
     *
     * @param whose whether those count whose latest decision was made for a day of the past
     */
    public List<Known> dueReviews(Instant now, int limit, Whose whose) {
        return sessions.inTransaction(session -> session.createSelectionQuery(
                "from CustomerRow where nextReviewAt <= :now" + whose.condition + " order by nextReviewAt", CustomerRow.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList()
                .stream()
                .map(CustomerRow::known)
                .toList());
    }

    /** Whose reviews are meant. What an import touched carries no rulebook until it is decided about for today. */
    public enum Whose {
        EVERYBODY(""),
        /** Whom an import has not touched since he was decided about last. */
        OF_THE_PRESENT(" and decidedRulebook is not null"),
        /** Whom an import has touched. */
        OF_THE_PAST(" and decidedRulebook is null");

        private final String condition;

        Whose(String condition) {
            this.condition = condition;
        }
    }

    /** What happened to a customer and to those merged into him, in order of arrival, without what was told anew since. */
    public List<CustomerEvent> history(long customer) {
        return sessions.reading(session -> session.createSelectionQuery(
                "from EventRow where customer in :family and supersededBy is null order by position", EventRow.class)
                .setParameterList("family", Family.of(session, customer))
                .getResultList()
                .stream()
                .map(EventRow::event)
                .toList());
    }

    /** Appends events to the log in this order, with their decisions, the consents that they state and what they say of addresses. */
    public void record(List<Entry> entries) {
        var events = new ArrayList<EventRow>(entries.size());
        var decisions = new ArrayList<DecisionRow>(entries.size());
        var consents = new ArrayList<ConsentRow>();
        var awaited = new ArrayList<AwaitedConsentRow>();
        var position = entries.isEmpty() ? 0 : sessions.nextPositions(entries.size());
        for (var entry : entries) {
            events.add(EventRow.of(entry, position));
            if (entry.decision() != null) {
                decisions.add(DecisionRow.of(entry.decision(), position));
            }
            position++;
            if (entry.origin() != Entry.ANONYMOUS) {
                consents.addAll(Consents.statedBy(entry));
                awaited.addAll(AwaitedConsentRow.of(entry));
            }
        }
        sessions.insert(events);
        sessions.insert(decisions);
        sessions.insert(consents);
        suppressions.note(entries);
        sessions.insert(awaited);
    }

    /**
     * Events of the log that count no more, because others of the log tell the same anew.
     *
     * @param replaced id of the one that counts by id of the other
     */
    public void supersede(Map<String, String> replaced) {
        if (replaced.isEmpty()) {
            return;
        }
        sessions.inTransaction(session -> {
            var positions = new HashMap<String, Long>();
            session.createSelectionQuery("from EventRow where id in :ids", EventRow.class)
                    .setParameterList("ids", Set.copyOf(replaced.values()))
                    .getResultList()
                    .forEach(row -> positions.put(row.id, row.position));
            replaced.forEach((old, anew) -> session
                    .createMutationQuery("update EventRow set supersededBy = :anew where id = :old")
                    .setParameter("anew", positions.get(anew))
                    .setParameter("old", old)
                    .executeUpdate());
            return replaced.size();
        });
    }

    /** Stores what is remembered of these customers from now on, new ones among them. */
    public void remember(List<Remembered> memories) {
        var fresh = new ArrayList<CustomerRow>();
        var changed = new ArrayList<CustomerRow>();
        for (var memory : memories) {
            (memory.before().version() == Known.NEW ? fresh : changed).add(row(memory));
        }
        sessions.insert(fresh);
        sessions.update(changed);
    }

    private static CustomerRow row(Remembered remembered) {
        var row = new CustomerRow();
        row.id = remembered.before().id();
        row.version = Math.max(0, remembered.before().version());
        row.memory = MemoryCodec.write(remembered.after());
        row.format = MemoryCodec.FORMAT;
        row.name = searchedName(remembered.after());
        row.standing = remembered.standing();
        row.nextReviewAt = wholeMillis(remembered.nextReview());
        row.decidedRulebook = remembered.decidedBy().rulebook();
        row.decidedSnapshot = remembered.decidedBy().snapshot();
        return row;
    }

    static @Nullable String searchedName(Memory memory) {
        var name = memory.traits().get("name");
        return name == null ? null : Text.atMost(400, Text.sought(name));
    }

    /** Rounded up, so that nobody is looked at before his time. */
    private static @Nullable Instant wholeMillis(@Nullable Instant due) {
        return due == null ? null : due.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }
}
