package io.rapport.rulebook.reading;

import io.rapport.rulebook.Problems;

/** Finds a cell again in the line it was read from. */
final class Cells {

    private Cells() {}

    static Problems.Place place(String line, int number, int field, char separator) {
        var at = 0;
        var left = field;
        var quoted = false;
        var start = 0;
        for (; at < line.length(); at++) {
            var c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                if (left == 0) {
                    break;
                }
                left--;
                start = at + 1;
            }
        }
        if (left > 0) {
            return new Problems.Place(number, line.length() + 1, 1);
        }
        var cell = line.substring(start, at);
        var blank = cell.length() - cell.stripLeading().length();
        var bare = cell.strip();
        var isQuoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
        var length = isQuoted ? bare.length() - 2 : bare.length();
        return new Problems.Place(number, start + blank + (isQuoted ? 2 : 1), Math.max(1, length));
    }
}
