package io.rapport.customer;

import io.rapport.facts.Address;
import io.rapport.facts.EventData;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/**
 * The addresses that get nothing, whoever they belong to. Folded from the log as the memories are, so that an address which
 * bounced before anybody was known by it is on the list when somebody comes with it.
 */
@Component
public final class Suppressions {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_NAME = 200;

    private final Sessions sessions;

    Suppressions(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * One address that gets nothing.
     *
     * @param address its key: {@code email:anna@example.org}
     * @param reason what the mail server or the person said
     * @param who the door by which the report came, or the person
     */
    public record Entry(String address, Address.Cause cause, Instant since, String reason, String who) {}

    /** Which of these addresses, by key, get nothing, and why. */
    public Map<String, Entry> among(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        return sessions.reading(session -> {
            var found = new HashMap<String, Entry>();
            session.createSelectionQuery("from SuppressionRow where address in :addresses and cause is not null",
                    SuppressionRow.class)
                    .setParameterList("addresses", addresses)
                    .getResultList()
                    .forEach(row -> found.put(row.address, entry(row)));
            return found;
        });
    }

    /**
     * A page of the list, the latest first.
     *
     * @param search a part of the address, empty for all
     * @param page from 0
     */
    public List<Entry> list(String search, int page, int size) {
        return sessions.reading(session -> session.createSelectionQuery(
                "from SuppressionRow where cause is not null and address like :search escape '!' order by changedAt desc, address",
                SuppressionRow.class)
                .setParameter("search", "%" + search.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(Suppressions::entry)
                .toList());
    }

    private static Entry entry(SuppressionRow row) {
        return new Entry(row.address, Objects.requireNonNull(row.cause()), row.changedAt, row.reason, row.who);
    }

    /** Takes in what these events say of addresses; most say nothing. */
    void note(List<io.rapport.customer.Entry> entries) {
        var told = entries.stream().map(io.rapport.customer.Entry::noted).filter(event -> Address.about(event) != null)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        sessions.inTransaction(session -> {
            var rows = rows(session, told.stream().map(Address::about).toList());
            var changed = new LinkedHashMap<String, SuppressionRow>();
            for (var event : told) {
                var key = Objects.requireNonNull(Address.about(event));
                var before = rows.get(key);
                var known = before == null ? Address.FREE : before.known();
                var now = known.with(event);
                if (!now.equals(known)) {
                    var row = row(key, now, event.source(), event.data());
                    rows.put(key, row);
                    changed.put(key, row);
                }
            }
            session.upsertMultiple(List.copyOf(changed.values()));
            return changed.size();
        });
    }

    private static Map<String, SuppressionRow> rows(StatelessSession session, List<String> addresses) {
        var rows = new HashMap<String, SuppressionRow>();
        session.createSelectionQuery("from SuppressionRow where address in :addresses", SuppressionRow.class)
                .setParameterList("addresses", addresses)
                .getResultList()
                .forEach(row -> rows.put(row.address, row));
        return rows;
    }

    private static SuppressionRow row(String key, Address now, String source, EventData data) {
        return switch (data) {
            case EventData.Suppression word -> new SuppressionRow(
                    key, now, Text.atMost(LONGEST_REASON, word.reason()), Text.atMost(LONGEST_NAME, word.who()));
            case EventData.DeliveryReport report -> new SuppressionRow(
                    key, now, Text.atMost(LONGEST_REASON, (report.status() + " " + report.reason()).strip()),
                    Text.atMost(LONGEST_NAME, source));
            default -> throw new IllegalArgumentException("It says nothing of an address");
        };
    }
}
