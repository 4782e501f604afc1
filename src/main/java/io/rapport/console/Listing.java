package io.rapport.console;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param page counted from 1
 * @param size rows on a full page
 * @param total rows on all pages
 * @param search what was searched for, empty for all
 * @param sort the column it is sorted by, empty for the list's own order
 */
record Listing<T>(List<T> items, int page, int size, long total, String search, String sort, boolean descending) {

    Listing {
        items = List.copyOf(items);
    }

    static <T> Listing<T> of(List<T> items, Asked asked, int size, long total) {
        return new Listing<>(items, asked.page(), size, total, asked.search(), asked.sort(), asked.descending());
    }

    <R> Listing<R> map(Function<T, R> change) {
        return new Listing<>(items.stream().map(change).toList(), page, size, total, search, sort, descending);
    }

    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    public long first() {
        return items.isEmpty() ? 0 : (page - 1L) * size + 1;
    }

    public long last() {
        return items.isEmpty() ? 0 : first() + items.size() - 1;
    }

    /** What the reader asked for; nonsense is read as the first page. */
    record Asked(String search, String sort, boolean descending, int page) {

        private static final int LONGEST_SEARCH = 200;

        private static final int LAST_PAGE = 1_000_000;

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
