package io.rapport.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** How good a scorecard is on labelled rows, beside logistic regression on the same folds: each row is judged by what was learned
 * from the other folds. */
public final class LabelledQuality {

    private static final double RIDGE = 1;

    private LabelledQuality() {}

    /**
     * @param folds how many there were
     * @param share of rows where it happened
     * @param who scorecard first; its AUC and interval over all rows, each judged when it was held out
     * @param foldAuc mean of the folds' own AUCs, per score in the order of {@code who}
     */
    public record Report(
            int rows, int folds, String label, String yes, double share, List<Figures.Who> who, List<Double> foldAuc,
            List<Figures.Tenth> tenths, List<String> leftOut) {}

    /** Learns from some rows, then judges others: gives the log odds of the others. */
    private interface Method extends BiFunction<int[], int[], double[]> {}

    /** Folds in turn over the rows as they stand, so that each fold has as many of those who did. */
    public static int[] folds(LabelledTable table, int count) {
        var folds = new int[table.rows()];
        var next = new int[2];
        for (var i = 0; i < folds.length; i++) {
            folds[i] = next[table.did()[i] ? 1 : 0]++ % count;
        }
        return folds;
    }

    /** @param fold of each row, numbers from 0 */
    public static Report of(LabelledTable table, int[] fold) {
        var methods = new LinkedHashMap<String, Method>();
        methods.put("scorecard", (learn, judge) -> scorecard(table, learn, judge));
        methods.put("logistic regression", (learn, judge) -> logistic(table, learn, judge));
        var who = new ArrayList<Figures.Who>();
        var means = new ArrayList<Double>();
        var tenths = List.<Figures.Tenth>of();
        var numbers = new TreeSet<>(Arrays.stream(fold).boxed().toList());
        for (var method : methods.entrySet()) {
            var odds = new double[table.rows()];
            var sum = 0.0;
            for (var each : numbers) {
                var judge = IntStream.range(0, fold.length).filter(i -> fold[i] == each).toArray();
                var learn = IntStream.range(0, fold.length).filter(i -> fold[i] != each).toArray();
                var own = method.getValue().apply(learn, judge);
                IntStream.range(0, judge.length).forEach(i -> odds[judge[i]] = own[i]);
                sum += Ranking.auc(own, did(table, judge)).value();
            }
            var probabilities = Arrays.stream(odds).map(Outlook::probability).toArray();
            who.add(Figures.who(method.getKey(), odds, probabilities, table.did(), new double[0]));
            means.add(sum / numbers.size());
            tenths = tenths.isEmpty() ? Figures.tenths(probabilities, table.did()) : tenths;
        }
        return new Report(table.rows(), numbers.size(), table.label(), table.yes(), table.share(), who, means, tenths,
                table.leftOut());
    }

    private static boolean[] did(LabelledTable table, int[] rows) {
        var did = new boolean[rows.length];
        for (var i = 0; i < rows.length; i++) {
            did[i] = table.did()[rows[i]];
        }
        return did;
    }

    private static double[] scorecard(LabelledTable table, int[] learn, int[] judge) {
        var card = ScorecardFit.fit(table, learn);
        return Arrays.stream(judge).mapToDouble(row -> card.points(table, row) / Scorecard.POINTS_OF_A_UNIT).toArray();
    }

    /** Numbers as they are, an unknown one as the mean; words as a column each. */
    private static double[] logistic(LabelledTable table, int[] learn, int[] judge) {
        var rows = plain(table);
        var learned = Arrays.stream(learn).mapToObj(row -> rows[row]).toArray(double[][]::new);
        var scale = Scale.of(learned);
        var did = Arrays.stream(learn).mapToDouble(row -> table.did()[row] ? 1 : 0).toArray();
        var logistic = Logistic.fit(scale.apply(learned), did, RIDGE);
        var judged = scale.apply(Arrays.stream(judge).mapToObj(row -> rows[row]).toArray(double[][]::new));
        return Arrays.stream(judged).mapToDouble(logistic::logOdds).toArray();
    }

    private static double[][] plain(LabelledTable table) {
        var columns = new ArrayList<double[]>();
        for (var column : table.columns()) {
            if (column.isNumber()) {
                var mean = Arrays.stream(column.numbers()).filter(value -> !Double.isNaN(value)).average().orElse(0);
                columns.add(Arrays.stream(column.numbers()).map(value -> Double.isNaN(value) ? mean : value).toArray());
            } else {
                for (var word : new TreeSet<>(List.of(column.words()))) {
                    columns.add(Arrays.stream(column.words()).mapToDouble(each -> each.equals(word) ? 1 : 0).toArray());
                }
            }
        }
        var rows = new double[table.rows()][columns.size()];
        for (var n = 0; n < rows.length; n++) {
            for (var i = 0; i < columns.size(); i++) {
                rows[n][i] = columns.get(i)[n];
            }
        }
        return rows;
    }
}
