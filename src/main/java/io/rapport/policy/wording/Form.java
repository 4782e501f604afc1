package io.rapport.policy.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** One sentence with places to fill, in English and Chinese: it writes the sentence and reads it back. */
public final class Form {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)(\\d?)}");

    private static final Map<String, String> READ = Map.of(
            "text", "\"(?:[^\"\\\\]|\\\\.)*\"",
            "number", "-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?",
            "word", "[\\p{L}\\p{N}.-]+?",
            "channel", String.join("|", Dictionary.channels()),
            "purpose", "promotion|service|推广|服务",
            "moment", Calendar.MOMENT + "|" + Calendar.MOMENT_ZH,
            "rest", ".*?");

    private final String english;
    private final String chinese;
    private final List<Reader> readers;

    private record Reader(Pattern pattern, List<String> places) {}

    /**
     * @param english the sentence with places such as {@code {text}} and {@code {text2}}
     * @param chinese the same places in any order
     */
    public Form(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
        this.readers = List.of(reader(english), reader(chinese));
    }

    private static Reader reader(String sentence) {
        var places = new ArrayList<String>();
        var pattern = new StringBuilder();
        var at = 0;
        for (var place : PLACE.matcher(sentence).results().toList()) {
            pattern.append(Pattern.quote(sentence.substring(at, place.start())));
            pattern.append('(').append(READ.get(place.group(1))).append(')');
            places.add(place.group(1) + place.group(2));
            at = place.end();
        }
        return new Reader(Pattern.compile(pattern.append(Pattern.quote(sentence.substring(at))).toString(), Pattern.DOTALL),
                places);
    }

    /** The sentence with its places filled, each as it is to be written. */
    public String written(Map<String, String> values, boolean inChinese) {
        return PLACE.matcher(inChinese ? chinese : english).replaceAll((MatchResult place) -> Matcher
                .quoteReplacement(values.getOrDefault(place.group(1) + place.group(2), "")));
    }

    /** The values of the places as written, null when the sentence is another one. */
    @Nullable
    public Map<String, String> read(String sentence) {
        for (var reader : readers) {
            var matcher = reader.pattern().matcher(sentence);
            if (matcher.matches()) {
                var values = new HashMap<String, String>();
                for (var i = 0; i < reader.places().size(); i++) {
                    values.put(reader.places().get(i), matcher.group(i + 1));
                }
                return values;
            }
        }
        return null;
    }

    public String english() {
        return english;
    }

    String chinese() {
        return chinese;
    }

    /** In quotation marks, so that any text may stand in a sentence. */
    public static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r", "").replace("\n", "\\n") + '"';
    }

    public static String unquoted(String quoted) {
        var text = new StringBuilder();
        for (var i = 1; i < quoted.length() - 1; i++) {
            var c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                text.append(quoted.charAt(i) == 'n' ? '\n' : quoted.charAt(i));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
