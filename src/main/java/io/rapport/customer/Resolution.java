package io.rapport.customer;

import io.rapport.facts.Address;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Identity;
import io.rapport.facts.Trust;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose the events of one batch are, and locks those customers in the order of their numbers.
 *
 * <p>A record of the order system belongs to the owner of the strongest identity that somebody has, unless that one differs in a
 * stronger identity: two customer numbers with one address stay two customers, who share the address. What it names becomes its
 * owner's. A claim belongs to the owner of the sender's own address. Whatever else it names and nobody has is noted as claimed:
 * he is found by it as long as nobody else is known by it, and no record becomes his through it. The record that names it makes it
 * its own customer's, and what was claimed waits for a person.
 */
final class Resolution {

    private final StatelessSession session;
    private final CustomerNumbers numbers;
    private final Set<Long> others;
    private final Map<String, Long> owners = new HashMap<>();
    private final Map<String, IdentityRow> onlyClaimed = new HashMap<>();
    private final Map<String, IdentityRow> linked = new LinkedHashMap<>();
    private final Set<IdentityRow> moved = new LinkedHashSet<>();
    private final Map<SharedIdentityRow.Key, SharedIdentityRow> shared = new LinkedHashMap<>();
    private final Map<PendingLinkRow.Key, PendingLinkRow> pending = new LinkedHashMap<>();
    private final TreeMap<Long, CustomerRow> rows = new TreeMap<>();
    private final Map<Long, Known> known = new HashMap<>();

    /** @param others to be locked with those whose the events are */
    Resolution(StatelessSession session, CustomerNumbers numbers, List<CustomerEvent> events, Set<Long> others) {
        this.session = session;
        this.numbers = numbers;
        this.others = others;
        findOwners(events);
    }

    /** Whose an event is, and what it claims. */
    private record Found(long origin, @Nullable Claim claim) {}

    /** Event id to customer, without the anonymous ones; what is to be stored of it is for {@link #write}. */
    Map<String, Resolved> of(List<CustomerEvent> events) {
        var concerned = new TreeSet<>(owners.values());
        concerned.addAll(others);
        lock(concerned);
        var found = new HashMap<String, Found>();
        for (var event : events) {
            if (Address.about(event) != null) {
                aboutAddress(event, found);
            } else if (!event.identities().isEmpty()) {
                found.put(event.id(), event.trust() == Trust.CLAIMED ? claimed(event) : recorded(event));
            }
        }
        var resolved = new HashMap<String, Resolved>();
        found.forEach((event, whose) -> resolved.put(
                event, new Resolved(whose.origin, known(whose.origin), whose.claim)));
        return resolved;
    }

    /** What is said of an address makes nobody a customer, and links nothing. */
    private void aboutAddress(CustomerEvent event, Map<String, Found> found) {
        for (var identity : event.identities()) {
            var owner = owners.get(identity.key());
            if (owner != null) {
                found.putIfAbsent(event.id(), new Found(owner, null));
            }
        }
    }

    /** Stores what was learned about identities. */
    void write(Sessions sessions) {
        sessions.insert(List.copyOf(linked.values()));
        sessions.update(List.copyOf(moved));
        keepApart();
        sessions.insert(unknown(shared, "select new io.rapport.customer.SharedIdentityRow$Key(identity, customer)"
                + " from SharedIdentityRow where customer in :customers",
                SharedIdentityRow.Key.class, shared.keySet().stream().map(SharedIdentityRow.Key::customer).toList()));
        sessions.insert(unknown(pending, "select new io.rapport.customer.PendingLinkRow$Key(customer, identity)"
                + " from PendingLinkRow where customer in :customers",
                PendingLinkRow.Key.class, pending.keySet().stream().map(PendingLinkRow.Key::customer).toList()));
    }

    /** Nobody shares an address of which a person decided that it is not his. */
    private void keepApart() {
        if (!shared.isEmpty()) {
            session.createSelectionQuery("select new io.rapport.customer.SharedIdentityRow$Key(identity, customer)"
                    + " from PendingLinkRow where customer in :customers and accepted = false", SharedIdentityRow.Key.class)
                    .setParameterList("customers", shared.keySet().stream().map(SharedIdentityRow.Key::customer).toList())
                    .getResultList().forEach(shared::remove);
        }
    }

    private <K, V> List<V> unknown(Map<K, V> rows, String query, Class<K> key, List<Long> customers) {
        if (!rows.isEmpty()) {
            session.createSelectionQuery(query, key).setParameterList("customers", customers).getResultList()
                    .forEach(rows::remove);
        }
        return List.copyOf(rows.values());
    }

    /** Locks by number instead of by identity. */
    Map<Long, Resolved> ofNumbers(Collection<Long> customers) {
        lock(new TreeSet<>(customers));
        var resolved = new TreeMap<Long, Resolved>();
        for (var customer : customers) {
            if (rows.containsKey(customer)) {
                resolved.put(customer, new Resolved(customer, known(customer)));
            }
        }
        return resolved;
    }

    private void findOwners(List<CustomerEvent> events) {
        var keys = new HashSet<String>();
        events.forEach(event -> event.identities().forEach(identity -> keys.add(identity.key())));
        if (!keys.isEmpty()) {
            session.createSelectionQuery("from IdentityRow where key in :keys", IdentityRow.class)
                    .setParameterList("keys", keys)
                    .getResultList()
                    .forEach(this::owned);
        }
    }

    private void owned(IdentityRow row) {
        owners.put(row.key, row.customer);
        if (Trust.CLAIMED.word().equals(row.trust)) {
            onlyClaimed.put(row.key, row);
        }
    }

    private Found recorded(CustomerEvent event) {
        var noted = event.isOutcome() ? noted(event) : null;
        if (noted != null) {
            return new Found(noted, null);
        }
        Long owner = null;
        for (var identity : event.identities()) {
            var candidate = owners.get(identity.key());
            if (owner == null && candidate != null && !differs(candidate, identity, event)) {
                owner = candidate;
            }
        }
        long origin = owner == null ? numbers.next() : owner;
        for (var identity : event.identities()) {
            var holder = owners.get(identity.key());
            if (holder == null) {
                link(identity, origin, event);
            } else if (holder == origin) {
                confirm(identity, event);
            } else if (root(holder) != root(origin)) {
                dispute(identity, origin, event);
            }
        }
        return new Found(origin, null);
    }

    /** What the engine notes of somebody it knows: it confirms nothing, and moves nothing. */
    private @Nullable Long noted(CustomerEvent event) {
        Long claimant = null;
        for (var identity : event.identities()) {
            var owner = owners.get(identity.key());
            if (owner != null && !onlyClaimed.containsKey(identity.key())) {
                return owner;
            }
            claimant = claimant == null ? owner : claimant;
        }
        return claimant;
    }

    /** An address that he only claimed is confirmed by a record that names it beside what is his. */
    private void confirm(Identity identity, CustomerEvent event) {
        var claim = onlyClaimed.get(identity.key());
        if (claim != null && isAddress(identity)) {
            give(claim, claim.customer, event);
        }
    }

    private void give(IdentityRow claim, long customer, CustomerEvent event) {
        if (claim.customer != customer) {
            claim.joinedBy = event.id();
        }
        claim.customer = customer;
        claim.trust = event.trust().word();
        if (linked.get(claim.key) != claim) {
            moved.add(claim);
        }
        onlyClaimed.remove(claim.key);
        owners.put(claim.key, customer);
    }

    /** The record names what another has: an address is shared, what he only claimed was never his. */
    private void dispute(Identity identity, long origin, CustomerEvent event) {
        var claim = onlyClaimed.get(identity.key());
        if (claim != null && isHearsay(identity, claim.customer)) {
            pend(claim.customer, identity, event);
            give(claim, origin, event);
        } else if (isAddress(identity)) {
            var row = new SharedIdentityRow(identity.key(), origin);
            shared.put(row.key(), row);
        }
    }

    /**
     * Whether somebody said of himself what nobody else says of him: a number, or a telephone beside the e-mail address by which he
     * said it. That address itself is his who writes from it.
     */
    private boolean isHearsay(Identity identity, long customer) {
        return onlyClaimed.containsKey(identity.key()) && (!isAddress(identity)
                || identity.kind() == Identity.Kind.PHONE && hasKind(belongings(customer), Identity.Kind.EMAIL));
    }

    /**
     * Whether the owner of an identity is somebody else all the same: he only claimed it and the record names no address of his, or
     * he has another of a stronger kind.
     */
    private boolean differs(long candidate, Identity matched, CustomerEvent event) {
        if (isHearsay(matched, candidate) && event.identities().stream()
                .noneMatch(other -> other.kind() == Identity.Kind.EMAIL && belongings(candidate).contains(other))) {
            return true;
        }
        var stronger = event.identities().stream().filter(other -> other.kind().compareTo(matched.kind()) < 0).toList();
        if (stronger.isEmpty()) {
            return false;
        }
        var own = belongings(candidate);
        return stronger.stream().anyMatch(other -> hasKind(own, other.kind()));
    }

    private static boolean hasKind(List<Identity> identities, Identity.Kind kind) {
        return identities.stream().anyMatch(identity -> identity.kind() == kind);
    }

    /** All identities of a customer and of those who are one with him, this batch's among them. */
    private List<Identity> belongings(long customer) {
        var root = root(customer);
        var all = new ArrayList<Identity>();
        session.createSelectionQuery("select key from IdentityRow where customer in :family", String.class)
                .setParameterList("family", Family.of(session, root))
                .getResultList()
                .forEach(key -> all.add(Identity.ofKey(key)));
        linked.values().stream().filter(row -> root(row.customer) == root).forEach(row -> all.add(Identity.ofKey(row.key)));
        return all;
    }

    private Found claimed(CustomerEvent event) {
        var own = Objects.requireNonNull(Identity.speaker(event.identities()), "a claim names somebody");
        var owner = owners.get(own.key());
        long origin = owner == null ? numbers.next() : owner;
        var refused = new ArrayList<Identity>();
        for (var identity : event.identities()) {
            var holder = owners.get(identity.key());
            if (holder == null && owner == null) {
                link(identity, origin, event);
            } else if (holder == null || root(holder) != root(origin)) {
                refused.add(identity);
                pend(origin, identity, event);
            }
        }
        return new Found(origin, new Claim(refused, owner != null && own.kind() != Identity.Kind.EMAIL));
    }

    private void link(Identity identity, long customer, CustomerEvent event) {
        var row = new IdentityRow(identity.key(), customer, event.trust(), event.id());
        linked.put(row.key, row);
        owned(row);
    }

    private void pend(long customer, Identity identity, CustomerEvent event) {
        var row = new PendingLinkRow(customer, identity.key(), event.id(), event.source(), event.time());
        pending.putIfAbsent(row.key(), row);
    }

    private static boolean isAddress(Identity identity) {
        return identity.kind() == Identity.Kind.EMAIL || identity.kind() == Identity.Kind.PHONE;
    }

    /** The merged ones lead to those they were merged into; these are rare and cost one more query. */
    private void lock(TreeSet<Long> customers) {
        var wanted = customers;
        while (!wanted.isEmpty()) {
            var next = new TreeSet<Long>();
            for (var row : locked(wanted)) {
                rows.put(row.id, row);
                if (row.mergedInto != null && !rows.containsKey(row.mergedInto)) {
                    next.add(row.mergedInto);
                }
            }
            next.removeAll(rows.keySet());
            wanted = next;
        }
    }

    private List<CustomerRow> locked(Collection<Long> customers) {
        return session.createSelectionQuery("from CustomerRow where id in :ids order by id", CustomerRow.class)
                .setParameterList("ids", customers)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private Known known(long origin) {
        var row = standing(origin);
        var id = row == null ? origin : row.id;
        return known.computeIfAbsent(id, number -> row == null ? Known.unseen(number) : row.known());
    }

    private long root(long origin) {
        var row = standing(origin);
        return row == null ? origin : row.id;
    }

    private @Nullable CustomerRow standing(long origin) {
        var row = rows.get(origin);
        while (row != null && row.mergedInto != null) {
            row = rows.get(row.mergedInto);
        }
        return row;
    }
}
