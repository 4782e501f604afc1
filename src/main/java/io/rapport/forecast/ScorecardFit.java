package io.rapport.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Fits a scorecard: cuts every column into cases, weighs the cases by logistic regression with a ridge, and rounds the weights
 * to points. Columns whose points hardly differ are left out, and the rest is weighed again.
 */
public final class ScorecardFit {

    private static final double RIDGE = 1;

    /** A column that moves nobody by more points than this is not worth reading. */
    private static final int NARROW = 3;

    /** A rule file holds few more columns. */
    private static final int MOST_COLUMNS = 35;

    private final LabelledTable table;
    private final int[] rows;

    private ScorecardFit(LabelledTable table, int[] rows) {
        this.table = table;
        this.rows = rows;
    }

    private record Cut(LabelledTable.Column column, List<Bin> bins) {}

    /** @param rows the rows to learn from */
    public static Scorecard fit(LabelledTable table, int[] rows) {
        return new ScorecardFit(table, rows).fitted();
    }

    private Scorecard fitted() {
        var cuts = new ArrayList<>(table.columns().stream().map(column -> new Cut(column, Binning.of(column, rows, table.did())))
                .filter(cut -> cut.bins().size() > 1).toList());
        while (true) {
            var card = weighed(cuts);
            var narrow = card.parts().stream().filter(part -> part.width() <= NARROW).map(Scorecard.Part::column).toList();
            var tooMany = cuts.size() > MOST_COLUMNS;
            if (!tooMany && (narrow.isEmpty() || narrow.size() == cuts.size())) {
                return card;
            }
            var least = card.parts().getLast().column();
            cuts.removeIf(cut -> cut.column().name().equals(least));
        }
    }

    private Scorecard weighed(List<Cut> cuts) {
        var width = cuts.stream().mapToInt(cut -> cut.bins().size()).sum();
        var cases = new double[rows.length][width];
        for (var n = 0; n < rows.length; n++) {
            var at = 0;
            for (var cut : cuts) {
                for (var bin : cut.bins()) {
                    cases[n][at++] = bin.holds(cut.column(), rows[n]) ? 1 : 0;
                }
            }
        }
        var did = Arrays.stream(rows).mapToDouble(row -> table.did()[row] ? 1 : 0).toArray();
        var weights = Logistic.fit(cases, did, RIDGE).weights();
        return rounded(cuts, cases, weights);
    }

    /** The case with the fewest points has 0; the start is set such that the mean probability is right after rounding. */
    private Scorecard rounded(List<Cut> cuts, double[][] cases, double[] weights) {
        var parts = new ArrayList<Scorecard.Part>();
        var at = 0;
        for (var cut : cuts) {
            var own = Arrays.copyOfRange(weights, at + 1, at + 1 + cut.bins().size());
            var least = Arrays.stream(own).min().orElse(0);
            var lines = new ArrayList<Scorecard.Line>();
            for (var i = 0; i < own.length; i++) {
                var points = (int) Math.round((own[i] - least) * Scorecard.POINTS_OF_A_UNIT);
                lines.add(line(cut.bins().get(i), points, cases, at + i));
            }
            if (cut.bins().stream().noneMatch(Bin.Unknown.class::isInstance)) {
                lines.add(unknown(lines));
            }
            parts.add(new Scorecard.Part(cut.column().name(), lines));
            at += own.length;
        }
        var ordered = parts.stream().sorted(Comparator.comparingInt(Scorecard.Part::width).reversed()
                .thenComparing(Scorecard.Part::column)).toList();
        return new Scorecard(start(new Scorecard(0, ordered)), ordered);
    }

    private Scorecard.Line line(Bin bin, int points, double[][] cases, int at) {
        var all = 0;
        var yes = 0;
        for (var n = 0; n < rows.length; n++) {
            if (cases[n][at] > 0) {
                all++;
                yes += table.did()[rows[n]] ? 1 : 0;
            }
        }
        return new Scorecard.Line(bin, points, all, all == 0 ? 0 : (double) yes / all);
    }

    /** Of whom a column is unknown though it is known of all rows counts as the mean of them. */
    private static Scorecard.Line unknown(List<Scorecard.Line> lines) {
        var rows = lines.stream().mapToInt(Scorecard.Line::rows).sum();
        var points = lines.stream().mapToDouble(line -> (double) line.points() * line.rows()).sum();
        return new Scorecard.Line(new Bin.Unknown(), (int) Math.round(points / Math.max(1, rows)), 0, Double.NaN);
    }

    private int start(Scorecard bare) {
        var points = Arrays.stream(rows).map(row -> bare.points(table, row)).toArray();
        var wanted = Arrays.stream(rows).filter(row -> table.did()[row]).count();
        var start = -2_000;
        while (start < 2_000 && sum(points, start) < wanted) {
            start++;
        }
        return start;
    }

    private static double sum(int[] points, int start) {
        return Arrays.stream(points).mapToDouble(each -> Scorecard.probability(each + start)).sum();
    }
}
