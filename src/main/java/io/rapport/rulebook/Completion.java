package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.rapport.rulebook.editing.CompletionWords;
import io.rapport.rulebook.editing.SentenceCompletion;
import io.rapport.rulebook.editing.TableCompletion;
import io.rapport.rulebook.reading.SourceText;

/**
 * What may come next in a rule file.
 *
 * @param text what the line, or the cell of a table, would read; what is still to be filled in stands in braces
 * @param help what it means; may be empty
 */
public record Completion(String text, String help) {

    private static final int MOST = 50;

    /**
     * Proposals for the end of a text.
     *
     * @param file path below the rules folder: its folder says what may be read and concluded
     * @param text the file up to the cursor
     * @param language the reader's, for where the text does not tell its own
     */
    public static List<Completion> of(String file, String text, Locale language) {
        var stratum = Stratum.ofFile(file);
        var lines = List.of(text.split("\r\n|\r|\n", -1));
        if (stratum == null || text.length() > SourceText.LARGEST) {
            return file.startsWith("templates/") ? ofTemplate(lines) : List.of();
        }
        var chinese = text.contains("规则") || text.chars().noneMatch(c -> c > ' ') && Text.isChinese(language)
                || Text.isChinese(language) && lines.getLast().isBlank() || endsInChinese(lines.getLast());
        var words = new CompletionWords(stratum, chinese);
        var found = file.endsWith(".csv")
                ? new TableCompletion(words, lines).proposals()
                : new SentenceCompletion(words, lines).proposals();
        return found.distinct().limit(MOST).toList();
    }

    private static boolean endsInChinese(String line) {
        return line.chars().anyMatch(c -> Text.isHan((char) c));
    }

    private static List<Completion> ofTemplate(List<String> lines) {
        var purposes = Stream.of("Purpose: promotion", "Purpose: service", "目的: 推广", "目的: 服务")
                .filter(purpose -> lines.size() == 2 && !lines.getLast().isEmpty() && purpose.startsWith(lines.getLast()))
                .map(purpose -> new Completion(purpose, "")).toList();
        return purposes.isEmpty() ? placeholders(lines.getLast()) : purposes;
    }

    private static List<Completion> placeholders(String line) {
        var found = new ArrayList<Completion>();
        var open = line.lastIndexOf('{');
        var begun = open > line.lastIndexOf('}') ? line.substring(open + 1) : "";
        Templates.PLACEHOLDERS.stream().sorted().filter(name -> name.startsWith(begun))
                .forEach(name -> found.add(new Completion("{" + name + "}", "")));
        return found;
    }

    /** The head of a file. */
    public static Stream<Completion> ofHead(String typed, String sign) {
        return Stream.of("id: CARE-001, owner: marketing, status: live, since: 2026-12-01", "purpose: {why}",
                "wrongly catches: {whom}", "hit policy: first", "hit policy: collect", "hit policy: unique",
                "own thresholds: {word and bound}")
                .filter(line -> line.startsWith(typed.strip().toLowerCase(Locale.ROOT)))
                .map(line -> new Completion(sign + " " + line, ""));
    }
}
