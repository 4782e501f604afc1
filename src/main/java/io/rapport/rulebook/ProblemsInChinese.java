package io.rapport.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in Chinese what is said about rule files; what nobody has translated stays English. */
final class ProblemsInChinese {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** @param order the places of the English text, in its order */
    private record Entry(Pattern english, List<Integer> order, String chinese) {}

    private static final List<Entry> ENTRIES = read();

    /** Words of the vocabulary by their English noun. */
    private static final Map<String, String> NOUNS = nouns();

    private ProblemsInChinese() {}

    static String of(String english) {
        return english.isEmpty() ? english : translated(english, 0);
    }

    private static String translated(String english, int depth) {
        for (var entry : depth > 2 ? List.<Entry>of() : ENTRIES) {
            var matcher = entry.english().matcher(english);
            if (matcher.matches()) {
                return filled(entry, matcher, depth);
            }
        }
        return english;
    }

    private static String filled(Entry entry, Matcher found, int depth) {
        return PLACE.matcher(entry.chinese()).replaceAll(place -> {
            var group = entry.order().indexOf(Integer.parseInt(place.group(1)));
            if (group < 0) {
                return Matcher.quoteReplacement(place.group());
            }
            var said = translated(found.group(group + 1), depth + 1);
            return Matcher.quoteReplacement(
                    isAsWritten(entry.chinese(), place.start()) ? said : DaysOfYear.translated(withNoun(said, depth)));
        });
    }

    /** A word of the vocabulary, alone or with what it is: {@code margin % 15 to below 18}. */
    private static String withNoun(String said, int depth) {
        if (NOUNS.containsKey(said)) {
            return NOUNS.getOrDefault(said, said);
        }
        return NOUNS.keySet().stream().filter(noun -> said.startsWith(noun + " ")).max(Comparator.comparingInt(String::length))
                .map(noun -> NOUNS.getOrDefault(noun, noun) + " " + translated(said.substring(noun.length() + 1), depth + 1))
                .orElse(said);
    }

    /** What the author wrote stands in brackets. */
    private static boolean isAsWritten(String chinese, int place) {
        return place > 0 && chinese.charAt(place - 1) == '[';
    }

    private static Map<String, String> nouns() {
        var nouns = new HashMap<String, String>();
        Vocabulary.shipped().terms().forEach(term -> nouns.put(term.english(), term.chinese()));
        Concepts.all().forEach(concept -> nouns.putIfAbsent(concept.english(), concept.chinese()));
        return Map.copyOf(nouns);
    }

    private static List<Entry> read() {
        try (var stream = Objects.requireNonNull(ProblemsInChinese.class.getResourceAsStream("/problems_zh.txt"))) {
            var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
            var entries = new ArrayList<Entry>();
            for (var i = 0; i + 1 < lines.size(); i += 2) {
                entries.add(entry(lines.get(i), lines.get(i + 1)));
            }
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String english, String chinese) {
        var order = new ArrayList<Integer>();
        var regex = new StringBuilder();
        var from = 0;
        var place = PLACE.matcher(english);
        while (place.find()) {
            regex.append(Pattern.quote(english.substring(from, place.start()))).append("(.*?)");
            order.add(Integer.parseInt(place.group(1)));
            from = place.end();
        }
        regex.append(Pattern.quote(english.substring(from)));
        return new Entry(Pattern.compile(regex.toString(), Pattern.DOTALL), List.copyOf(order), chinese);
    }
}
