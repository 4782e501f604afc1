package io.rapport.rulebook.reading;

import java.time.MonthDay;
import java.util.List;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.DaysOfYear;
import io.rapport.rulebook.Numbers;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Weekdays;

/** One cell of each form that a column about a term may hold. */
public final class SampleCells {

    private SampleCells() {}

    /** Empty for terms that have no column. */
    public static List<Check> of(Term term) {
        return switch (term.type()) {
            case NUMBER -> numbers(SampleSentence.number(term), term);
            case WORD -> words(term);
            case TEXT -> List.of(new Check.Mentions(List.of("refund*", "broken", "退款")), new Check.Known(), new Check.Unknown());
            case YES_NO -> List.of();
            case DAY -> List.of(SampleSentence.ADVENT, window(12, 1, 12, 31), window(12, 24, 12, 24), window(12, 20, 1, 6),
                    new Check.Window(MonthDay.of(12, 1), MonthDay.of(12, 31), true));
        };
    }

    private static Check.Window window(int month, int day, int lastMonth, int lastDay) {
        return new Check.Window(MonthDay.of(month, day), MonthDay.of(lastMonth, lastDay), false);
    }

    /** Days of the year as sentences say them. */
    public static List<String> windows(boolean chinese) {
        return java.util.stream.Stream.of(SampleSentence.ADVENT, window(12, 1, 12, 31), window(12, 24, 12, 24))
                .map(window -> DaysOfYear.said(window, chinese)).toList();
    }

    /** Two cells that a column may hold. */
    static String example(Column.Reads column, boolean chinese) {
        var words = new CellWording(chinese);
        var checks = of(column.term());
        return switch (column.term().type()) {
            case NUMBER -> Numbers.exact(SampleSentence.number(column.term())) + (chinese ? " 或 " : " or ")
                    + words.of(column, checks.get(5));
            case WORD, TEXT, DAY -> words.of(column, checks.getFirst());
            case YES_NO -> "";
        };
    }

    private static List<Check> numbers(double number, Term term) {
        var to = Math.min(2 * number, term.most());
        return List.of(Check.Between.exactly(number), Check.Between.atLeast(number), Check.Between.above(number),
                Check.Between.atMost(number), Check.Between.below(number), new Check.Between(number, true, to, false),
                new Check.Known(), new Check.Unknown());
    }

    private static List<Check> words(Term term) {
        var word = SampleSentence.word(term, false);
        if (term.values().size() < 2) {
            return List.of(new Check.OneOf(List.of(word), false), new Check.OneOf(List.of(word), true), new Check.Known(),
                    new Check.Unknown());
        }
        var several = term.id().equals(Weekdays.TERM) ? term.words().subList(0, 5) : List.of(word, term.words().getFirst());
        return List.of(new Check.OneOf(List.of(word), false), new Check.OneOf(several, false),
                new Check.OneOf(List.of(word), true), new Check.Known(), new Check.Unknown());
    }
}
