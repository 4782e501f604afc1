package io.rapport.customer;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Walks over all customers who stand for themselves, a page at a time, in the order of their numbers. */
@Component
public final class Everybody {

    private static final int PAGE = 1_000;

    private final Sessions sessions;

    Everybody(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Shows every customer once; nobody is locked, and who is added or changed meanwhile may be seen either way. Those merged or
     * erased are passed over here: asked for in the query, they make H2 read and sort all that is left for every page.
     */
    public void forEach(Consumer<Known> visitor) {
        var after = Long.MIN_VALUE;
        var page = 0;
        do {
            var last = after;
            var rows = sessions.reading(session -> session.createSelectionQuery(
                    "from CustomerRow where id > :last order by id", CustomerRow.class)
                    .setParameter("last", last)
                    .setMaxResults(PAGE)
                    .getResultList());
            rows.parallelStream().filter(row -> row.mergedInto == null && row.erasedAt == null).map(CustomerRow::known).toList()
                    .forEach(visitor);
            page = rows.size();
            after = page == 0 ? after : rows.getLast().id;
        } while (page == PAGE);
    }
}
