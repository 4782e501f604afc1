package io.rapport.customer;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** A customer and those who were merged into him, and those who were merged into them. */
final class Family {

    private Family() {}

    /** Who stands for a customer: himself, or the one he was merged into. */
    static long root(StatelessSession session, long customer) {
        var root = customer;
        for (var into = mergedInto(session, root); into != null; into = mergedInto(session, root)) {
            root = into;
        }
        return root;
    }

    private static @Nullable Long mergedInto(StatelessSession session, long customer) {
        return session.createSelectionQuery(
                "select mergedInto from CustomerRow where id = :id and mergedInto is not null", Long.class)
                .setParameter("id", customer)
                .getSingleResultOrNull();
    }

    static List<Long> of(StatelessSession session, long customer) {
        var family = new ArrayList<Long>(List.of(customer));
        var latest = List.of(customer);
        while (!latest.isEmpty()) {
            latest = session.createSelectionQuery("select id from CustomerRow where mergedInto in :into order by id", Long.class)
                    .setParameterList("into", latest)
                    .getResultList();
            family.addAll(latest);
        }
        return family;
    }
}
