package io.rapport.rulebook;

import java.util.Comparator;
import java.util.Locale;

/**
 * Why a rule file is not accepted, or what its author should look at again.
 *
 * @param severity an error refuses the files, a warning does not; a question has to be answered before they are published, and
 *     does not keep what was published before from being read
 * @param file path below the rules folder
 * @param line from 1; 0 when it is about the file as a whole
 * @param column from 1
 * @param length how many characters are underlined
 * @param lineText the line, or for a gap the rows beside it; may be empty
 * @param suggestion what to do, may be empty
 * @param example a text that works, may be empty
 * @param customer somebody whom it concerns, as the lines of a Gherkin scenario; may be empty
 * @param customerInChinese the same in Chinese
 */
public record Problem(
        Severity severity, String file, int line, int column, int length, String message, String lineText, String suggestion,
        String example, String customer, String customerInChinese) {

    /** Whether the files can still be published. */
    public enum Severity {
        ERROR, QUESTION, WARNING
    }

    static final Comparator<Problem> IN_ORDER = Comparator.comparing(Problem::file).thenComparing(Problem::line)
            .thenComparing(Problem::column);

    private static final int MARGIN = 4;

    /** An error about nobody in particular. */
    public Problem(String file, int line, int column, int length, String message, String lineText, String suggestion,
            String example) {
        this(Severity.ERROR, file, line, column, length, message, lineText, suggestion, example, "", "");
    }

    /** The same, with somebody whom it concerns. */
    public Problem about(Shown gherkin) {
        return new Problem(severity, file, line, column, length, message, lineText, suggestion, example, gherkin.english(),
                gherkin.chinese());
    }

    /** The same with an example, if it has none. */
    Problem withExample(String text) {
        return example.isEmpty()
                ? new Problem(severity, file, line, column, length, message, lineText, suggestion, text, customer,
                        customerInChinese)
                : this;
    }

    /** The same, but the files can be published. */
    public Problem asWarning() {
        return new Problem(Severity.WARNING, file, line, column, length, message, lineText, suggestion, example, customer,
                customerInChinese);
    }

    /** The same, to be answered before the files are published. */
    Problem asQuestion() {
        return new Problem(Severity.QUESTION, file, line, column, length, message, lineText, suggestion, example, customer,
                customerInChinese);
    }

    /** Whether it refuses what is to be published. */
    public boolean isError() {
        return severity != Severity.WARNING;
    }

    /** Whether it can be read in two ways, and its author has to say which. */
    public boolean isQuestion() {
        return severity == Severity.QUESTION;
    }

    /** As it is shown in terminal, page and API: place and message, the line with the words underlined, advice. */
    public String render() {
        return render(Locale.ENGLISH);
    }

    /** The same in English or Chinese. */
    public String render(Locale language) {
        var chinese = Text.isChinese(language);
        var text = new StringBuilder("rules/").append(file);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        text.append("  ").append(isError() ? "" : chinese ? "警告：" : "warning: ").append(in(message, chinese)).append('\n');
        if (!lineText.isEmpty()) {
            appendLine(text);
        }
        if (!suggestion.isEmpty()) {
            text.append(in(suggestion, chinese)).append('\n');
        }
        if (!example.isEmpty()) {
            text.append(chinese ? "例如：" : "Example: ").append(example).append('\n');
        }
        (chinese ? customerInChinese : customer).lines()
                .forEach(step -> text.append(" ".repeat(MARGIN)).append(step).append('\n'));
        return text.toString();
    }

    private static String in(String english, boolean chinese) {
        return chinese ? ProblemsInChinese.of(english) : english;
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
