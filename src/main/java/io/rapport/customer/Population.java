package io.rapport.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/**
 * Figures about everybody. Counting millions of rows takes its time, so a figure is counted at most every five seconds, and
 * seldom enough that counting never takes more than a hundredth of the time.
 */
@Component
public final class Population {

    private final Sessions sessions;
    private final Clock clock;
    private final Remeasured<Counts> counts;
    private final Remeasured<Map<String, Map<String, Long>>> values;
    private final Remeasured<Map<String, Long>> anonymous;
    private volatile Since since;

    Population(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        this.counts = new Remeasured<>(this::count);
        this.values = new Remeasured<>(this::countValues);
        this.anonymous = new Remeasured<>(this::countAnonymous);
        this.since = since(Instant.EPOCH);
    }

    /**
     * Rows in the books.
     *
     * @param anonymous events about nobody known
     * @param asOf when it was counted
     */
    public record Counts(long customers, long events, long anonymous, long decisions, Instant asOf) {}

    /**
     * What came in by one door.
     *
     * @param name the beginning of the events' source, before the first slash
     * @param events how many since a moment
     * @param known how many of them are about a known customer; each of these was decided
     */
    public record Arrivals(String name, long events, long known) {}

    /** How much there is, perhaps some seconds old. */
    public Counts counts() {
        return counts.get();
    }

    /** How many customers the latest decision gave each value: concept, value, customers. Perhaps some seconds old. */
    public Map<String, Map<String, Long>> values() {
        return values.get();
    }

    /** What came in since a moment, by door. Perhaps some seconds old; ask with one moment a day. */
    public List<Arrivals> arrivals(Instant begin) {
        var counted = since;
        if (!counted.begin.equals(begin)) {
            counted = since(begin);
            since = counted;
        }
        return counted.arrivals.get();
    }

    /** Anonymous events by type. Perhaps some seconds old. */
    public Map<String, Long> anonymous() {
        return anonymous.get();
    }

    /** The same, counted now. */
    public Map<String, Map<String, Long>> countValues() {
        var found = new TreeMap<String, Map<String, Long>>();
        for (var standing : sessions.reading(session -> session.createSelectionQuery(
                "select standing from CustomerRow where mergedInto is null and erasedAt is null", String.class)
                .getResultList())) {
            Standing.read(standing).forEach((concept, of) -> of.stream().distinct().forEach(
                    value -> found.computeIfAbsent(concept, unused -> new TreeMap<>()).merge(value, 1L, Long::sum)));
        }
        return found;
    }

    private record Since(Instant begin, Remeasured<List<Arrivals>> arrivals) {}

    private Since since(Instant begin) {
        return new Since(begin, new Remeasured<>(() -> countArrivals(begin)));
    }

    private List<Arrivals> countArrivals(Instant since) {
        return sessions.reading(session -> session.createSelectionQuery(
                "select door, count(*), count(customer) from (select case when locate('/', source) > 1"
                        + " then substring(source, 1, locate('/', source) - 1) else source end as door, customer as customer"
                        + " from EventRow where receivedAt >= :since) group by door order by door",
                Object[].class)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .map(row -> new Arrivals((String) row[0], (Long) row[1], (Long) row[2]))
                .toList());
    }

    private Map<String, Long> countAnonymous() {
        var found = new TreeMap<String, Long>();
        sessions.reading(session -> session.createSelectionQuery(
                "select type, count(*) from EventRow where customer is null group by type", Object[].class)
                .getResultList()).forEach(row -> found.put((String) row[0], (Long) row[1]));
        return found;
    }

    /** How many customers stand for themselves, counted now. */
    public long countCustomers() {
        return sessions.reading(session -> one(
                session, "select count(*) from CustomerRow where mergedInto is null and erasedAt is null"));
    }

    private Counts count() {
        return sessions.reading(session -> new Counts(
                one(session, "select count(*) from CustomerRow where mergedInto is null"),
                one(session, "select count(*) from EventRow"),
                one(session, "select count(*) from EventRow where customer is null"),
                one(session, "select count(*) from DecisionRow"),
                clock.instant()));
    }

    private static long one(StatelessSession session, String query) {
        return session.createSelectionQuery(query, Long.class).getSingleResult();
    }
}
