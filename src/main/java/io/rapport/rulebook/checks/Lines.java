package io.rapport.rulebook.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.reading.SentencesReader;
import org.jspecify.annotations.Nullable;

/** The lines of all files, to underline them when all files are looked at together. */
public final class Lines {

    private final Map<String, List<String>> byFile = new HashMap<>();

    public void put(String file, List<String> lines) {
        byFile.put(file, lines);
    }

    /** About a rule: its line is underlined. */
    Problem at(Rule rule, String message, String suggestion) {
        var problems = new Problems(rule.origin().file(), byFile.getOrDefault(rule.origin().file(), List.of()));
        return problems.at(problems.line(rule.origin().line()), message, suggestion, "");
    }

    /** About a word in a rule: it alone is underlined, where it stands as it is named here. */
    Problem at(Rule rule, String word, String message, String suggestion) {
        var lines = byFile.getOrDefault(rule.origin().file(), List.of());
        var place = place(rule, word, lines);
        return place == null ? at(rule, message, suggestion)
                : new Problems(rule.origin().file(), lines).at(place, message, suggestion, "");
    }

    /** In the row; for sentences below the name of the rule, up to the next. */
    private static Problems.@Nullable Place place(Rule rule, String word, List<String> lines) {
        var pattern = Pattern.compile("(?<![\\p{L}\\p{N}.])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}]|\\.\\d)",
                Pattern.CASE_INSENSITIVE);
        var isTable = rule.origin().file().endsWith(".csv");
        for (var at = isTable ? rule.origin().line() - 1 : rule.origin().line(); at < lines.size(); at++) {
            if (!isTable && SentencesReader.RULE.matcher(lines.get(at)).matches()) {
                return null;
            }
            var found = pattern.matcher(lines.get(at));
            if (found.find()) {
                return new Problems.Place(at + 1, found.start() + 1, word.length());
            }
            if (isTable) {
                return null;
            }
        }
        return null;
    }
}
