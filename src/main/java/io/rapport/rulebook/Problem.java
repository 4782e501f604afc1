package io.rapport.rulebook;

import java.util.Comparator;

/**
 * Why a rule file is not accepted.
 *
 * @param file path below the rules folder
 * @param line from 1; 0 when it is about the file as a whole
 * @param column from 1
 * @param length how many characters are underlined
 * @param lineText the line, or for a gap the rows beside it; may be empty
 * @param suggestion what to do, may be empty
 * @param example a text that works, may be empty
 */
public record Problem(
        String file, int line, int column, int length, String message, String lineText, String suggestion, String example) {

    static final Comparator<Problem> IN_ORDER = Comparator.comparing(Problem::file).thenComparing(Problem::line)
            .thenComparing(Problem::column);

    private static final int MARGIN = 4;

    /** As it is shown in terminal, page and API: place and message, the line with the words underlined, advice. */
    public String render() {
        var text = new StringBuilder("rules/").append(file);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        text.append("  ").append(message).append('\n');
        if (!lineText.isEmpty()) {
            appendLine(text);
        }
        if (!suggestion.isEmpty()) {
            text.append(suggestion).append('\n');
        }
        if (!example.isEmpty()) {
            text.append("Example: ").append(example).append('\n');
        }
        return text.toString();
    }

    private void appendLine(StringBuilder text) {
        var indent = line > 0 ? lineText.length() - lineText.stripLeading().length() : 0;
        text.append(" ".repeat(MARGIN)).append(lineText.strip()).append('\n');
        if (line > 0) {
            var start = Math.max(0, column - 1 - indent);
            text.append(" ".repeat(MARGIN)).append(underlined(lineText.strip(), start)).append('\n');
        }
    }

    /** A Chinese character is as wide as two others, so blanks and carets before and under it are doubled. */
    private String underlined(String shown, int start) {
        var line2 = new StringBuilder();
        for (var i = 0; i < start; i++) {
            line2.append(" ".repeat(width(shown, i)));
        }
        for (var i = start; i < start + Math.max(1, length); i++) {
            line2.append("^".repeat(width(shown, i)));
        }
        return line2.toString();
    }

    private static int width(String shown, int at) {
        return at < shown.length() && Text.isHan(shown.charAt(at)) ? 2 : 1;
    }
}
