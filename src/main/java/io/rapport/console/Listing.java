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
public record Listing<T>(List<T> items, int page, int size, boolean more, String search, String sort, boolean descending) {

    public Listing {
        items = List.copyOf(items);
    }

    /** A page, and one look whether anything comes after it. */
    public static <T> Listing<T> paged(Asked asked, int size, Rows<T> rows) {
        var items = rows.read(asked.page() - 1, size);
        var more = items.size() == size && !rows.read(asked.page() * size, 1).isEmpty();
        return new Listing<>(items, asked.page(), size, more, asked.search(), asked.sort(), asked.descending());
    }

    /** Reads one page of some size, pages counted from 0. */
    @FunctionalInterface
    public interface Rows<T> {
        List<T> read(int page, int size);
    }

    public <R> Listing<R> map(Function<T, R> change) {
        return new Listing<>(items.stream().map(change).toList(), page, size, more, search, sort, descending);
    }

    public long first() {
        return (page - 1L) * size + 1;
    }

    public long last() {
        return first() + items.size() - 1;
    }

    /** What the reader asked for; nonsense is read as the first page. */
    public record Asked(String search, String sort, boolean descending, int page) {

        private static final int LONGEST_SEARCH = 200;

        private static final int LAST_PAGE = 100_000;

        public Asked {
            search = search.strip();
            search = search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
            page = Math.clamp(page, 1, LAST_PAGE);
        }

        static Asked page(int page) {
            return new Asked("", "", false, page);
        }
    }
}
