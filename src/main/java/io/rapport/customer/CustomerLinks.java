package io.rapport.customer;

import io.rapport.facts.Memory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which customers are one and the same. Only the link is stored: identities and the log stay where they were, so that it can be
 * undone. Every method runs inside the caller's transaction; the caller folds the memories anew.
 */
@Component
public final class CustomerLinks {

    private final Sessions sessions;
    private final CustomerLedger ledger;

    CustomerLinks(Sessions sessions, CustomerLedger ledger) {
        this.sessions = sessions;
        this.ledger = ledger;
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

    /** Customers with a memory of another format than this version's, locked in the order of their numbers. */
    public List<Stale> outdated(int limit) {
        return stale("memory_format <> " + MemoryCodec.FORMAT, "limit " + limit);
    }

    /** Locks these customers without reading their memories. */
    public List<Stale> lockUnread(Collection<Long> customers) {
        return customers.stream().sorted().flatMap(id -> stale("id = " + id, "").stream()).toList();
    }

    /** Replaces a memory and leaves everything else as it is. */
    public void replaceMemory(Stale customer, Memory memory) {
        var changed = sessions.inTransaction(session -> session.createNativeMutationQuery(
                "update customer set memory = :memory, memory_format = :format, version = version + 1"
                        + " where id = :id and version = :version")
                .setParameter("memory", MemoryCodec.write(memory))
                .setParameter("format", MemoryCodec.FORMAT)
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
