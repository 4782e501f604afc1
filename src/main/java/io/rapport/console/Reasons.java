package io.rapport.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the reasons that other rooms have stored as English sentences, so that a page can say them in its reader's language.
 * Each sentence is a message {@code reason.*}: its English text is what is stored, its places are what was filled in.
 */
final class Reasons {

    private static final String PREFIX = "reason.";

    /** Where in a file it is, which needs no translation: {@code orders.csv:17:5}. */
    private static final Pattern PLACE = Pattern.compile("^(?<place>\\S.*?:\\d+(?::\\d+)?  )?(?<said>.*)$");

    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

    private final List<Sentence> sentences;

    Reasons() {
        var english = ResourceBundle.getBundle("messages", Locale.ROOT, Reasons.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        sentences = english.keySet().stream().filter(key -> key.startsWith(PREFIX))
                .map(key -> Sentence.of(key, english.getString(key)))
                .sorted(Comparator.comparingInt(Sentence::fixed).reversed()).toList();
    }

    /** Finds the words for a sentence. */
    @FunctionalInterface
    interface Words {
        String of(String key, Object... values);
    }

    /** Each line in other words; a line that nobody knows stays as it is. */
    String in(Words words, String reason) {
        return String.join("\n", reason.lines().map(line -> line(words, line)).toList());
    }

    private String line(Words words, String line) {
        var parts = PLACE.matcher(line);
        if (!parts.matches()) {
            return line;
        }
        var place = parts.group("place") == null ? "" : parts.group("place");
        var said = parts.group("said");
        return place + sentences.stream().map(sentence -> sentence.match(said)).filter(Found::fits).findFirst()
                .map(found -> words.of(found.key(), found.values().toArray())).orElse(said);
    }

    /** A sentence that fits, with what stands in its places; or none. */
    private record Found(boolean fits, String key, List<String> values) {}

    /**
     * @param places number of each place, in the order of the sentence
     * @param fixed how many of its characters are always the same
     */
    private record Sentence(String key, Pattern pattern, List<Integer> places, int fixed) {

        static Sentence of(String key, String template) {
            var pattern = new StringBuilder();
            var places = new ArrayList<Integer>();
            var fixed = 0;
            var from = 0;
            var holes = HOLE.matcher(template);
            while (holes.find()) {
                pattern.append(Pattern.quote(template.substring(from, holes.start()))).append("(.*)");
                fixed += holes.start() - from;
                places.add(Integer.valueOf(holes.group(1)));
                from = holes.end();
            }
            pattern.append(Pattern.quote(template.substring(from)));
            return new Sentence(key, Pattern.compile(pattern.toString()), places, fixed + template.length() - from);
        }

        Found match(String said) {
            var matcher = pattern.matcher(said);
            return matcher.matches() ? new Found(true, key, values(matcher)) : new Found(false, key, List.of());
        }

        private List<String> values(Matcher matcher) {
            var values = new ArrayList<String>();
            for (var wanted = 0; wanted < places.size(); wanted++) {
                values.add(matcher.group(places.indexOf(wanted) + 1));
            }
            return values;
        }
    }
}
