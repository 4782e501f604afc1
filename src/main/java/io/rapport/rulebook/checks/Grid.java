package io.rapport.rulebook.checks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.ExampleCustomer;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Shown;
import io.rapport.rulebook.Wording;

/** All cases of a table: the product of its axes. */
final class Grid {

    /** Cases times rows that are tried at most. */
    static final long MOST = 50_000_000;

    private final List<Rule> rows;
    private final List<Axis> axes = new ArrayList<>();
    /** By row and axis: the cases of the axis that pass. */
    private final BitSet[][] passing;

    Grid(List<Rule> rows) {
        this.rows = rows;
        var checks = new LinkedHashMap<String, List<Check>>();
        var first = new LinkedHashMap<String, Condition>();
        for (var row : rows) {
            for (var condition : row.when()) {
                first.putIfAbsent(condition.key(), condition);
                checks.computeIfAbsent(condition.key(), _ -> new ArrayList<>()).add(condition.check());
            }
        }
        first.forEach((key, condition) -> axes.add(new Axis(condition, checks.getOrDefault(key, List.of()))));
        var keys = List.copyOf(first.keySet());
        passing = new BitSet[rows.size()][keys.size()];
        for (var row = 0; row < rows.size(); row++) {
            for (var axis = 0; axis < keys.size(); axis++) {
                passing[row][axis] = axes.get(axis).passing(checksOf(rows.get(row), keys.get(axis)));
            }
        }
    }

    private static List<Check> checksOf(Rule row, String key) {
        return row.when().stream().filter(condition -> condition.key().equals(key)).map(Condition::check).toList();
    }

    boolean tooLarge() {
        var size = (long) rows.size();
        for (var axis : axes) {
            size *= axis.cases();
            if (size > MOST) {
                return true;
            }
        }
        return false;
    }

    interface Visitor {

        /** @return whether to go on */
        boolean visit(int[] at);
    }

    /** Tries every case once. */
    void forEach(Visitor visitor) {
        var at = new int[axes.size()];
        while (visitor.visit(at)) {
            var axis = 0;
            while (axis < at.length && ++at[axis] == axes.get(axis).cases()) {
                at[axis++] = 0;
            }
            if (axis == at.length) {
                return;
            }
        }
    }

    boolean holds(int row, int[] at) {
        for (var axis = 0; axis < at.length; axis++) {
            if (!passing[row][axis].get(at[axis])) {
                return false;
            }
        }
        return true;
    }

    /** The first row from {@code from} on that holds; -1 if none. */
    int rowAt(int[] at, int from) {
        for (var row = from; row < rows.size(); row++) {
            if (holds(row, at)) {
                return row;
            }
        }
        return -1;
    }

    /** Whether a value is unknown in this case that the table does ask for. */
    boolean anyUnknown(int[] at) {
        return IntStream.range(0, at.length).anyMatch(axis -> axes.get(axis).isUnknown(at[axis]));
    }

    /** The uncovered cases around one, in words. */
    String gap(int[] at) {
        return IntStream.range(0, at.length).mapToObj(axis -> {
            var run = run(at, axis);
            return axes.get(axis).region(run[0], run[1]);
        }).filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
    }

    /** The rows beside a gap, in words. */
    String beside(int[] at) {
        var beside = new ArrayList<String>();
        for (var axis = 0; axis < at.length; axis++) {
            var run = run(at, axis);
            if (axes.get(axis).isNumber()) {
                addRow(at, axis, run[0] - 1, beside);
                addRow(at, axis, run[1] + 1, beside);
            }
        }
        return beside.stream().distinct().collect(Collectors.joining("      "));
    }

    /** A case well inside the gap. */
    int[] inside(int[] at) {
        var inside = at.clone();
        for (var axis = 0; axis < at.length; axis++) {
            var run = run(at, axis);
            inside[axis] = (run[0] + run[1] + 1) / 2;
        }
        return rowAt(inside, 0) < 0 ? inside : at;
    }

    /** Somebody who is this case, as the lines of a scenario. */
    Shown customer(int[] at) {
        return ExampleCustomer.of(IntStream.range(0, at.length).mapToObj(axis -> axes.get(axis).fact(at[axis])).toList());
    }

    String example(int[] at) {
        return "Example customer: Anna, "
                + IntStream.range(0, at.length).mapToObj(axis -> axes.get(axis).named(at[axis])).collect(Collectors.joining(", "))
                + ".";
    }

    private void addRow(int[] at, int axis, int other, List<String> beside) {
        if (other >= 0 && other < axes.get(axis).cases()) {
            var row = rowAt(moved(at, axis, other), 0);
            if (row >= 0) {
                beside.add("row " + (row + 1) + ": " + rows.get(row).when().stream()
                        .map(condition -> Wording.noun(condition, java.util.Locale.ENGLISH) + " "
                                + Wording.needed(condition.check()))
                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private int[] run(int[] at, int axis) {
        var from = at[axis];
        var to = at[axis];
        while (from > 0 && !axes.get(axis).isUnknown(from - 1) && rowAt(moved(at, axis, from - 1), 0) < 0) {
            from--;
        }
        while (to < axes.get(axis).cases() - 1 && !axes.get(axis).isUnknown(to + 1) && rowAt(moved(at, axis, to + 1), 0) < 0) {
            to++;
        }
        return axes.get(axis).isNumber() ? new int[] {from, to} : new int[] {at[axis], at[axis]};
    }

    private static int[] moved(int[] at, int axis, int other) {
        var moved = at.clone();
        moved[axis] = other;
        return moved;
    }
}
