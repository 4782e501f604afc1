package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.ScrollMode;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/**
 * Everything that ever happened, read from its beginning in the order in which it happened. What the engine concluded itself
 * and whom it contacted is left out: another rulebook concludes and does otherwise. An order that was told anew is read once, as it
 * was told last.
 */
@Component
public final class EventLog {

    /** Who concludes events inside the engine. */
    private static final String ENGINE = "engine";

    private static final List<String> OWN_DEEDS = List.of(EventTypes.CUSTOMER_CONTACTED, EventTypes.REVIEW_DUE);

    private static final String HAPPENED = " from EventRow where customer is not null and supersededBy is null and source <> :engine"
            + " and type not in :own";

    private static final int FETCHED = 500;

    private final Sessions sessions;

    EventLog(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Takes what is read, one by one. */
    @FunctionalInterface
    public interface Reader {

        /** @param customer who stands for the one it happened to */
        void take(long customer, CustomerEvent event);
    }

    /** How many events {@link #read} gives, now. */
    public long size() {
        return sessions.reading(session -> session.createSelectionQuery("select count(*)" + HAPPENED, Long.class)
                .setParameter("engine", ENGINE)
                .setParameterList("own", OWN_DEEDS)
                .getSingleResult());
    }

    /** How many contacts with customers the log holds. */
    public long contacts() {
        return sessions.reading(session -> session
                .createSelectionQuery("select count(*) from EventRow where type = :contacted", Long.class)
                .setParameter("contacted", EventTypes.CUSTOMER_CONTACTED)
                .getSingleResult());
    }

    /** Reads all of it, in the order of time; holds a page of it at a time. */
    public void read(Reader reader) {
        sessions.reading(session -> {
            var merged = merged(session);
            try (var rows = session.createSelectionQuery(HAPPENED + " order by time, position", EventRow.class)
                    .setParameter("engine", ENGINE)
                    .setParameterList("own", OWN_DEEDS)
                    .setFetchSize(FETCHED)
                    .scroll(ScrollMode.FORWARD_ONLY)) {
                while (rows.next()) {
                    var row = rows.get();
                    reader.take(root(merged, row.customer == null ? 0 : row.customer), row.event());
                }
            }
            return merged.size();
        });
    }

    private static Map<Long, Long> merged(StatelessSession session) {
        var into = new HashMap<Long, Long>();
        session.createSelectionQuery("select id, mergedInto from CustomerRow where mergedInto is not null", Object[].class)
                .getResultList()
                .forEach(row -> into.put((Long) row[0], (Long) row[1]));
        return into;
    }

    private static long root(Map<Long, Long> merged, long customer) {
        var root = customer;
        for (var into = merged.get(root); into != null; into = merged.get(root)) {
            root = into;
        }
        return root;
    }
}
