package io.rapport.engine.queue;

import io.rapport.engine.queue.ParkedEvent.Status;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Identity;
import io.rapport.intake.EventJson;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
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
        Set<String> digests = batch.stream().flatMap(event -> digests(event.identities()).stream()).collect(Collectors.toSet());
        if (digests.isEmpty() || count() == 0) {
            return Set.of();
        }
        Set<String> taken = taken(digests);
        Set<String> waiting = new HashSet<>();
        for (CustomerEvent event : batch) {
            Set<String> own = digests(event.identities());
            if (own.stream().anyMatch(taken::contains)) {
                waiting.add(event.id());
                taken.addAll(own);
            }
        }
        return waiting;
    }

    private Set<String> taken(Set<String> digests) {
        return transaction.execute(_ -> {
            Set<String> taken = new HashSet<>();
            for (List<String> some : inParts(digests)) {
                taken.addAll(entities.createQuery("select distinct i from ParkedRow p join p.identities i "
                        + "where p.status = WAITING and i in :digests", String.class)
                        .setParameter("digests", some).getResultList());
            }
            return taken;
        });
    }

    /** Parks events in their order, all or none; those that are parked or discarded already stay as they are. */
    void park(List<CustomerEvent> events, String reason) {
        transaction.executeWithoutResult(_ -> {
            for (CustomerEvent event : events) {
                if (!isParked(event.id())) {
                    entities.persist(
                            new ParkedRow(event.id(), json.write(event), reason, now(), digests(event.identities())));
                }
            }
        });
    }

    /** Those that wait behind a position, the oldest first. */
    List<ParkedRow> after(long position, int most) {
        return transaction.execute(_ -> entities.createQuery("select p from ParkedRow p where p.status = WAITING "
                + "and p.position > :position order by p.position", ParkedRow.class)
                .setParameter("position", position)
                .setMaxResults(most).getResultList());
    }

    /** All that wait with this one, as they share identities with it or with others that do, the oldest first; with itself. */
    List<ParkedRow> stream(long position) {
        return transaction.execute(_ -> {
            var found = new TreeMap<Long, ParkedRow>();
            ParkedRow first = entities.find(ParkedRow.class, position);
            if (first != null) {
                found.put(position, first);
            }
            Set<String> known = new HashSet<>();
            Set<String> news = first == null ? Set.of() : first.identities;
            while (!news.isEmpty()) {
                known.addAll(news);
                Set<String> next = new HashSet<>();
                for (List<String> some : inParts(news)) {
                    entities.createQuery("select distinct p from ParkedRow p join p.identities i where p.status = WAITING "
                            + "and i in :digests", ParkedRow.class).setParameter("digests", some).getResultList()
                            .forEach(row -> {
                                found.put(row.position(), row);
                                next.addAll(row.identities);
                            });
                }
                next.removeAll(known);
                news = next;
            }
            return List.copyOf(found.values());
        });
    }

    /**
     * One page, the oldest first.
     *
     * @param text how the event's id begins, or empty for all
     * @param whose or those of these identities
     * @param page from 0
     */
    List<ParkedEvent> list(Status status, String text, Collection<Identity> whose, int page, int size) {
        var digests = digests(whose);
        digests.add("");
        return transaction.execute(_ -> entities.createQuery("select p from ParkedRow p where p.status = :status "
                + "and (p.eventId like concat(:begin, '%') escape '!' or exists (select 1 from ParkedRow q join q.identities i "
                + "where q.position = p.position and i in :digests)) order by p.position", ParkedRow.class)
                .setParameter("status", status)
                .setParameter("begin", text.replace("!", "!!").replace("%", "!%").replace("_", "!_"))
                .setParameter("digests", digests)
                .setFirstResult(page * size).setMaxResults(size)
                .getResultList().stream().map(ParkedRow::shown).toList());
    }

    Optional<ParkedEvent> find(long position) {
        return in(position, ParkedRow::shown);
    }

    /** An event that has been handled is forgotten, unless somebody mended it: then both remain, with who it was. */
    void handled(ParkedRow parked) {
        change(parked.position(), row -> {
            if (row.mended == null) {
                entities.remove(row);
            } else {
                row.status = Status.HANDLED;
            }
        });
    }

    void failed(ParkedRow parked, String reason) {
        change(parked.position(), row -> row.failed(reason, now()));
    }

    /** Keeps it beside what came in; whom the mended one is about waits for it too. */
    void mend(long position, CustomerEvent mended, String who) {
        change(position, row -> {
            row.mended = json.write(mended);
            row.identities.addAll(digests(mended.identities()));
            row.changed(row.status, who, null, now());
        });
    }

    /** @return false if it is not in the state that it is moved from */
    boolean move(long position, Status from, Status to, String who, String why) {
        return in(position, row -> {
            if (row.status != from) {
                return false;
            }
            row.changed(to, who, why, now());
            return true;
        }).orElse(false);
    }

    /** How many wait. */
    public long count() {
        return transaction.execute(_ -> entities
                .createQuery("select count(p) from ParkedRow p where p.status = WAITING", Long.class).getSingleResult());
    }

    private void change(long position, Consumer<ParkedRow> change) {
        in(position, row -> {
            change.accept(row);
            return row;
        });
    }

    private <T> Optional<T> in(long position, Function<ParkedRow, T> work) {
        return transaction.execute(_ -> Optional.ofNullable(entities.find(ParkedRow.class, position)).map(work));
    }

    private boolean isParked(String eventId) {
        return !entities.createQuery("select p.position from ParkedRow p where p.eventId = :id", Long.class)
                .setParameter("id", eventId).getResultList().isEmpty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<List<String>> inParts(Collection<String> digests) {
        var all = List.copyOf(digests);
        var parts = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += PARAMETERS) {
            parts.add(all.subList(from, Math.min(from + PARAMETERS, all.size())));
        }
        return parts;
    }

    private static Set<String> digests(Collection<Identity> identities) {
        return identities.stream().map(BrokerEventQueue::groupOf).collect(Collectors.toCollection(HashSet::new));
    }
}
