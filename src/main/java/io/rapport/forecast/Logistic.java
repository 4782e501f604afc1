package io.rapport.forecast;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Logistic regression: the logarithm of the odds is a weighted sum. Fitted by Newton's method with a ridge, so that columns
 * which say the same thing share their weight instead of fighting over it.
 *
 * @param weights the intercept first, then one for each column
 */
record Logistic(double[] weights) {

    private static final int MOST_STEPS = 60;

    private static final double STILL = 1e-10;

    /**
     * @param rows columns of comparable size
     * @param answers 0 to 1 for each row
     * @param ridge how strongly weights are drawn to 0, as if from so many rows; the intercept is not
     */
    static Logistic fit(double[][] rows, double[] answers, double ridge) {
        var draws = new double[rows[0].length + 1];
        Arrays.fill(draws, 1, draws.length, ridge);
        return fit(rows, answers, draws);
    }

    /** @param draws the ridge per weight, the intercept's first */
    static Logistic fit(double[][] rows, double[] answers, double[] draws) {
        var weights = new double[draws.length];
        var before = Double.NEGATIVE_INFINITY;
        for (var step = 0; step < MOST_STEPS; step++) {
            var slope = new double[weights.length];
            var bend = new double[weights.length][weights.length];
            var likelihood = look(rows, answers, weights, slope, bend);
            for (var i = 0; i < weights.length; i++) {
                slope[i] -= draws[i] * weights[i];
                bend[i][i] += draws[i] + 1e-9;
                likelihood -= draws[i] * weights[i] * weights[i] / 2;
            }
            if (Math.abs(likelihood - before) < STILL * (1 + Math.abs(likelihood))) {
                break;
            }
            before = likelihood;
            var move = new CholeskyDecomposition(new Array2DRowRealMatrix(bend, false), 1e-9, 1e-14).getSolver()
                    .solve(new ArrayRealVector(slope, false));
            var longest = Math.max(1, move.getLInfNorm() / 4);
            for (var i = 0; i < weights.length; i++) {
                weights[i] += move.getEntry(i) / longest;
            }
        }
        return new Logistic(weights);
    }

    private static double look(double[][] rows, double[] answers, double[] weights, double[] slope, double[][] bend) {
        var likelihood = 0.0;
        for (var n = 0; n < rows.length; n++) {
            var row = rows[n];
            var odds = logOdds(weights, row);
            var p = 1 / (1 + Math.exp(-odds));
            likelihood += answers[n] * odds - (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
            var w = p * (1 - p);
            var error = answers[n] - p;
            slope[0] += error;
            bend[0][0] += w;
            for (var i = 0; i < row.length; i++) {
                slope[i + 1] += error * row[i];
                bend[i + 1][0] += w * row[i];
                for (var j = 0; j <= i; j++) {
                    bend[i + 1][j + 1] += w * row[i] * row[j];
                }
            }
        }
        for (var i = 0; i < bend.length; i++) {
            for (var j = 0; j < i; j++) {
                bend[j][i] = bend[i][j];
            }
        }
        return likelihood;
    }

    private static double logOdds(double[] weights, double[] row) {
        var sum = weights[0];
        for (var i = 0; i < row.length; i++) {
            sum += weights[i + 1] * row[i];
        }
        return sum;
    }

    double logOdds(double[] row) {
        return logOdds(weights, row);
    }

    double probability(double[] row) {
        return 1 / (1 + Math.exp(-logOdds(row)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logistic that && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "Logistic" + Arrays.toString(weights);
    }
}
