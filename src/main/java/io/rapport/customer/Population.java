package io.rapport.customer;

import java.time.Clock;
import java.time.Instant;
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

    Population(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        this.counts = new Remeasured<>(clock, this::count);
        this.values = new Remeasured<>(clock, this::countValues);
    }

    /**
     * Rows in the books.
     *
     * @param anonymous events about nobody known
     * @param asOf when it was counted
     */
    public record Counts(long customers, long events, long anonymous, long decisions, Instant asOf) {}

    /** How much there is, perhaps some seconds old. */
    public Counts counts() {
        return counts.get();
    }

    /** How many customers the latest decision gave each value: concept, value, customers. Perhaps some seconds old. */
    public Map<String, Map<String, Long>> values() {
        return values.get();
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
