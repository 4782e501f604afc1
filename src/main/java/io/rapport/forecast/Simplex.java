package io.rapport.forecast;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Searches the greatest value of a function of positive numbers, over their logarithms, from several starts. */
final class Simplex {

    private static final double RELATIVE = 1e-11;

    private static final double ABSOLUTE = 1e-9;

    private static final int MOST_LOOKS = 4_000;

    /** Beyond e to the power of this a parameter says only "very large": the search is kept inside. */
    private static final double WIDEST = 12;

    private Simplex() {}

    /** @param starts positive numbers, each a start of its own; the best end counts, and is searched once more from there */
    static double[] greatest(ToDoubleFunction<double[]> goal, double[][] starts) {
        var best = starts[0];
        var bestValue = Double.NEGATIVE_INFINITY;
        for (var start : starts) {
            var end = searched(goal, start);
            var value = value(goal, logs(end));
            if (value > bestValue) {
                best = end;
                bestValue = value;
            }
        }
        return searched(goal, best);
    }

    private static double[] searched(ToDoubleFunction<double[]> goal, double[] start) {
        var steps = new double[start.length];
        Arrays.fill(steps, 0.5);
        try {
            var found = new SimplexOptimizer(new SimpleValueChecker(RELATIVE, ABSOLUTE)).optimize(
                    new MaxEval(MOST_LOOKS), new ObjectiveFunction(logs -> value(goal, logs)), GoalType.MAXIMIZE,
                    new InitialGuess(logs(start)), new NelderMeadSimplex(steps));
            return powers(found.getPoint());
        } catch (MathIllegalStateException noEnd) {
            // a flat likelihood has no end; the start is as good as any other point of it
            return start;
        }
    }

    private static double value(ToDoubleFunction<double[]> goal, double[] logs) {
        for (var log : logs) {
            if (Math.abs(log) > WIDEST) {
                return -1e300;
            }
        }
        var value = goal.applyAsDouble(powers(logs));
        return Double.isFinite(value) ? value : -1e300;
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static double[] powers(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
