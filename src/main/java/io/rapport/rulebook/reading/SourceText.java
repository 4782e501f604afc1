package io.rapport.rulebook.reading;

import java.util.List;

import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Problems;

/** The lines of a rule file after the first look: size, encoding, control characters. */
public final class SourceText {

    /** In characters; a table of 10,000 rows fits. */
    public static final int LARGEST = 1_000_000;

    private static final int MOST_LINES = 20_000;

    private static final int LONGEST_LINE = 4_000;

    private SourceText() {}

    /** The lines without byte order mark; empty after a problem that makes the rest unreadable. */
    public static List<String> lines(String file, String text, List<Problem> found) {
        if (text.length() > LARGEST) {
            found.add(new Problem(file, 0, 0, 0, "the file has more than " + LARGEST + " characters", "",
                    "Maybe it can be split in two.", ""));
            return List.of();
        }
        var bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        var lines = List.of(bare.split("\r\n|\r|\n", -1));
        if (lines.size() > MOST_LINES) {
            found.add(new Problem(file, 0, 0, 0, "the file has more than " + MOST_LINES + " lines", "",
                    "Maybe it can be split in two.", ""));
            return List.of();
        }
        var problems = new Problems(file, lines);
        for (var i = 0; i < lines.size(); i++) {
            check(lines.get(i), i + 1, problems);
        }
        found.addAll(problems.found());
        return problems.found().isEmpty() ? lines : List.of();
    }

    private static void check(String line, int number, Problems problems) {
        if (line.length() > LONGEST_LINE) {
            problems.add(new Problem(problems.file(), number, 1, 1, "the line has more than " + LONGEST_LINE + " characters", "",
                    "", ""));
            return;
        }
        var broken = line.indexOf('\ufffd');
        if (broken >= 0) {
            problems.add(new Problems.Place(number, broken + 1, 1), "this character is not UTF-8", "Save the file as UTF-8.");
            return;
        }
        var hidden = Characters.firstHidden(line);
        if (hidden >= 0) {
            problems.add(new Problems.Place(number, hidden + 1, 1), Characters.described(line.codePointAt(hidden)), "Delete it.");
        }
    }
}
