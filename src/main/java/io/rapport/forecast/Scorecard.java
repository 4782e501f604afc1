package io.rapport.forecast;

import java.util.List;

/**
 * Integer points: every case of a column that holds adds its points to the start. 0 points are even odds, and
 * {@value #DOUBLES} points double them.
 *
 * @param start points that everybody has
 * @param parts the columns that matter, the one with the widest points first
 */
public record Scorecard(int start, List<Part> parts) {

    /** So many points double the odds. */
    public static final int DOUBLES = 20;

    static final double POINTS_OF_A_UNIT = DOUBLES / Math.log(2);

    /** One column of the table and its cases. */
    public record Part(String column, List<Line> lines) {

        public Part {
            lines = List.copyOf(lines);
        }

        int width() {
            return lines.stream().mapToInt(Line::points).max().orElse(0) - lines.stream().mapToInt(Line::points).min().orElse(0);
        }
    }

    /**
     * One case.
     *
     * @param rows how many rows it was made from
     * @param share of them where it happened, NaN if there were none
     */
    public record Line(Bin bin, int points, int rows, double share) {}

    public Scorecard {
        parts = List.copyOf(parts);
    }

    /** The sum for a row of a table with the columns it was fitted on. */
    public int points(LabelledTable table, int row) {
        var sum = start;
        for (var part : parts) {
            var column = table.columns().stream().filter(each -> each.name().equals(part.column())).findFirst().orElseThrow();
            for (var line : part.lines()) {
                sum += line.bin().holds(column, row) ? line.points() : 0;
            }
        }
        return sum;
    }

    /** Probability of so many points, 0 to 1. */
    public static double probability(double points) {
        return 1 / (1 + Math.exp(-points / POINTS_OF_A_UNIT));
    }
}
