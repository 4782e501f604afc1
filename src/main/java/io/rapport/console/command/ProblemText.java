package io.rapport.console.command;

import java.nio.file.Path;
import java.util.List;

import io.rapport.rulebook.Problem;

/** Problems on a terminal: the very text of page and API, with its parts in colour. */
final class ProblemText {

    private static final String PREFIX = "rules/";

    private final Terminal terminal;

    private final Path folder;

    /** @param folder that was read, so that the places can be clicked at */
    ProblemText(Terminal terminal, Path folder) {
        this.terminal = terminal;
        this.folder = folder;
    }

    void say(List<Problem> problems) {
        for (var problem : problems) {
            problem.render(terminal.language()).lines().map(this::line).forEach(terminal::say);
            terminal.say("");
        }
    }

    private String line(String line) {
        if (line.startsWith(PREFIX)) {
            return place(line);
        }
        if (!line.isBlank() && line.strip().chars().allMatch(one -> one == '^')) {
            return terminal.bad(line);
        }
        return line.startsWith(" ") ? line : terminal.hint(line);
    }

    private String place(String line) {
        var end = line.indexOf("  ");
        var place = folder.resolve(line.substring(PREFIX.length(), end < 0 ? line.length() : end)).toString().replace('\\', '/');
        return terminal.strong(place) + (end < 0 ? "" : line.substring(end));
    }
}
