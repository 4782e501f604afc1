package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Numbers;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Text;
import io.rapport.rulebook.Weekdays;
import io.rapport.rulebook.WordList;
import io.rapport.rulebook.terms.Saying;
import org.jspecify.annotations.Nullable;

/** Reads single values as a term wants them, and says what is wrong with them. */
public final class ValueReader {

    /** How spreadsheets and people of several countries write yes and no. */
    private static final Set<String> YES = Set.of("1", "true", "t", "y", "x", "ok", "on", "wahr", "ja", "j", "vrai", "oui", "o",
            "verdadero", "sí", "si", "s", "vero", "sim", "verdadeiro", "да", "истина", "tak", "是", "对", "有", "真", "✓", "✔");

    private static final Set<String> NO = Set.of("0", "false", "f", "n", "off", "falsch", "nein", "faux", "non", "falso", "não",
            "nao", "нет", "ложь", "nie", "nee", "否", "不", "无", "没有", "假", "✗", "✘", "-");

    /** What may stand for a word that no list holds: it starts with a letter or digit, and holds no code. */
    private static final Pattern OPEN_WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} &'./_-]{0,79}");

    private static final Pattern OR = Pattern.compile("\\s*(?:\\bor\\b|[|,、，;]|或)\\s*", Pattern.CASE_INSENSITIVE);

    /** What would be taken for a part of the cell or sentence it stands in. */
    private static final Pattern MISREAD = Pattern.compile(
            "(?i)(?:not .*|非.*|one of .*|any|anything else|任意|其他情况|known|unknown|已知|未知|.* or (?:above|below)|.*或以[上下]|.*之一)");

    private static final int MOST_WORDS = 150;

    /** A bound that only keeps out what no computer adds up exactly is not said. */
    private static final double UNBOUNDED = 1e12;

    private static final Pattern TWO_CONDITIONS = Pattern
            .compile("(?i)(?:.* (?:and|or) )?(?:the|a|an|his|her) .* (?:is|has|was|fell|rose) .*|.*(?:并且|而且|且|或者).*");

    private static final Pattern LIST = Pattern.compile("\\s*[|,、，;；]\\s*");

    private final Problems problems;

    public ValueReader(Problems problems) {
        this.problems = problems;
    }

    /** A number between the bounds; NaN after a problem. */
    double number(String name, String written, Place place, double least, double most, boolean whole) {
        var number = WrittenNumber.read(written);
        if (number == null || number < least || number > most || whole && number != Math.rint(number)) {
            problems.add(place, "\"" + name + "\" needs " + wanted(least, most, whole) + ", found [" + written + "]",
                    advice(written, number));
            return Double.NaN;
        }
        return number;
    }

    /** A number that the term can have; NaN after a problem. */
    double number(String name, String written, Place place, Term term) {
        var other = term.unit().equals("days") ? OtherUnit.inDays(written) : "";
        if (!other.isEmpty()) {
            problems.add(place, "\"" + name + "\" counts days, found [" + written.strip() + "]",
                    "Maybe you meant " + other + ".");
            return Double.NaN;
        }
        return number(name, written, place, term.least(), term.most(), term.whole());
    }

    /** The numbers inside a term's noun; null after a problem. One number in several places must be the same. */
    @Nullable
    List<Double> args(List<Saying.Part> parts, Place place) {
        var args = new ArrayList<Double>();
        for (var part : parts) {
            var where = place.part(part.start(), part.text().length());
            var number = number(part.name(), part.text(), where, 1, 731, true);
            if (Double.isNaN(number)) {
                return null;
            }
            if (args.isEmpty()) {
                args.add(number);
            } else if (args.getFirst() != number) {
                problems.add(where, "both periods have the same length, found [" + part.text() + "]",
                        "Maybe you meant " + Numbers.plain(args.getFirst()) + ".");
                return null;
            }
        }
        return args;
    }

    public static String wanted(double least, double most, boolean whole) {
        var kind = whole ? "a whole number" : "a number";
        if (most >= UNBOUNDED) {
            return Double.isInfinite(least) ? kind : kind + " from " + Numbers.plain(least) + " up";
        }
        return kind + " from " + Numbers.plain(least) + " to " + Numbers.plain(most);
    }

    private static String advice(String written, @Nullable Double number) {
        if (number != null) {
            return "";
        }
        var date = WrittenDate.spanMadeADate(written);
        if (date != null) {
            return "A spreadsheet has made a date of it. Maybe you meant " + date + ": format the column as text first.";
        }
        var repaired = written.replace('l', '1').replace('I', '1').replace('O', '0').replace('o', '0').replace('S', '5')
                .replace(" ", "").replace("'", "").replace(",", ".");
        return WrittenNumber.read(repaired) == null ? MeantNumber.advice(written) : "Maybe you meant " + repaired + ".";
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
        needsOneOf(name, written, place, term.values());
        return null;
    }

    /** Says which words there are, in the language of what was written. */
    void needsOneOf(String name, String written, Place place, List<Term.Word> values) {
        var chinese = written.chars().anyMatch(c -> Text.isHan((char) c));
        var known = values.stream().map(value -> chinese ? value.chinese() : value.word()).toList();
        problems.add(place, "\"" + name + "\" needs one of " + String.join(", ", known) + ", found [" + written + "]",
                TWO_CONDITIONS.matcher(written).matches()
                        ? "One condition a line, all must hold; for one or the other write two rules."
                        : meant(lower(unquoted(written)), unquoted(written), known));
    }

    /** What was probably meant; of a word that is like none, that no table can add it. */
    private static String meant(String lower, String written, List<String> known) {
        if (known.contains("yes") && (YES.contains(lower) || NO.contains(lower))) {
            return "Maybe you meant " + (YES.contains(lower) ? "yes." : "no.");
        }
        var maybe = Problems.maybe(written, known);
        return maybe.isEmpty() ? "A new value belongs to the engine, not to a table: whoever develops it can add one. "
                + "Maybe one of these says it, or a trait of your own." : maybe;
    }

    @Nullable
    public String openWord(String name, String written, Place place) {
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
        if (term.id().equals(Weekdays.TERM)) {
            return weekdays(term, name, written, place);
        }
        var words = new ArrayList<String>();
        var parts = outsideQuotes(OR, written.strip());
        if (tooMany(parts.size(), name, place)) {
            return List.of();
        }
        for (var part : parts) {
            var word = word(term, name, part.strip(), partOf(place, written, part));
            if (word == null) {
                return List.of();
            }
            words.add(word);
        }
        return words;
    }

    private List<String> weekdays(Term term, String name, String written, Place place) {
        var days = Weekdays.read(written);
        if (days == null) {
            var wrong = Weekdays.misspelt(written);
            needsOneOf(name, wrong, partOf(place, written, wrong), term.values());
            return List.of();
        }
        return days;
    }

    /** Days of the year; null after a problem. */
    Check.@Nullable Window window(String written, boolean not, Place place) {
        return new WrittenWindow(problems, place).read(written, not);
    }

    /** The words to be found in a text; empty after a problem. */
    List<String> mentioned(String name, String written, Place place) {
        var words = new ArrayList<String>();
        var parts = LIST.split(unquoted(written));
        if (tooMany(parts.length, name, place)) {
            return List.of();
        }
        for (var part : parts) {
            var word = WordList.normal(unquoted(part));
            var proper = WordList.proper(word);
            if (proper.isEmpty() || !proper.stream().allMatch(bare -> OPEN_WORD.matcher(bare).matches())) {
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
        if (words.stream().allMatch(WordList::isButNot)) {
            problems.add(place, "\"" + name + "\" says only what does not count, found [" + written + "]",
                    "Before \"but not\" stand the words that do.");
            return List.of();
        }
        return words;
    }

    private boolean tooMany(int words, String name, Place place) {
        if (words > MOST_WORDS) {
            problems.add(place, "\"" + name + "\" has more than " + MOST_WORDS + " words",
                    "Maybe a second row or rule can hold the rest.");
        }
        return words > MOST_WORDS;
    }

    /** As {@link Pattern#split}, but what stands in quotes is one word. */
    private static List<String> outsideQuotes(Pattern separator, String text) {
        var parts = new ArrayList<String>();
        var from = 0;
        var matcher = separator.matcher(text);
        while (matcher.find()) {
            if (text.substring(0, matcher.start()).chars().filter(c -> "\"“”".indexOf(c) >= 0).count() % 2 == 0) {
                parts.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        if (from < text.length() || parts.isEmpty()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    /** A word that would be read as several, or as a word of the form, is quoted. */
    public static String quotedIfNeeded(String word) {
        return OR.matcher(word).find() || MISREAD.matcher(word).matches() ? "\"" + word + "\"" : word;
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
