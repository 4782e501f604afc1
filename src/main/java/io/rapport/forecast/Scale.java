package io.rapport.forecast;

/** Brings columns to mean 0 and deviation 1; a column that never changes only to 0. */
final class Scale {

    private static final double NONE = 1e-9;

    private final double[] means;
    private final double[] deviations;

    private Scale(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    static Scale of(double[][] rows) {
        var columns = rows[0].length;
        var means = new double[columns];
        var deviations = new double[columns];
        for (var row : rows) {
            for (var i = 0; i < columns; i++) {
                means[i] += row[i] / rows.length;
            }
        }
        for (var row : rows) {
            for (var i = 0; i < columns; i++) {
                deviations[i] += (row[i] - means[i]) * (row[i] - means[i]) / rows.length;
            }
        }
        for (var i = 0; i < columns; i++) {
            deviations[i] = deviations[i] < NONE ? 1 : Math.sqrt(deviations[i]);
        }
        return new Scale(means, deviations);
    }

    double[][] apply(double[][] rows) {
        var scaled = new double[rows.length][];
        for (var n = 0; n < rows.length; n++) {
            scaled[n] = new double[means.length];
            for (var i = 0; i < means.length; i++) {
                scaled[n][i] = (rows[n][i] - means[i]) / deviations[i];
            }
        }
        return scaled;
    }

    /** Weights of the columns as they were, from weights of scaled ones; the intercept stands first. */
    double[] unscaled(double[] weights) {
        var plain = weights.clone();
        for (var i = 0; i < means.length; i++) {
            plain[i + 1] = weights[i + 1] / deviations[i];
            plain[0] -= plain[i + 1] * means[i];
        }
        return plain;
    }
}
