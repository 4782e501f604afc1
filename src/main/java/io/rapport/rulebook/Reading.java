package io.rapport.rulebook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of reading rule files.
 *
 * @param rulebook null exactly when there are problems
 * @param problems all at once, in the order of files and lines
 */
public record Reading(@Nullable Rulebook rulebook, List<Problem> problems) {

    public Reading {
        problems = List.copyOf(problems);
        if ((rulebook == null) == problems.isEmpty()) {
            throw new IllegalArgumentException("A reading has either a rulebook or problems");
        }
    }
}
