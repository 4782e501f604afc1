package io.rapport.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Aligned columns, two blanks apart; figures to the right; a Chinese character is as wide as two others. */
final class Table {

    private static final String BETWEEN = "  ";

    private final List<String> headings;

    private final List<List<String>> rows;

    private final int[] widths;

    Table(List<String> headings, List<List<String>> rows) {
        this.headings = headings;
        this.rows = rows;
        this.widths = IntStream.range(0, headings.size()).map(this::widest).toArray();
    }

    List<String> lines(Terminal terminal) {
        var lines = new ArrayList<String>();
        lines.add(terminal.strong(line(headings)));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (var i = 0; i < cells.size(); i++) {
            var blanks = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : BETWEEN).append(figures(i) ? blanks + cells.get(i) : cells.get(i) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private int widest(int column) {
        return Math.max(width(headings.get(column)),
                rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
    }

    private boolean figures(int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.matches("[-+]?[0-9][0-9.,]*(?: ?%)?"));
    }

    /** In columns of a terminal. */
    static int width(String text) {
        return text.codePoints().map(point -> wide(point) ? 2 : 1).sum();
    }

    private static boolean wide(int point) {
        return Character.isIdeographic(point) || point >= 0x3000 && point <= 0x303F || point >= 0xFF01 && point <= 0xFF60;
    }
}
