package io.rapport.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory.Link;

/**
 * Whom a customer is linked with. Of one relation with one other the latest word wins by its own time, and at the same moment
 * the end of it, so that the order of arrival does not matter; an ended link is kept as ended.
 */
final class Links {

    /** More than one organisation has contacts; a group's members point at the group. The earliest words are dropped. */
    private static final int MOST = 500;

    private static final Comparator<Link> BY_NAME = Comparator.comparing(Link::relation).thenComparing(Link::with);

    private Links() {}

    static List<Link> with(List<Link> known, CustomerEvent event) {
        if (!(event.data() instanceof EventData.Link told)) {
            return known;
        }
        var link = new Link(told.relation(), told.with(), told.roles(), told.motive(),
                event.is(EventTypes.CUSTOMER_UNLINKED), event.time());
        var all = new ArrayList<Link>(known.size() + 1);
        for (var other : known) {
            if (!other.relation().equals(link.relation()) || !other.with().equals(link.with())) {
                all.add(other);
            } else if (isLater(other, link.at(), link.ended())) {
                link = other;
            }
        }
        all.add(link);
        if (all.size() > MOST) {
            all.sort(Comparator.comparing(Link::at).thenComparing(BY_NAME));
            all.removeFirst();
        }
        all.sort(BY_NAME);
        return List.copyOf(all);
    }

    private static boolean isLater(Link known, Instant at, boolean ended) {
        return known.at().isAfter(at) || known.at().equals(at) && known.ended() && !ended;
    }
}
