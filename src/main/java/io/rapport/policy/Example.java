package io.rapport.policy;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One scenario and its outcome.
 *
 * @param file path below the features folder, with {@code /}
 * @param line of the scenario, or of its row in a table of examples; 1-based
 * @param name the scenario's name
 * @param failure what went wrong, null when it passed
 */
public record Example(String file, int line, String name, @Nullable Failure failure) {

    public boolean passed() {
        return failure == null;
    }

    /** {@code file:line  name} with the line of the step that failed, and the failure on lines of its own. */
    public String render() {
        return render(Locale.ENGLISH);
    }

    /** The same with what stands around the failure in English or Chinese. */
    public String render(Locale locale) {
        return failure == null
                ? file + ":" + line + "  " + name
                : file + ":" + failure.line() + "  " + name + "\n    " + failure.render(locale).strip().replace("\n", "\n    ");
    }
}
