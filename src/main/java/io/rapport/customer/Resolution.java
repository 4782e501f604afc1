package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Finds whose the events of one batch are, and locks those customers in the order of their numbers. */
final class Resolution {

    private final StatelessSession session;
    private final CustomerNumbers numbers;
    private final Map<String, Long> owners;
    private final List<IdentityRow> linked = new ArrayList<>();
    private final TreeMap<Long, CustomerRow> rows = new TreeMap<>();
    private final Map<Long, Known> known = new HashMap<>();

    Resolution(StatelessSession session, CustomerNumbers numbers, List<CustomerEvent> events) {
        this.session = session;
        this.numbers = numbers;
        this.owners = owners(events);
    }

    /** Event id to customer, without the anonymous ones; identities nobody owned are collected in {@link #linked}. */
    Map<String, Resolved> of(List<CustomerEvent> events) {
        lock(new TreeSet<>(owners.values()));
        var origins = new HashMap<String, Long>();
        for (var event : events) {
            if (!event.identities().isEmpty()) {
                origins.put(event.id(), origin(event));
            }
        }
        var resolved = new HashMap<String, Resolved>();
        origins.forEach((event, origin) -> resolved.put(event, new Resolved(origin, known(origin))));
        return resolved;
    }

    List<IdentityRow> linked() {
        return linked;
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

    private Map<String, Long> owners(List<CustomerEvent> events) {
        var keys = new HashSet<String>();
        events.forEach(event -> event.identities().forEach(identity -> keys.add(identity.key())));
        var found = new HashMap<String, Long>();
        if (!keys.isEmpty()) {
            session.createSelectionQuery("from IdentityRow where key in :keys", IdentityRow.class)
                    .setParameterList("keys", keys)
                    .getResultList()
                    .forEach(row -> found.put(row.key, row.customer));
        }
        return found;
    }

    /** The strongest identity that somebody owns wins; what nobody owns becomes his. */
    private long origin(CustomerEvent event) {
        Long owner = null;
        for (var identity : event.identities()) {
            owner = owner == null ? owners.get(identity.key()) : owner;
        }
        long origin = owner == null ? numbers.next() : owner;
        for (var identity : event.identities()) {
            if (owners.putIfAbsent(identity.key(), origin) == null) {
                linked.add(new IdentityRow(identity.key(), origin));
            }
        }
        return origin;
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
        var row = root(origin);
        var id = row == null ? origin : row.id;
        return known.computeIfAbsent(id, number -> row == null ? Known.unseen(number) : row.known());
    }

    private @Nullable CustomerRow root(long origin) {
        var row = rows.get(origin);
        while (row != null && row.mergedInto != null) {
            row = rows.get(row.mergedInto);
        }
        return row;
    }
}
