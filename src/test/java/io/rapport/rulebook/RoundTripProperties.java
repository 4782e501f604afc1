package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.rulebook.Phrase.Shape;
import io.rapport.rulebook.reading.ActionWording;
import io.rapport.rulebook.reading.CellReader;
import io.rapport.rulebook.reading.CellWording;
import io.rapport.rulebook.reading.Column;
import io.rapport.rulebook.reading.HeaderReader;
import io.rapport.rulebook.reading.PhraseBook;
import io.rapport.rulebook.reading.RuleDraft;
import io.rapport.rulebook.reading.SentencesReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tree to words to tree, over the whole vocabulary, in both languages, in sentences and in cells. */
class RoundTripProperties {

    private static final Problems.Place PLACE = new Problems.Place(1, 1, 1);

    @Property(tries = 4_000)
    void aConditionSaidInEitherLanguageIsReadAsItself(@ForAll("conditions") Condition condition) {
        for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            var sentence = Wording.of(condition, locale);
            var problems = new Problems("a", List.of(sentence));

            assertThat(PhraseBook.shipped().read(sentence, PLACE, problems))
                    .as(sentence + " " + Shelf.rendered(problems.found())).isEqualTo(condition);
        }
    }

    @Property(tries = 4_000)
    void aCellWrittenInEitherLanguageIsReadAsItself(@ForAll("columns") Column.Reads column, @ForAll long seed) {
        var check = checks(column.term()).generator(100).next(new java.util.Random(seed)).value();
        for (var chinese : new boolean[] {false, true}) {
            var words = new CellWording(chinese);
            var problems = new Problems("a", List.of());
            var header = new HeaderReader(stratum(column.term()), problems).read(words.of(column), PLACE);
            assertThat(header).as(words.of(column)).isEqualTo(column);

            var cell = words.of(column, check);
            assertThat(new CellReader(problems, false).read(column, "x", cell, PLACE))
                    .as(words.of(column) + ": " + cell + " " + Shelf.rendered(problems.found())).isEqualTo(check);
        }
    }

    @Property(tries = 2_000)
    void aConsequenceSaidInEitherLanguageIsReadAsItself(@ForAll("consequences") Consequence consequence) {
        for (var chinese : new boolean[] {false, true}) {
            var sentence = new ActionWording(chinese).of(consequence);
            var problems = new Problems("a", List.of(sentence));
            var draft = new RuleDraft(1, "", PLACE);
            SentencesReader.consequence(sentence, PLACE, draft, problems);

            assertThat(draft.then()).as(sentence + " " + Shelf.rendered(problems.found()))
                    .extracting(RuleDraft.Then::consequence).containsExactly(consequence);
        }
    }

    /** A folder that knows the word and concludes nothing of the same name. */
    private static Stratum stratum(Term term) {
        return term.id().equals("product-line-name") ? Stratum.RELATE : Stratum.LIMITS;
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Arbitraries.of(Vocabulary.shipped().terms()).flatMap(term -> args(term)
                .flatMap(args -> Arbitraries.oneOf(said(term)).map(check -> new Condition(term, args, check))));
    }

    @Provide
    Arbitrary<Column.Reads> columns() {
        var terms = Vocabulary.shipped().terms().stream().filter(term -> term.type() != Term.Type.YES_NO).toList();
        return Arbitraries.of(terms).flatMap(term -> Combinators.combine(args(term), plain(term))
                .as((args, plain) -> new Column.Reads(term, args, plain)));
    }

    private static Arbitrary<Shape> plain(Term term) {
        return term.type() == Term.Type.NUMBER
                ? Arbitraries.of(HeaderReader.plain(term), Shape.AT_LEAST, Shape.AT_MOST, Shape.BELOW, Shape.ABOVE)
                : Arbitraries.just(HeaderReader.plain(term));
    }

    private static Arbitrary<List<Double>> args(Term term) {
        var days = Arbitraries.integers().between(1, 731).map(number -> List.of((double) number));
        return term.english().contains("{") ? days : Arbitraries.just(List.of());
    }

    /** The checks that the term has a sentence for. */
    private static List<Arbitrary<Check>> said(Term term) {
        var found = new ArrayList<Arbitrary<Check>>();
        for (var phrase : term.phrases()) {
            switch (phrase.shape()) {
                case YES -> found.add(Arbitraries.just(new Check.Holds(true)));
                case NO -> found.add(Arbitraries.just(new Check.Holds(false)));
                case KNOWN -> found.add(Arbitraries.just(new Check.Known()));
                case UNKNOWN -> found.add(Arbitraries.just(new Check.Unknown()));
                default -> found.add(checks(term));
            }
        }
        return found;
    }

    private static Arbitrary<Check> checks(Term term) {
        return switch (term.type()) {
            case NUMBER -> numbers(term);
            case WORD -> Combinators.combine(some(term), Arbitraries.of(true, false)).as(Check.OneOf::new);
            case TEXT -> mentions();
            case YES_NO -> Arbitraries.of(new Check.Holds(true), new Check.Holds(false));
            case DAY -> windows();
        };
    }

    /** But for those that are asked about: nearly the whole year, or all of it. */
    private static Arbitrary<Check> windows() {
        var days = Arbitraries.integers().between(0, 365).map(day -> MonthDay.from(LocalDate.of(2028, 1, 1).plusDays(day)));
        var months = Arbitraries.of(Month.values())
                .map(month -> List.of(MonthDay.of(month, 1), MonthDay.of(month, month.maxLength())));
        var spans = Combinators.combine(days, days).as((from, to) -> List.of(from, to))
                .filter(span -> !span.getFirst().isAfter(span.getLast())
                        || span.getFirst().getMonth() != span.getLast().getMonth())
                .filter(span -> !Check.Window.after(span.getLast()).equals(span.getFirst()));
        return Combinators.combine(Arbitraries.oneOf(spans, months), Arbitraries.of(true, false))
                .as((span, not) -> new Check.Window(span.getFirst(), span.getLast(), not));
    }

    private static Arbitrary<List<String>> some(Term term) {
        return term.values().isEmpty()
                ? Arbitraries
                        .of("Candles", "Wood or metal", "not for sale", "其他", "这或那", "any", "非洲", "en", "gift 2.0", "a-b_c/d")
                        .list().ofMinSize(1).ofMaxSize(3).uniqueElements()
                : Arbitraries.of(term.words()).list().ofMinSize(1).uniqueElements();
    }

    private static Arbitrary<Check> mentions() {
        return Arbitraries.of("refund*", "wrong size", "didn't arrive", "投诉", "t-light*", "质量差", "a & b", "3").list().ofMinSize(1)
                .ofMaxSize(5).uniqueElements().map(Check.Mentions::new);
    }

    private static Arbitrary<Check> numbers(Term term) {
        var number = number(Math.max(term.least(), -1e6), Math.min(term.most(), 1e6), term.whole());
        return Combinators.combine(number, number, Arbitraries.integers().between(0, 5))
                .as((one, other, shape) -> switch (shape) {
                    case 0 -> Check.Between.atLeast(one);
                    case 1 -> Check.Between.above(one);
                    case 2 -> Check.Between.atMost(one);
                    case 3 -> Check.Between.below(one);
                    case 4 -> Check.Between.exactly(one);
                    default -> one.equals(other) ? Check.Between.exactly(one)
                            : new Check.Between(Math.min(one, other), true, Math.max(one, other), false);
                });
    }

    private static Arbitrary<Double> number(double least, double most, boolean whole) {
        return Arbitraries.bigDecimals().between(java.math.BigDecimal.valueOf(least), java.math.BigDecimal.valueOf(most))
                .ofScale(whole ? 0 : 3).map(java.math.BigDecimal::doubleValue);
    }

    @Provide
    Arbitrary<Consequence> consequences() {
        var text = Arbitraries.of("win-back", "answer the complaint", "回访", "a, b", "due in 3 days");
        var spans = Arbitraries.oneOf(Arbitraries.integers().between(1, 90).map(Duration::ofDays),
                Arbitraries.integers().between(1, 100).map(Duration::ofHours),
                Arbitraries.integers().between(1, 100).map(Duration::ofMinutes));
        var times = Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.of(minute / 60, minute % 60));
        return Arbitraries.oneOf(concludes(), lifts(),
                Combinators.combine(text, Arbitraries.of(Channel.values()).injectNull(0.2), Arbitraries.of(Purpose.values()),
                        Arbitraries.oneOf(spans, Arbitraries.just(Consequence.Send.TODAY))).as(Consequence.Send::new),
                Combinators.combine(text, Arbitraries.of("service", "managing director", Consequence.GiveTask.NEXT_LEVEL, "仓库"),
                        spans.injectNull(0.2)).as(Consequence.GiveTask::new),
                Arbitraries.of(new Consequence.OpenComplaint(), new Consequence.Escalate(), new Consequence.HoldBack()),
                Arbitraries.of(Purpose.values()).map(Consequence.WithdrawConsent::new),
                Combinators.combine(Arbitraries.integers().between(0, 1000), Arbitraries.integers().between(1, 731))
                        .as(Consequence.Cap::new),
                Combinators.combine(times, times).as(Consequence.QuietHours::new));
    }

    private static Arbitrary<Consequence> concludes() {
        return Arbitraries.of(Concepts.all()).flatMap(concept -> {
            var values = concept.number()
                    ? number(concept.least(), concept.most(), false).map(Numbers::plain)
                    : concept.values().isEmpty()
                            ? Arbitraries.of("Candles", "service manager", "Wood or metal", "其他礼品")
                            : Arbitraries.of(concept.words());
            return values.map(value -> new Consequence.Conclude(concept.id(), value));
        });
    }

    private static Arbitrary<Consequence> lifts() {
        var ordered = Concepts.all().stream().filter(concept -> !concept.values().isEmpty() && !concept.multiple()).toList();
        return Combinators.combine(Arbitraries.of(ordered), Arbitraries.integers().between(1, 5), Arbitraries.of(1, -1))
                .as((concept, by, direction) -> new Consequence.Lift(concept.id(), by * direction));
    }
}
