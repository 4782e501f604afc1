package io.rapport.customer;

import io.rapport.facts.Occasion;
import io.rapport.facts.Occasion.State;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Occasions as memories before format 4 kept them, until those are folded anew: {@code rule|about|what}, and the same behind
 * {@code proposed|}, {@code failed/1|} and {@code resolved|}.
 */
final class EarlierOccasions {

    private static final String PROPOSED = "proposed|";

    private static final String FAILED = "failed/";

    private static final String RESOLVED = "resolved|";

    /** As often as was tried then. */
    private static final int ATTEMPTS = 3;

    private EarlierOccasions() {}

    static Map<Occasion.Key, Occasion> of(Map<String, Instant> marks) {
        var occasions = new HashMap<Occasion.Key, Occasion>();
        marks.forEach((mark, at) -> {
            if (mark.startsWith(RESOLVED)) {
                var complaint = mark.substring(RESOLVED.length());
                occasions.put(new Occasion.Key("complaint", "resolved", null, complaint), Occasion.acted(at));
            } else if (mark.startsWith(PROPOSED)) {
                occasions.merge(key(mark.substring(PROPOSED.length())), Occasion.waiting(at), EarlierOccasions::both);
            } else if (mark.startsWith(FAILED)) {
                var bar = mark.indexOf('|');
                var failures = Integer.parseInt(mark.substring(FAILED.length(), bar));
                var state = failures < ATTEMPTS ? State.FAILED : State.GIVEN_UP;
                occasions.merge(key(mark.substring(bar + 1)), new Occasion(state, at, failures, null), EarlierOccasions::both);
            } else {
                occasions.merge(key(mark), Occasion.acted(at), EarlierOccasions::both);
            }
        });
        return Collections.unmodifiableMap(occasions);
    }

    private static Occasion both(Occasion one, Occasion other) {
        var later = other.isUsedUp() || !one.isUsedUp() && other.failures() > one.failures() ? other : one;
        var waiting = one.waitingSince() == null ? other.waitingSince() : one.waitingSince();
        return new Occasion(later.state(), later.at(), Math.max(one.failures(), other.failures()), waiting);
    }

    /** A title with a bar in it is cut at the wrong place, as it was then. */
    private static Occasion.Key key(String mark) {
        var first = mark.indexOf('|');
        var last = mark.lastIndexOf('|');
        return new Occasion.Key(mark.substring(0, first), mark.substring(last + 1), null,
                mark.substring(first + 1, Math.max(first + 1, last)));
    }
}
