package io.rapport.intake.orders;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers what comes back under the same id within one file. Remembers the last {@value #REMEMBERED} ids: an order whose lines
 * are torn further apart than that is taken for one seen before.
 */
final class Occurrences {

    private static final int REMEMBERED = 200_000;

    private final Map<String, Integer> counts = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The id itself the first time, then {@code id/2}, {@code id/3}. */
    String numbered(String id) {
        int count = counts.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "/" + count;
    }
}
