package io.rapport.policy;

import org.jspecify.annotations.Nullable;

/**
 * One scenario and its outcome.
 *
 * @param file path below the features folder, with {@code /}
 * @param line of the scenario, or of the step that failed; 1-based
 * @param name the scenario's name
 * @param failure what went wrong, null when it passed
 */
public record Example(String file, int line, String name, @Nullable String failure) {

    public boolean passed() {
        return failure == null;
    }

    /** {@code file:line  name}, followed by the failure on lines of its own. */
    public String render() {
        var head = file + ":" + line + "  " + name;
        return failure == null ? head : head + "\n    " + failure.strip().replace("\n", "\n    ");
    }
}
