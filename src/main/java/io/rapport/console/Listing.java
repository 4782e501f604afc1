package io.rapport.console;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that may be too long to count.
 *
 * @param page counted from 1
 * @param more whether another page follows
 * @param search what was searched for, empty for all
 * @param sort the column it is sorted by, empty for the list's own order
 */
record Listing<T>(List<T> items, int page, int size, boolean more, String search, String sort, boolean descending) {

    Listing {
        items = List.copyOf(items);
    }

    /** A page out of a query that was asked for one row more than a page has. */
    static <T> Listing<T> of(List<T> oneMore, Asked asked, int size) {
        var items = oneMore.subList(0, Math.min(size, oneMore.size()));
        return new Listing<>(items, asked.page(), size, oneMore.size() > size, asked.search(), asked.sort(), asked.descending());
    }

    <R> Listing<R> map(Function<T, R> change) {
        return new Listing<>(items.stream().map(change).toList(), page, size, more, search, sort, descending);
    }

    public long first() {
        return (page - 1L) * size + 1;
    }

    public long last() {
        return first() + items.size() - 1;
    }

    /** What the reader asked for; nonsense is read as the first page. */
    record Asked(String search, String sort, boolean descending, int page) {

        private static final int LONGEST_SEARCH = 200;

        private static final int LAST_PAGE = 100_000;

        Asked {
            search = search.strip();
            search = search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
            page = Math.clamp(page, 1, LAST_PAGE);
        }

        static Asked page(int page) {
            return new Asked("", "", false, page);
        }
    }
}
