package io.rapport.publishing;

import java.util.ArrayList;
import java.util.List;

import io.rapport.publishing.Comparison.Line;
import io.rapport.publishing.Comparison.Mark;

/** Compares two texts by their longest common sequence of lines, after what they begin and end with. */
final class Lines {

    /** Lines that are the same and shown around those that are not. */
    private static final int AROUND = 3;

    /** Where a table of all pairs of lines would be too large, everything between beginning and end counts as exchanged. */
    private static final long MOST_PAIRS = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private Lines(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The lines that differ, with a few around them. */
    static List<Line> between(List<String> before, List<String> after) {
        return shortened(all(before, after));
    }

    static List<Line> all(List<String> before, List<String> after) {
        return new Lines(before, after).all();
    }

    private List<Line> all() {
        int head = 0;
        while (head < before.size() && head < after.size() && before.get(head).equals(after.get(head))) {
            same(head, head);
            head++;
        }
        int tail = 0;
        while (tail < before.size() - head && tail < after.size() - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        middle(head, before.size() - tail, after.size() - tail);
        for (int left = tail; left > 0; left--) {
            same(before.size() - left, after.size() - left);
        }
        return lines;
    }

    private void middle(int head, int beforeEnd, int afterEnd) {
        int[][] common = common(head, beforeEnd, afterEnd);
        int i = head;
        int j = head;
        while (i < beforeEnd || j < afterEnd) {
            if (i < beforeEnd && j < afterEnd && common.length > 0 && before.get(i).equals(after.get(j))) {
                same(i++, j++);
            } else if (j == afterEnd || i < beforeEnd && (common.length == 0
                    || common[i + 1 - head][j - head] >= common[i - head][j + 1 - head])) {
                lines.add(new Line(Mark.WENT, i + 1, 0, before.get(i++)));
            } else {
                lines.add(new Line(Mark.CAME, 0, j + 1, after.get(j++)));
            }
        }
    }

    /** How many lines the rests from each pair of lines have in common; empty when there are too many pairs. */
    private int[][] common(int head, int beforeEnd, int afterEnd) {
        int rows = beforeEnd - head;
        int columns = afterEnd - head;
        if ((long) rows * columns > MOST_PAIRS) {
            return new int[0][];
        }
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = before.get(head + i).equals(after.get(head + j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void same(int i, int j) {
        lines.add(new Line(Mark.SAME, i + 1, j + 1, before.get(i)));
    }

    private static List<Line> shortened(List<Line> all) {
        var shown = new ArrayList<Line>();
        for (int i = 0; i < all.size(); i++) {
            if (isNearAChange(all, i)) {
                shown.add(all.get(i));
            } else if (shown.isEmpty() || shown.getLast().mark() != Mark.GAP) {
                shown.add(new Line(Mark.GAP, 0, 0, ""));
            }
        }
        return shown;
    }

    private static boolean isNearAChange(List<Line> all, int at) {
        for (int i = Math.max(0, at - AROUND); i < Math.min(all.size(), at + AROUND + 1); i++) {
            if (all.get(i).mark() != Mark.SAME) {
                return true;
            }
        }
        return false;
    }
}
