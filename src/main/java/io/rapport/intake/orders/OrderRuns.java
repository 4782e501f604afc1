package io.rapport.intake.orders;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Which orders of a file stand in one run of lines, and which are torn apart by others (a file sorted by product, for instance).
 * A first reading of the file finds out, so that a second one can give each order as soon as its last line has come. Needs about
 * 16 bytes an order, and its number for one that is torn.
 */
final class OrderRuns {

    private final Map<String, Integer> torn = new HashMap<>();

    private long[] seen = new long[1 << 12];

    private int size;

    /** Reads all rows; a file that breaks off is counted as far as it goes. */
    static OrderRuns of(SourceRows rows) {
        var runs = new OrderRuns();
        try {
            runs.count(rows);
        } catch (IOException brokenOff) {
            // the reading that follows tells it, at the same place
        }
        runs.seen = new long[0];
        return runs;
    }

    /** In how many runs the lines of this order come. */
    int of(String order) {
        return torn.getOrDefault(order, 1);
    }

    private void count(SourceRows rows) throws IOException {
        String last = "";
        for (SourceRows.Row row = rows.next(); row != null; row = rows.next()) {
            if (row instanceof SourceRows.Read read && read.cells().lines().isEmpty()) {
                String order = read.cells().text(OrderField.ORDER);
                if (!order.isEmpty() && !order.equals(last)) {
                    last = order;
                    if (!isNew(hash(order))) {
                        torn.merge(order, 2, (before, one) -> before + 1);
                    }
                }
            }
        }
    }

    private boolean isNew(long hash) {
        if (size * 3L > seen.length * 2L) {
            long[] before = seen;
            seen = new long[before.length * 2];
            for (long each : before) {
                if (each != 0) {
                    seen[free(each)] = each;
                }
            }
        }
        int at = free(hash);
        if (seen[at] == hash) {
            return false;
        }
        seen[at] = hash;
        size++;
        return true;
    }

    /** Where the hash stands, or where it would. */
    private int free(long hash) {
        int at = (int) (hash ^ hash >>> 32) & seen.length - 1;
        while (seen[at] != 0 && seen[at] != hash) {
            at = at + 1 & seen.length - 1;
        }
        return at;
    }

    /** FNV-1a in 64 bits. Two orders with the same hash are only given later than they could be: at the end of the file. */
    private static long hash(String order) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < order.length(); i++) {
            hash = (hash ^ order.charAt(i)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }
}
