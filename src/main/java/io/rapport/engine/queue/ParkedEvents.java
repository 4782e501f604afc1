package io.rapport.engine.queue;

import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventJson;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where an event waits that cannot be handled, and behind it every later event that shares an identity with it, so that order is
 * kept and all other customers go on. Each call is a transaction of its own.
 */
@Component
public final class ParkedEvents {

    /** Of one statement: PostgreSQL takes 65,535, and a batch may name more identities. */
    private static final int PARAMETERS = 5_000;

    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final EventJson json = new EventJson();

    ParkedEvents(EntityManager entities, PlatformTransactionManager transactions, Clock clock) {
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Ids of those events that have to wait behind parked ones, or behind others of the same batch that have to. */
    Set<String> waiting(List<CustomerEvent> batch) {
        Set<String> digests = batch.stream().flatMap(event -> digests(event).stream()).collect(Collectors.toSet());
        if (digests.isEmpty() || count() == 0) {
            return Set.of();
        }
        Set<String> taken = taken(digests);
        Set<String> waiting = new HashSet<>();
        for (CustomerEvent event : batch) {
            Set<String> own = digests(event);
            if (own.stream().anyMatch(taken::contains)) {
                waiting.add(event.id());
                taken.addAll(own);
            }
        }
        return waiting;
    }

    private Set<String> taken(Set<String> digests) {
        List<String> all = List.copyOf(digests);
        return transaction.execute(_ -> {
            Set<String> taken = new HashSet<>();
            for (int from = 0; from < all.size(); from += PARAMETERS) {
                taken.addAll(entities.createQuery(
                        "select distinct i from ParkedRow p join p.identities i where i in :digests", String.class)
                        .setParameter("digests", all.subList(from, Math.min(from + PARAMETERS, all.size())))
                        .getResultList());
            }
            return taken;
        });
    }

    /** Parks events in their order, all or none; those that are parked already stay as they are. */
    void park(List<CustomerEvent> events, String reason) {
        transaction.executeWithoutResult(_ -> {
            for (CustomerEvent event : events) {
                if (!isParked(event.id())) {
                    entities.persist(
                            new ParkedRow(event.id(), json.write(event), reason, clock.instant(), digests(event)));
                }
            }
        });
    }

    /** The oldest first. */
    List<ParkedRow> oldest(int most) {
        return transaction.execute(_ -> entities.createQuery("select p from ParkedRow p order by p.position", ParkedRow.class)
                .setMaxResults(most).getResultList());
    }

    /** Those behind a position, the oldest first. */
    List<ParkedRow> after(long position, int most) {
        return transaction.execute(_ -> entities
                .createQuery("select p from ParkedRow p where p.position > :position order by p.position", ParkedRow.class)
                .setParameter("position", position)
                .setMaxResults(most).getResultList());
    }

    /** Forgets an event that has been handled. */
    void release(ParkedRow parked) {
        transaction.executeWithoutResult(_ -> {
            ParkedRow row = entities.find(ParkedRow.class, parked.position);
            if (row != null) {
                entities.remove(row);
            }
        });
    }

    public long count() {
        return transaction.execute(_ -> entities.createQuery("select count(p) from ParkedRow p", Long.class).getSingleResult());
    }

    private boolean isParked(String eventId) {
        return !entities.createQuery("select p.position from ParkedRow p where p.eventId = :id", Long.class)
                .setParameter("id", eventId).getResultList().isEmpty();
    }

    private static Set<String> digests(CustomerEvent event) {
        return event.identities().stream().map(BrokerEventQueue::groupOf).collect(Collectors.toSet());
    }
}
