package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Events that could not be handled. What comes after one of them under the same strongest identity waits behind it, so that the
 * order holds when it is replayed; everybody else goes on. Every writing method runs inside the caller's transaction.
 */
@Component
public final class ParkedEvents {

    private final Sessions sessions;

    ParkedEvents(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * One event that waits.
     *
     * @param stream the key of its strongest identity
     * @param reason what went wrong, or that an earlier one waits
     */
    public record Parked(CustomerEvent event, String stream, String reason, Instant parkedAt) {}

    /** Which of these events belong to a stream that waits already. */
    public Set<String> waiting(Collection<CustomerEvent> events) {
        var streams = events.stream().map(ParkedRow::stream).distinct().toList();
        if (streams.isEmpty()) {
            return Set.of();
        }
        var held = sessions.inTransaction(session -> new HashSet<>(session
                .createSelectionQuery("select distinct stream from ParkedRow where stream in :streams", String.class)
                .setParameterList("streams", streams)
                .getResultList()));
        var waiting = new HashSet<String>();
        events.stream().filter(event -> held.contains(ParkedRow.stream(event))).forEach(event -> waiting.add(event.id()));
        return waiting;
    }

    /** Parks these events in their order; those that are parked already stay as they are. */
    public void park(List<CustomerEvent> events, String reason, Instant now) {
        if (events.isEmpty()) {
            return;
        }
        var known = sessions.inTransaction(session -> new HashSet<>(
                session.createSelectionQuery("select id from ParkedRow where id in :ids", String.class)
                        .setParameterList("ids", events.stream().map(CustomerEvent::id).toList())
                        .getResultList()));
        sessions.insert(events.stream()
                .filter(event -> known.add(event.id()))
                .map(event -> ParkedRow.of(event, ParkedRow.stream(event), reason, now))
                .toList());
    }

    /** One stream in order of arrival, locked until the caller's transaction ends. */
    public List<Parked> ofStream(String stream) {
        return sessions.inTransaction(session -> session
                .createSelectionQuery("from ParkedRow where stream = :stream order by position", ParkedRow.class)
                .setParameter("stream", stream)
                .setHibernateLockMode(org.hibernate.LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .map(ParkedEvents::parked)
                .toList());
    }

    /** Takes these events out, handled or given up. */
    public void release(Collection<String> eventIds) {
        if (!eventIds.isEmpty()) {
            sessions.inTransaction(session -> session.createMutationQuery("delete from ParkedRow where id in :ids")
                    .setParameterList("ids", eventIds)
                    .executeUpdate());
        }
    }

    /** One page of all that waits, the oldest first. */
    public List<Parked> list(int page, int size) {
        return sessions.reading(session -> session.createSelectionQuery("from ParkedRow order by position", ParkedRow.class)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(ParkedEvents::parked)
                .toList());
    }

    /** How many events wait. */
    public long count() {
        return sessions.reading(
                session -> session.createSelectionQuery("select count(*) from ParkedRow", Long.class).getSingleResult());
    }

    private static Parked parked(ParkedRow row) {
        return new Parked(row.event(), row.stream, row.reason, row.parkedAt);
    }
}
