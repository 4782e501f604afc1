package io.rapport.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.rapport.facts.Told;

/**
 * Rows of whom it is known how it ended: columns of numbers or words, and a yes or no. A cell is read as a trait of a customer
 * is, so that rules say the same of both.
 *
 * @param columns without the label and without those left out
 * @param did whether it happened, per row
 * @param label the name of the column that says so
 * @param yes the value of the label that means yes
 * @param leftOut columns that were not used, each with the reason
 */
public record LabelledTable(List<Column> columns, boolean[] did, String label, String yes, List<String> leftOut) {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "lost", "churned", "是");

    /** A column is of numbers if at least this share of its known cells are. */
    private static final double MOSTLY = 0.98;

    /** Words of which nearly every row has its own tell customers apart, not why they leave. */
    private static final double NEARLY_ALL = 0.5;

    /** A column of numbers, NaN where unknown, or of words, empty where unknown; the other array is empty. */
    public record Column(String name, double[] numbers, String[] words) {

        boolean isNumber() {
            return words.length == 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Column that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return "Column[" + name + "]";
        }
    }

    /**
     * @param header names of the columns
     * @param rows as many cells each as the header; empty: unknown
     * @param label the name of the column that says how it ended; two different values
     * @param ignored columns that must not be used, for instance what is known only afterwards
     * @throws IllegalArgumentException naming the column that is missing or has not two values
     */
    public static LabelledTable of(List<String> header, List<List<String>> rows, String label, Set<String> ignored) {
        var at = header.indexOf(label);
        if (at < 0) {
            throw new IllegalArgumentException("No column is named [" + label + "].\nMaybe one of " + header);
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw new IllegalArgumentException("Two columns have the same name in [" + String.join(", ", header)
                    + "].\nMaybe rename one of them.");
        }
        ignored.stream().filter(name -> !header.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("No column is named [" + name + "].\nMaybe one of " + header);
        });
        var yes = yes(rows, at, label);
        var did = new boolean[rows.size()];
        for (var i = 0; i < did.length; i++) {
            did[i] = rows.get(i).get(at).strip().equals(yes);
        }
        var columns = new ArrayList<Column>();
        var leftOut = new ArrayList<String>();
        for (var i = 0; i < header.size(); i++) {
            if (i == at) {
                continue;
            }
            var column = column(header.get(i), rows, i);
            var reason = ignored.contains(column.name()) ? "as asked" : reasonAgainst(column);
            if (reason.isEmpty()) {
                columns.add(column);
            } else {
                leftOut.add(column.name() + ": " + reason);
            }
        }
        return new LabelledTable(List.copyOf(columns), did, label, yes, List.copyOf(leftOut));
    }

    private static String yes(List<List<String>> rows, int at, String label) {
        var counts = new TreeMap<String, Integer>();
        rows.forEach(row -> counts.merge(row.get(at).strip(), 1, Integer::sum));
        if (counts.size() != 2) {
            var found = counts.size() > 5 ? counts.size() + " of them" : counts.keySet().toString();
            throw new IllegalArgumentException("The label [" + label + "] needs two values, found " + found
                    + ".\nMaybe another column says how it ended.");
        }
        for (var value : counts.keySet()) {
            if (YES.contains(value.toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        return counts.firstEntry().getValue() <= counts.lastEntry().getValue() ? counts.firstKey() : counts.lastKey();
    }

    private static Column column(String name, List<List<String>> rows, int at) {
        var cells = rows.stream().map(row -> row.get(at).strip()).toArray(String[]::new);
        var numbers = new double[cells.length];
        var known = 0;
        var numeric = 0;
        for (var i = 0; i < cells.length; i++) {
            numbers[i] = Told.number(cells[i]);
            known += cells[i].isEmpty() ? 0 : 1;
            numeric += Double.isNaN(numbers[i]) ? 0 : 1;
        }
        return known > 0 && numeric >= MOSTLY * known
                ? new Column(name, numbers, new String[0])
                : new Column(name, new double[0], Arrays.stream(cells).map(LabelledTable::word).toArray(String[]::new));
    }

    private static String word(String cell) {
        var yesOrNo = Told.yesOrNo(cell);
        return yesOrNo == null ? cell : yesOrNo;
    }

    private static String reasonAgainst(Column column) {
        if (!Sayable.isName(column.name())) {
            return "its name cannot be that of a trait";
        }
        if (column.name().toLowerCase(Locale.ROOT).replace("_", "").endsWith("id")) {
            return "tells customers apart";
        }
        if (column.isNumber()) {
            var first = column.numbers()[0];
            return IntStream.range(0, column.numbers().length).allMatch(i -> column.numbers()[i] == first) ? "never changes" : "";
        }
        var distinct = new HashSet<>(List.of(column.words())).size();
        return distinct == 1 ? "never changes"
                : distinct > NEARLY_ALL * column.words().length ? "nearly every row has its own" : "";
    }

    public int rows() {
        return did.length;
    }

    /** Share of rows where it happened. */
    public double share() {
        return (double) IntStream.range(0, did.length).filter(i -> did[i]).count() / did.length;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "LabelledTable[" + did.length + " rows]";
    }
}
