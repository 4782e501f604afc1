package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import io.rapport.rulebook.editing.SentencesTranslation;
import io.rapport.rulebook.editing.TableTranslation;
import io.rapport.rulebook.reading.SourceText;

/**
 * A rule file in the other language: the same rules, its free texts (title, purpose, names, reasons, notes) as the author wrote
 * them. A template and a file with errors stay as they are.
 *
 * @param text the file's text, translated if there are no problems
 */
public record Translation(String text, List<Problem> problems) {

    public Translation {
        problems = List.copyOf(problems);
    }

    /** One file, path below the rules folder. */
    public static Translation of(String path, String text, Locale language) {
        var found = new ArrayList<Problem>();
        var stratum = Stratum.ofFile(path);
        if (stratum == null) {
            return new Translation(text, List.of());
        }
        var lines = SourceText.lines(path, text, found);
        if (lines.isEmpty()) {
            return new Translation(text, found);
        }
        var problems = new Problems(path, lines);
        var chinese = Text.isChinese(language);
        var translated = path.endsWith(".csv")
                ? new TableTranslation(stratum, lines, problems, chinese).text()
                : new SentencesTranslation(lines, problems, chinese).text();
        return new Translation(problems.found().isEmpty() ? translated : text, problems.found());
    }

    /** All files; those with problems stay as they are. */
    public static RuleFiles of(RuleFiles files, Locale language) {
        var texts = new TreeMap<String, String>();
        files.texts().forEach((path, text) -> texts.put(path, of(path, text, language).text()));
        return new RuleFiles(texts);
    }
}
