package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.rapport.rulebook.Problems.Place;
import org.jspecify.annotations.Nullable;

/** Reads single values as a term wants them, and says what is wrong with them. */
final class ValueReader {

    /** What may stand for a word that no list holds: it starts with a letter or digit, and holds no code. */
    private static final Pattern OPEN_WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} &'./_-]{0,79}");

    private static final Pattern OR = Pattern.compile("\\s*(?:\\bor\\b|[|,、，;]|或)\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern LIST = Pattern.compile("\\s*[|,、，;；]\\s*");

    private final Problems problems;

    ValueReader(Problems problems) {
        this.problems = problems;
    }

    /** A number between the bounds; NaN after a problem. */
    double number(String name, String written, Place place, double least, double most, boolean whole) {
        var number = Numbers.read(written);
        if (number == null || number < least || number > most || whole && number != Math.rint(number)) {
            problems.add(place, "\"" + name + "\" needs " + wanted(least, most, whole) + ", found [" + written + "]",
                    advice(written, number));
            return Double.NaN;
        }
        return number;
    }

    static String wanted(double least, double most, boolean whole) {
        var kind = whole ? "a whole number" : "a number";
        if (Double.isInfinite(most)) {
            return Double.isInfinite(least) ? kind : kind + " from " + Numbers.plain(least) + " up";
        }
        return kind + " from " + Numbers.plain(least) + " to " + Numbers.plain(most);
    }

    private static String advice(String written, @Nullable Double number) {
        if (number != null) {
            return "";
        }
        var repaired = written.replace('l', '1').replace('I', '1').replace('O', '0').replace('o', '0').replace('S', '5')
                .replace(" ", "").replace("'", "").replace(",", ".");
        return Numbers.read(repaired) == null ? "" : "Maybe you meant " + repaired + ".";
    }

    /** A word of the term, in the spelling of the code; null after a problem. */
    @Nullable
    String word(Term term, String name, String written, Place place) {
        var bare = unquoted(written);
        if (term.values().isEmpty()) {
            return openWord(name, bare, place);
        }
        var alias = bare.equalsIgnoreCase("phone") ? "call-centre" : bare;
        for (var value : term.values()) {
            if (value.word().equalsIgnoreCase(alias) || value.chinese().equals(alias)) {
                return value.word();
            }
        }
        var known = new ArrayList<>(term.words());
        term.values().forEach(value -> known.add(value.chinese()));
        problems.add(place, "\"" + name + "\" needs one of " + String.join(", ", term.words()) + ", found [" + written + "]",
                Problems.maybe(bare, known));
        return null;
    }

    @Nullable
    String openWord(String name, String written, Place place) {
        var bare = unquoted(written);
        if (!OPEN_WORD.matcher(bare).matches()) {
            problems.add(place,
                    "\"" + name + "\" needs a word that begins with a letter or digit, at most 80 long, without signs, found ["
                            + written + "]",
                    "");
            return null;
        }
        return bare;
    }

    /** One word or several; empty after a problem. */
    List<String> words(Term term, String name, String written, Place place) {
        var words = new ArrayList<String>();
        for (var part : OR.split(written.strip())) {
            var word = word(term, name, part.strip(), partOf(place, written, part));
            if (word == null) {
                return List.of();
            }
            words.add(word);
        }
        return words;
    }

    /** The words to be found in a text; empty after a problem. */
    List<String> mentioned(String name, String written, Place place) {
        var words = new ArrayList<String>();
        for (var part : LIST.split(unquoted(written))) {
            var word = WordList.normal(unquoted(part));
            var bare = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
            if (bare.isEmpty() || !OPEN_WORD.matcher(bare).matches()) {
                problems.add(partOf(place, written, part),
                        "\"" + name + "\" needs words separated by commas, found [" + part + "]",
                        "A word begins with a letter or digit; a * at its end stands for any ending.");
                return List.of();
            }
            if (words.contains(word)) {
                problems.add(partOf(place, written, part), "the word [" + part + "] stands twice", "Once is enough.");
            }
            words.add(word);
        }
        return words;
    }

    private static Place partOf(Place place, String whole, String part) {
        var at = whole.indexOf(part);
        return at < 0 || part.isEmpty() ? place : place.part(at, part.length());
    }

    static String unquoted(String text) {
        var bare = text.strip();
        return bare.length() >= 2 && "\"“".indexOf(bare.charAt(0)) >= 0 && "\"”".indexOf(bare.charAt(bare.length() - 1)) >= 0
                ? bare.substring(1, bare.length() - 1).strip()
                : bare;
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
