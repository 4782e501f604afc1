package io.rapport.rulebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of all files, to underline them when all files are looked at together. */
final class Lines {

    private final Map<String, List<String>> byFile = new HashMap<>();

    void put(String file, List<String> lines) {
        byFile.put(file, lines);
    }

    /** About a rule: its line is underlined. */
    Problem at(Rule rule, String message, String suggestion) {
        var problems = new Problems(rule.origin().file(), byFile.getOrDefault(rule.origin().file(), List.of()));
        return problems.at(problems.line(rule.origin().line()), message, suggestion, "");
    }
}
