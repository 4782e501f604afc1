package io.rapport.console.rules;

import java.util.List;
import java.util.Locale;

import io.rapport.rulebook.Problem;

/**
 * What is wrong with rule files.
 *
 * @param errors how many keep the files from being published
 * @param warnings how many do not
 * @param problems all of them, in the order of files and lines
 * @param text the same as the terminal shows it, in the reader's language
 */
record CheckView(int errors, int warnings, List<Problem> problems, String text) {

    static CheckView of(List<Problem> problems, Locale language) {
        var errors = (int) problems.stream().filter(Problem::isError).count();
        return new CheckView(errors, problems.size() - errors, problems,
                String.join("\n", problems.stream().map(problem -> problem.render(language)).toList()));
    }
}
