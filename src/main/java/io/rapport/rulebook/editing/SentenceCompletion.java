package io.rapport.rulebook.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rapport.rulebook.Completion;
import io.rapport.rulebook.reading.Clauses;
import io.rapport.rulebook.reading.SentencesReader;

/** What may come next in a file of sentences. */
public final class SentenceCompletion {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+2?)}");

    private final CompletionWords words;
    private final List<String> lines;

    public SentenceCompletion(CompletionWords words, List<String> lines) {
        this.words = words;
        this.lines = lines;
    }

    public Stream<Completion> proposals() {
        var typed = lines.getLast().stripLeading();
        var indent = lines.getLast().substring(0, lines.getLast().length() - typed.length());
        return switch (part()) {
            case "head" -> typed.startsWith("//")
                    ? Completion.ofHead(typed.substring(2), "//")
                    : Stream.of(new Completion(words.chinese() ? "规则 \"{结果:原因}\"" : "rule \"{result: reason}\"", ""));
            case "rule" -> Stream.of(new Completion(words.chinese() ? "当" : "when", ""));
            case "when" -> Stream.concat(conditions(indent, typed),
                    Stream.of(new Completion(words.chinese() ? "则" : "then", "")).filter(each -> each.text().startsWith(typed)));
            default -> consequences(indent, typed);
        };
    }

    private String part() {
        for (var line : lines.subList(0, lines.size() - 1).reversed()) {
            if (SentencesReader.RULE.matcher(line).matches()) {
                return "rule";
            }
            if (SentencesReader.WHEN.matcher(line).matches()) {
                return "when";
            }
            if (SentencesReader.THEN.matcher(line).matches()) {
                return "then";
            }
        }
        return "head";
    }

    private Stream<Completion> conditions(String indent, String typed) {
        var found = words.terms().flatMap(term -> term.phrases().stream().flatMap(phrase -> continued(
                words.chinese() ? phrase.chinese() : phrase.english(), typed).stream()
                .map(line -> new Completion(indent + line, words.help(term))))).toList();
        return found.isEmpty() ? conditionsWith(indent, typed) : found.stream();
    }

    /** Nothing begins so: what has these words in it. */
    private Stream<Completion> conditionsWith(String indent, String typed) {
        var parts = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return words.terms().flatMap(term -> term.phrases().stream()
                .map(phrase -> words.chinese() ? phrase.chinese() : phrase.english())
                .filter(pattern -> Stream.of(parts).allMatch(pattern.toLowerCase(Locale.ROOT)::contains))
                .map(pattern -> new Completion(indent + pattern, words.help(term))));
    }

    private Stream<Completion> consequences(String indent, String typed) {
        var clauses = Clauses.of(typed);
        if (clauses.size() > 1) {
            var last = clauses.getLast();
            var before = typed.substring(0, last.start());
            var blank = before.endsWith(" ") ? "" : " ";
            return words.options().stream().flatMap(pattern -> continued(pattern, last.word()).stream())
                    .map(option -> new Completion(indent + before + blank + option, ""));
        }
        return words.consequences().stream().flatMap(pattern -> continued(pattern, typed).stream())
                .map(line -> new Completion(indent + line, ""));
    }

    /** The pattern with what is typed already; empty when it begins otherwise. */
    private List<String> continued(String pattern, String typed) {
        var kept = new StringBuilder();
        var rest = typed;
        var from = 0;
        var place = PLACE.matcher(pattern);
        while (true) {
            var found = place.find();
            var literal = pattern.substring(from, found ? place.start() : pattern.length());
            if (rest.length() < literal.length() || !found && rest.length() == literal.length()) {
                return begins(literal, rest) ? List.of(kept + pattern.substring(from)) : List.of();
            }
            if (!found || !begins(rest, literal)) {
                return List.of();
            }
            kept.append(literal);
            rest = rest.substring(literal.length());
            from = place.end();
            var next = next(pattern, from);
            var end = next.isEmpty() ? -1 : rest.toLowerCase(Locale.ROOT).indexOf(next.toLowerCase(Locale.ROOT));
            if (end < 1) {
                var begun = begun(rest, next, place.group(1));
                return begun > 0
                        ? List.of(kept + rest.substring(0, begun) + pattern.substring(from))
                        : filled(kept.toString(), pattern, place.group(1), rest, pattern.substring(from));
            }
            kept.append(rest, 0, end);
            rest = rest.substring(end);
        }
    }

    /** How much of what is typed fills the place, when the rest begins the words behind it; 0 if it does not. */
    private static int begun(String typed, String next, String place) {
        for (var at = 1; at < typed.length(); at++) {
            if (begins(next, typed.substring(at)) && CompletionWords.fits(place, typed.substring(0, at))) {
                return at;
            }
        }
        return 0;
    }

    private List<String> filled(String before, String pattern, String place, String begun, String after) {
        var lines = new ArrayList<String>();
        words.fillings(pattern, place, begun).forEach(word -> lines.add(before + word + after));
        return lines;
    }

    /** The fixed words behind a place. */
    private static String next(String pattern, int from) {
        var open = pattern.indexOf('{', from);
        return pattern.substring(from, open < 0 ? pattern.length() : open);
    }

    private static boolean begins(String text, String beginning) {
        return text.regionMatches(true, 0, beginning, 0, beginning.length());
    }
}
