package io.rapport.rulebook.checks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.DaysOfYear;
import io.rapport.rulebook.ExampleCustomer;
import io.rapport.rulebook.Numbers;
import io.rapport.rulebook.Range;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.WordList;
import io.rapport.rulebook.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One value that a table looks at, cut into the few cases between which its rows cannot tell any difference: for numbers
 * the bounds and what lies between them, for words each of them. Case by case the whole table can be tried.
 */
final class Axis {

    /** Stands for every word that the table does not name. */
    static final String OTHER = "something else";

    private final Condition condition;
    private final List<Double> numbers = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final boolean unknown;

    /** @param checks all that the table asks of this value */
    Axis(Condition condition, List<Check> checks) {
        this.condition = condition;
        this.unknown = checks.stream().anyMatch(Check.Unknown.class::isInstance);
        switch (condition.term().type()) {
            case NUMBER -> addNumbers(checks);
            case YES_NO -> numbers.addAll(List.of(0.0, 1.0));
            case DAY -> addDays(checks);
            case WORD, TEXT -> addWords(checks);
        }
    }

    int cases() {
        return known() + (unknown ? 1 : 0);
    }

    /** The last case is the unknown, if the table asks for it. */
    boolean isUnknown(int at) {
        return at >= known();
    }

    boolean isNumber() {
        return condition.term().type() == Term.Type.NUMBER;
    }

    /** The cases that pass all these checks. */
    BitSet passing(List<Check> checks) {
        var passing = new BitSet(cases());
        for (var at = 0; at < cases(); at++) {
            var index = at;
            passing.set(at, checks.stream().allMatch(check -> passes(check, index)));
        }
        return passing;
    }

    /** The cases {@code from} to {@code to} in words; empty when they are all there are. */
    String region(int from, int to) {
        if (from == 0 && to >= known() - 1 && known() > 1) {
            return "";
        }
        var noun = Wording.noun(condition, Locale.ENGLISH);
        if (!isNumber() || isUnknown(from)) {
            return noun + " " + example(from);
        }
        return noun + " "
                + Range.words(new Check.Between(lower(from), isBound(from) || whole(), upper(to), isBound(to) || whole()));
    }

    String example(int at) {
        if (isUnknown(at)) {
            return "unknown";
        }
        if (!condition.term().numeric()) {
            return words.get(at);
        }
        var number = numbers.get(at);
        if (condition.term().type() == Term.Type.DAY) {
            return DaysOfYear.words(Check.Window.day(number), false);
        }
        return condition.term().type() == Term.Type.YES_NO ? number == 1 ? "yes" : "no" : Numbers.plain(number);
    }

    ExampleCustomer.Fact fact(int at) {
        if (isUnknown(at)) {
            return new ExampleCustomer.Fact(condition, Double.NaN, null);
        }
        return condition.term().numeric()
                ? new ExampleCustomer.Fact(condition, numbers.get(at), null)
                : new ExampleCustomer.Fact(condition, Double.NaN, words.get(at));
    }

    String named(int at) {
        return Wording.noun(condition, Locale.ENGLISH) + " " + example(at);
    }

    private int known() {
        return condition.term().numeric() ? numbers.size() : words.size();
    }

    private boolean passes(Check check, int at) {
        if (condition.term().numeric()) {
            return check.passes(isUnknown(at) ? Double.NaN : numbers.get(at));
        }
        @Nullable String word = isUnknown(at) ? null : words.get(at);
        return check.passes(word);
    }

    private boolean whole() {
        return condition.term().whole();
    }

    private void addNumbers(List<Check> checks) {
        var bounds = new TreeSet<Double>();
        for (var check : checks) {
            if (check instanceof Check.Between between) {
                bounds.add(between.from());
                bounds.add(between.to());
            }
        }
        var term = condition.term();
        bounds.removeIf(bound -> bound.isInfinite() || bound < term.least() || bound > term.most());
        var sorted = new TreeSet<Double>(bounds);
        sorted.add(Double.isInfinite(term.least()) ? first(bounds) - 1 : term.least());
        sorted.add(Double.isInfinite(term.most()) ? last(bounds) + 1 : term.most());
        if (whole()) {
            bounds.forEach(bound -> sorted.addAll(List.of(bound - 1, bound + 1)));
            sorted.removeIf(number -> number < term.least() || number > term.most());
        } else {
            addBetween(sorted);
        }
        numbers.addAll(sorted);
    }

    /** The first and last day of each window, and those outside beside them. */
    private void addDays(List<Check> checks) {
        var days = new TreeSet<Double>();
        for (var check : checks) {
            if (check instanceof Check.Window window) {
                for (var day : List.of(window.from(), window.to(), Check.Window.before(window.from()),
                        Check.Window.after(window.to()))) {
                    days.add((double) Check.Window.number(day));
                }
            }
        }
        numbers.addAll(days.isEmpty() ? List.of(101.0) : days);
    }

    private static double first(TreeSet<Double> bounds) {
        return bounds.isEmpty() ? 0 : bounds.first();
    }

    private static double last(TreeSet<Double> bounds) {
        return bounds.isEmpty() ? 0 : bounds.last();
    }

    /** A number between each two neighbours, a round one where there is one. */
    private static void addBetween(TreeSet<Double> sorted) {
        for (var lower : List.copyOf(sorted)) {
            var upper = sorted.higher(lower);
            if (upper != null) {
                var round = Math.floor((lower + upper) / 2);
                sorted.add(round > lower && round < upper ? round : (lower + upper) / 2);
            }
        }
    }

    private void addWords(List<Check> checks) {
        var term = condition.term();
        words.addAll(term.words());
        for (var check : checks) {
            var named = check instanceof Check.OneOf oneOf ? oneOf.values()
                    : check instanceof Check.Mentions mentions ? WordList.examples(mentions.words()) : List.<String>of();
            named.stream().filter(word -> !words.contains(word)).forEach(words::add);
        }
        if (term.values().isEmpty()) {
            words.add(OTHER);
        }
    }

    /** In an axis of real numbers every second case is a bound, the others lie between two. */
    private boolean isBound(int at) {
        return whole() || at % 2 == 0;
    }

    private double lower(int at) {
        if (at == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return isBound(at) ? numbers.get(at) : numbers.get(at - 1);
    }

    private double upper(int at) {
        if (at >= known() - 1) {
            return Double.POSITIVE_INFINITY;
        }
        return isBound(at) ? numbers.get(at) : numbers.get(at + 1);
    }
}
