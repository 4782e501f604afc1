package io.rapport.rulebook.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Phrase.Shape;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Range;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Text;
import org.jspecify.annotations.Nullable;

/** Reads the cell of a condition: bounds in words or signs, words, {@code any}, {@code unknown}. */
public final class CellReader {

    private static final Set<String> ANY = Set.of("any", "anything else", "任意", "其他情况");

    private static final Set<String> UNKNOWN = Set.of("unknown", "未知");

    private static final Set<String> YES = Set.of("yes", "是");

    private static final Set<String> NO = Set.of("no", "否");

    private static final Pattern NOT = Pattern.compile("not\\s+|非|不在|不是|不", Pattern.CASE_INSENSITIVE);

    private record Form(Shape shape, Pattern pattern) {}

    private static final String N = "\\s*([^\\s<>=≤≥]+(?:\\s?[%％])?)\\s*";

    private static final List<Form> FORMS = List.of(form(Shape.AT_LEAST, ">=" + N), form(Shape.AT_LEAST, "≥" + N),
            form(Shape.ABOVE, ">" + N),
            form(Shape.AT_MOST, "<=" + N), form(Shape.AT_MOST, "≤" + N), form(Shape.BELOW, "<" + N),
            form(Shape.BETWEEN, N + "to below" + N), form(Shape.BETWEEN, N + "[至到]低于" + N),
            form(Shape.AT_LEAST, "(?:at least|至少)" + N), form(Shape.AT_LEAST, N + "(?:and above|and more|or more|及以上)"),
            form(Shape.EXACTLY, "(?:exactly|正好)" + N),
            form(Shape.ABOVE, "(?:above|more than|高于)" + N), form(Shape.AT_MOST, "(?:at most|up to|至多|不超过)" + N),
            form(Shape.AT_MOST, N + "(?:and below|and less|or less|及以下)"), form(Shape.BELOW, "(?:below|less than|under|低于)" + N));

    private static final Pattern SPAN = Pattern.compile(N + "(?:to|-|–|至|到)" + N);

    private final Problems problems;
    private final ValueReader values;
    private final boolean decimalComma;

    /** @param decimalComma whether the file's decimal sign is the comma, as where cells are separated by semicolons */
    public CellReader(Problems problems, boolean decimalComma) {
        this.problems = problems;
        this.decimalComma = decimalComma;
        this.values = new ValueReader(problems);
    }

    public static boolean isEmpty(String cell) {
        return cell.isBlank() || cell.strip().equals("-");
    }

    /** The check; null after a problem. */
    @Nullable
    public Check read(Column.Reads column, String name, String cell, Place place) {
        var before = problems.found().size();
        var check = check(column, name, Text.withPlainBlanks(cell), place);
        problems.exampleSince(before, SampleCells.example(column, name.chars().anyMatch(c -> Text.isHan((char) c))));
        return check;
    }

    private @Nullable Check check(Column.Reads column, String name, String cell, Place place) {
        var lower = cell.strip().toLowerCase(Locale.ROOT);
        if (ANY.contains(lower)) {
            return new Check.Known();
        }
        if (UNKNOWN.contains(lower)) {
            return new Check.Unknown();
        }
        return switch (column.term().type()) {
            case NUMBER -> number(column, name, cell, place);
            case WORD -> word(column.term(), name, cell.strip(), place);
            case TEXT -> {
                var words = values.mentioned(name, cell, place);
                yield words.isEmpty() ? null : new Check.Mentions(words);
            }
            case YES_NO -> yesNo(name, lower, cell, place);
            case DAY -> {
                var not = NOT.matcher(cell.strip());
                var negated = not.lookingAt();
                yield values.window(negated ? cell.strip().substring(not.end()) : cell, negated, place);
            }
        };
    }

    private @Nullable Check yesNo(String name, String lower, String cell, Place place) {
        if (YES.contains(lower) || NO.contains(lower)) {
            return new Check.Holds(YES.contains(lower));
        }
        problems.add(place, "\"" + name + "\" needs yes or no, found [" + cell + "]", "");
        return null;
    }

    private @Nullable Check number(Column.Reads column, String name, String cell, Place place) {
        var bare = cell.strip().toLowerCase(Locale.ROOT);
        for (var form : FORMS) {
            var matcher = form.pattern().matcher(bare);
            if (matcher.matches()) {
                var second = form.shape() == Shape.BETWEEN ? matcher.group(2) : "0";
                return bounds(column.term(), form.shape(), matcher.group(1), second, name, place);
            }
        }
        var span = SPAN.matcher(bare);
        return span.matches() && WrittenNumber.read(span.group(1)) != null && WrittenDate.spanMadeADate(bare) == null
                ? span(column.term(), span.group(1), span.group(2), name, place)
                : bounds(column.term(), column.plain(), cell.strip(), "0", name, place);
    }

    private @Nullable Check span(Term term, String from, String to, String name, Place place) {
        if (!term.whole() && Double.valueOf(term.most()).equals(WrittenNumber.read(to))) {
            return bounds(term, Shape.AT_LEAST, from, "0", name, place);
        }
        if (!term.whole()) {
            problems.add(place, "does [" + to + "] still belong to it?", "Say: " + from + " to below " + to);
            return null;
        }
        var first = number(term, from, name, place);
        var last = number(term, to, name, place);
        return Double.isNaN(first) || Double.isNaN(last) ? null : ordered(new Check.Between(first, true, last + 1, false), place);
    }

    private @Nullable Check bounds(Term term, Shape shape, String written, String second, String name, Place place) {
        var number = number(term, written, name, place);
        if (Double.isNaN(number)) {
            return null;
        }
        if (shape == Shape.BETWEEN) {
            var to = number(term, second, name, place);
            return Double.isNaN(to) ? null : ordered(new Check.Between(number, true, to, false), place);
        }
        return switch (shape) {
            case AT_LEAST -> Check.Between.atLeast(number);
            case ABOVE -> Check.Between.above(number);
            case AT_MOST -> Check.Between.atMost(number);
            case BELOW -> Check.Between.below(number);
            default -> Check.Between.exactly(number);
        };
    }

    private @Nullable Check ordered(Check.Between between, Place place) {
        if (between.from() > between.to() || between.from() == between.to() && !between.toIncluded()) {
            problems.add(place, "no number is from " + Range.words(between), "The smaller number comes first.");
            return null;
        }
        return between;
    }

    private double number(Term term, String written, String name, Place place) {
        var bare = written.strip();
        var unit = term.unit();
        if (!unit.isEmpty() && !unit.equals(Term.MONEY) && bare.endsWith(unit)) {
            bare = bare.substring(0, bare.length() - unit.length()).strip();
        }
        if (decimalComma && WrittenNumber.unclear(bare)) {
            problems.add(place, "\"" + name + "\": does [" + bare + "] mean " + WrittenNumber.readings(bare) + "?",
                    "Write it without a sign between the thousands.");
            return Double.NaN;
        }
        return values.number(name, bare, place, term);
    }

    private @Nullable Check word(Term term, String name, String cell, Place place) {
        var lower = cell.toLowerCase(Locale.ROOT);
        var not = lower.startsWith("not ") || cell.startsWith("非");
        var bare = lower.startsWith("not ") ? cell.substring("not ".length()) : cell.startsWith("非") ? cell.substring(1) : cell;
        for (var ending : List.of(" or above", "或以上", " or below", "或以下")) {
            if (!term.values().isEmpty() && bare.toLowerCase(Locale.ROOT).endsWith(ending)) {
                var word = values.word(term, name, bare.substring(0, bare.length() - ending.length()).strip(), place);
                return word == null ? null : PhraseBook.upTo(term, word, ending.equals(" or above") || ending.equals("或以上"));
            }
        }
        var words = values.words(term, name, bare, place);
        return words.isEmpty() ? null : new Check.OneOf(words, not);
    }

    private static Form form(Shape shape, String pattern) {
        return new Form(shape, Pattern.compile(pattern));
    }
}
