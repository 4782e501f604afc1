package io.rapport.customer;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;

/** A customer and those who were merged into him, and those who were merged into them. */
final class Family {

    private Family() {}

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
