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

    /** Shows every customer once; nobody is locked, and who is added or changed meanwhile may be seen either way. */
    public void forEach(Consumer<Known> visitor) {
        var after = Long.MIN_VALUE;
        var page = 0;
        do {
            var last = after;
            var rows = sessions.reading(session -> session.createSelectionQuery(
                    "from CustomerRow where id > :last and mergedInto is null and erasedAt is null order by id",
                    CustomerRow.class)
                    .setParameter("last", last)
                    .setMaxResults(PAGE)
                    .getResultList());
            rows.forEach(row -> visitor.accept(row.known()));
            page = rows.size();
            after = page == 0 ? after : rows.getLast().id;
        } while (page == PAGE);
    }
}
