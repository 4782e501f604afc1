package io.rapport.rulebook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of reading rule files.
 *
 * @param rulebook null exactly when there are problems
 * @param problems all errors at once, in the order of files and lines
 * @param warnings what should be looked at again, though it can be published
 */
public record Reading(@Nullable Rulebook rulebook, List<Problem> problems, List<Problem> warnings) {

    public Reading {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        if ((rulebook == null) == problems.isEmpty()) {
            throw new IllegalArgumentException("A reading has either a rulebook or problems");
        }
    }
}
