package io.rapport.customer;

import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which customers are one and the same. Only the link is stored: identities and the log stay where they were, so that it can be
 * undone. Every method runs inside the caller's transaction; the caller folds the memories anew.
 */
@Component
public final class CustomerLinks {

    private static final int MOVED_AT_ONCE = 500;

    private final Sessions sessions;
    private final CustomerLedger ledger;
    private final CustomerNumbers numbers;

    CustomerLinks(Sessions sessions, CustomerLedger ledger, CustomerNumbers numbers) {
        this.sessions = sessions;
        this.ledger = ledger;
        this.numbers = numbers;
    }

    /** A customer whose memory is to be folded anew, locked; the memory itself is not read. */
    public record Stale(long id, int version) {}

    /**
     * Makes one customer part of another.
     *
     * @return the one who stands for both from now on
     * @throws IllegalArgumentException if one of them does not exist, or both are one already
     */
    public long link(long into, long from) {
        var locked = ledger.lock(Set.of(into, from));
        if (!locked.containsKey(into) || !locked.containsKey(from)) {
            throw new IllegalArgumentException(
                    "There is no customer [" + (locked.containsKey(into) ? from : into) + "]\nMaybe the number is mistyped.");
        }
        var root = locked.get(into).customer().id();
        var child = locked.get(from).customer().id();
        if (root == child) {
            throw new IllegalArgumentException("Customers [" + into + "] and [" + from + "] are one already\n"
                    + "Maybe somebody merged them before you.");
        }
        point(child, root);
        return root;
    }

    /**
     * Takes a customer out of the one he was merged into.
     *
     * @return the one he was part of
     * @throws IllegalArgumentException if he is not part of another
     */
    public long unlink(long customer) {
        var locked = ledger.lock(Set.of(customer)).get(customer);
        var parent = parent(customer);
        if (locked == null || parent == null) {
            throw new IllegalArgumentException("Customer [" + customer + "] is not merged into another\n"
                    + "Maybe the merge was undone before.");
        }
        point(customer, null);
        return locked.customer().id();
    }

    /**
     * Who was taken out of whom.
     *
     * @param from who stands for the one who had it
     * @param to the number of the one who is known by it from now on; he is not stored yet
     */
    public record Parted(long from, long to) {}

    /**
     * Takes an identity from the customer whom an event gave it to. Whoever is known by it is a customer of his own from now on, with
     * the events that came by it; what names both came by the stronger one. That they are two is remembered: no later event joins
     * them, and neither is written to at the other's address.
     *
     * @throws IllegalArgumentException if nobody has it, or its owner is known by nothing else
     */
    public Parted part(Identity identity, String who, Instant now) {
        return sessions.inTransaction(session -> {
            var row = session.get(IdentityRow.class, identity.key());
            if (row == null) {
                throw new IllegalArgumentException("Nobody is known by it\nMaybe it was taken from him before.");
            }
            var from = ledger.lock(Set.of(row.customer)).get(row.customer);
            var others = session.createSelectionQuery("select key from IdentityRow where customer = :holder and key <> :key",
                    String.class).setParameter("holder", row.customer).setParameter("key", row.key).getResultList();
            if (from == null || others.isEmpty()) {
                throw new IllegalArgumentException("Customer [" + row.customer + "] is known by nothing else\n"
                        + "Maybe part the two customers instead.");
            }
            var to = numbers.next();
            move(session, row.customer, to, cameBy(session, row, Set.copyOf(others)));
            keepApart(session, row, others, to, who, now);
            row.customer = to;
            session.update(row);
            return new Parted(from.customer().id(), to);
        });
    }

    private static List<String> cameBy(StatelessSession session, IdentityRow row, Set<String> others) {
        var events = new ArrayList<String>();
        session.createSelectionQuery("select id, identities, source, trust from EventRow where customer = :holder",
                Object[].class)
                .setParameter("holder", row.customer).getResultList().forEach(event -> {
                    var named = Identities.read((String) event[1]);
                    var trust = event[3] == null ? Trust.ofSource((String) event[2]) : Trust.ofWord((String) event[3]);
                    var own = trust == Trust.CLAIMED ? Identity.speaker(named)
                            : named.stream().filter(one -> one.key().equals(row.key) || others.contains(one.key()))
                                    .min(Identity.STRONGEST_FIRST).orElse(null);
                    if (own != null && own.key().equals(row.key)) {
                        events.add((String) event[0]);
                    }
                });
        return events;
    }

    private static void move(StatelessSession session, long from, long to, List<String> events) {
        for (var start = 0; start < events.size(); start += MOVED_AT_ONCE) {
            var some = events.subList(start, Math.min(start + MOVED_AT_ONCE, events.size()));
            session.createMutationQuery("update EventRow set customer = :to where id in :events")
                    .setParameter("to", to).setParameterList("events", some).executeUpdate();
            for (var words : List.of("ConsentRow", "AwaitedConsentRow")) {
                session.createMutationQuery("update " + words + " set customer = :to where customer = :from and event in :events")
                        .setParameter("to", to).setParameter("from", from).setParameterList("events", some).executeUpdate();
            }
        }
    }

    private static void keepApart(
            StatelessSession session, IdentityRow row, List<String> others, long to, String who, Instant now) {
        var event = row.joinedBy == null ? "" : row.joinedBy;
        session.upsert(PendingLinkRow.refused(row.customer, row.key, event, who, now));
        session.createMutationQuery("delete from SharedIdentityRow where customer = :holder and identity = :key")
                .setParameter("holder", row.customer).setParameter("key", row.key).executeUpdate();
        others.forEach(other -> session.upsert(PendingLinkRow.refused(to, other, event, who, now)));
    }

    /** Customers with a memory of another format than this version's, locked in the order of their numbers. */
    public List<Stale> outdated(int limit) {
        return stale("memory_format <> " + MemoryCodec.FORMAT, "limit " + limit);
    }

    /** Locks these customers without reading their memories. */
    public List<Stale> lockUnread(Collection<Long> customers) {
        return customers.stream().sorted().flatMap(id -> stale("id = " + id, "").stream()).toList();
    }

    /** Replaces a memory, and the name that is found by it, and leaves everything else as it is. */
    public void replaceMemory(Stale customer, Memory memory) {
        var changed = sessions.inTransaction(session -> session.createNativeMutationQuery(
                "update customer set memory = :memory, memory_format = :format, name = :name, version = version + 1"
                        + " where id = :id and version = :version")
                .setParameter("memory", MemoryCodec.write(memory))
                .setParameter("format", MemoryCodec.FORMAT)
                .setParameter("name", CustomerLedger.searchedName(memory), String.class)
                .setParameter("id", customer.id)
                .setParameter("version", customer.version)
                .executeUpdate());
        if (changed != 1) {
            throw new IllegalStateException("Customer [" + customer.id + "] was changed while his memory was folded");
        }
    }

    /** Asks for a look at these customers, none later than they have already. */
    public void reviewAt(Collection<Long> customers, Instant due) {
        for (var customer : customers) {
            sessions.inTransaction(session -> session.createNativeMutationQuery(
                    "update customer set next_review_at = :due, version = version + 1 where id = :id and merged_into is null"
                            + " and (next_review_at is null or next_review_at > :due)")
                    .setParameter("due", due)
                    .setParameter("id", customer)
                    .executeUpdate());
        }
    }

    /** Looks at a customer no sooner than this. */
    public void postponeReview(long customer, Instant due) {
        sessions.inTransaction(session -> session.createNativeMutationQuery(
                "update customer set next_review_at = :due, version = version + 1 where id = :id and merged_into is null")
                .setParameter("due", due)
                .setParameter("id", customer)
                .executeUpdate());
    }

    private List<Stale> stale(String condition, String limit) {
        return sessions.inTransaction(session -> session.createNativeQuery(
                "select id, version from customer where " + condition + " order by id " + limit + " for update", Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Stale(((Number) row[0]).longValue(), ((Number) row[1]).intValue()))
                .toList());
    }

    private @Nullable Long parent(long customer) {
        return sessions.inTransaction(session -> session
                .createSelectionQuery("select mergedInto from CustomerRow where id = :id", Long.class)
                .setParameter("id", customer)
                .getSingleResultOrNull());
    }

    private void point(long child, @Nullable Long root) {
        sessions.inTransaction(session -> session.createNativeMutationQuery(
                "update customer set merged_into = :root, next_review_at = null, version = version + 1 where id = :id")
                .setParameter("root", root, Long.class)
                .setParameter("id", child)
                .executeUpdate());
    }
}
