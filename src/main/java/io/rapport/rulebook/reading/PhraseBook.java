package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Phrase;
import io.rapport.rulebook.Phrase.Shape;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Vocabulary;
import io.rapport.rulebook.terms.CountTerms;
import io.rapport.rulebook.terms.Saying;
import io.rapport.rulebook.terms.TraitTerms;
import org.jspecify.annotations.Nullable;

/** Reads the sentences of conditions, in English and Chinese. */
public final class PhraseBook {

    private static final PhraseBook SHIPPED = new PhraseBook(Vocabulary.shipped());

    /** How a day begins that does not say "today is": {@code on Mondays}, {@code in December}, {@code 12月1日至24日}. */
    private static final Pattern TODAY = Pattern.compile(
            "(?:on|in|at|from|between|every|each|only on)\\s(?!.*\\b(?:today|customer|order)\\b)|(?<zh>在?\\d{1,2}月|每逢|每周|逢周|每星期|周[一二三四五六日末])",
            Pattern.CASE_INSENSITIVE);

    private record Entry(Term term, Phrase phrase, boolean chinese, Saying saying) {

        String name() {
            return chinese ? term.chinese() : term.english();
        }

        String example() {
            return SampleSentence.of(term, phrase, chinese);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<NearestSaying.Offer> offers;

    private PhraseBook(Vocabulary vocabulary) {
        for (var term : vocabulary.terms()) {
            for (var phrase : term.phrases()) {
                entries.add(new Entry(term, phrase, false, new Saying(phrase.english())));
                entries.add(new Entry(term, phrase, true, new Saying(phrase.chinese())));
            }
        }
        offers = entries.stream().map(entry -> new NearestSaying.Offer(entry.saying().pattern(), entry.example())).toList();
    }

    public static PhraseBook shipped() {
        return SHIPPED;
    }

    /** The condition; null after a problem. */
    @Nullable
    public Condition read(String sentence, Place place, Problems problems) {
        var known = known(sentence, place, problems);
        if (known != null) {
            return known.condition();
        }
        NearestSaying.report(sentence, place, offers, PhraseBook::understands, problems);
        return null;
    }

    /** Whether it is a condition, right or with a value that is wrong. */
    boolean knows(String sentence) {
        return known(sentence, new Place(1, 1, 1), new Problems("", List.of())) != null;
    }

    private static boolean understands(String sentence) {
        var known = SHIPPED.known(sentence, new Place(1, 1, 1), new Problems("", List.of()));
        return known != null && known.condition() != null;
    }

    private record Known(@Nullable Condition condition) {}

    /** Null when there is no such sentence; without condition when a value in it has a problem. */
    private @Nullable Known known(String sentence, Place place, Problems problems) {
        if (sentence.length() > Saying.LONGEST) {
            return null;
        }
        var written = Saying.Written.of(sentence);
        for (var entry : entries) {
            var match = entry.saying().match(written);
            if (match != null) {
                var before = problems.found().size();
                var condition = condition(entry, match, place, problems);
                problems.exampleSince(before, entry.example());
                return new Known(condition);
            }
        }
        var today = TODAY.matcher(sentence);
        if (today.lookingAt()) {
            var before = today.group("zh") == null ? "today is " : "今天是";
            var whole = known(before + sentence, place.part(-before.length(), place.length() + before.length()), problems);
            if (whole != null) {
                return whole;
            }
        }
        var entry = named(sentence);
        if (entry != null) {
            return new Known(condition(entry, java.util.Objects.requireNonNull(entry.saying().match(written)), place, problems));
        }
        return null;
    }

    /** Of what is said about a trait or a kind of event that the sentence names. */
    private static @Nullable Entry named(String sentence) {
        var written = Saying.Written.of(sentence);
        var terms = new ArrayList<>(TraitTerms.in(sentence));
        terms.addAll(CountTerms.in(sentence));
        for (var term : terms) {
            for (var phrase : term.phrases()) {
                for (var chinese : List.of(false, true)) {
                    var saying = new Saying(chinese ? phrase.chinese() : phrase.english());
                    if (saying.match(written) != null) {
                        return new Entry(term, phrase, chinese, saying);
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Condition condition(Entry entry, Saying.Match match, Place place, Problems problems) {
        var reader = new ValueReader(problems);
        var args = reader.args(match.inOrder().stream().filter(part -> !isChecked(part.name())).toList(), place);
        var check = check(entry, match, place, reader);
        return check == null || args == null ? null : new Condition(entry.term(), args, check);
    }

    private static boolean isChecked(String name) {
        return switch (name) {
            case "number", "number2", "value", "values", "words", "weekday", "weekdays", "window" -> true;
            default -> false;
        };
    }

    private static @Nullable Check check(Entry entry, Saying.Match match, Place place, ValueReader reader) {
        var term = entry.term();
        return switch (entry.phrase().shape()) {
            case YES -> new Check.Holds(true);
            case NO -> new Check.Holds(false);
            case KNOWN -> new Check.Known();
            case UNKNOWN -> new Check.Unknown();
            case AT_LEAST, AT_MOST, ABOVE, BELOW, EXACTLY -> one(entry, match, place, reader);
            case BETWEEN -> between(entry, match, place, reader);
            case IS, IS_NOT, ONE_OF -> words(entry, match, place, reader);
            case OR_ABOVE, OR_BELOW -> upTo(entry, match, place, reader);
            case WITHIN, NOT_WITHIN -> {
                var part = match.part("window");
                yield reader.window(part.text(), entry.phrase().shape() == Shape.NOT_WITHIN, at(place, part));
            }
            case MENTIONS -> {
                var words = reader.mentioned(entry.name(), match.part("words").text(), at(place, match.part("words")));
                yield words.isEmpty() ? null : new Check.Mentions(words);
            }
        };
    }

    private static @Nullable Check one(Entry entry, Saying.Match match, Place place, ValueReader reader) {
        var number = number(entry, match, "number", place, reader);
        if (Double.isNaN(number)) {
            return null;
        }
        return switch (entry.phrase().shape()) {
            case AT_LEAST -> Check.Between.atLeast(number);
            case AT_MOST -> Check.Between.atMost(number);
            case ABOVE -> Check.Between.above(number);
            case BELOW -> Check.Between.below(number);
            default -> Check.Between.exactly(number);
        };
    }

    private static @Nullable Check between(Entry entry, Saying.Match match, Place place, ValueReader reader) {
        var from = number(entry, match, "number", place, reader);
        var to = number(entry, match, "number2", place, reader);
        return Double.isNaN(from) || Double.isNaN(to) ? null : new Check.Between(from, true, to, false);
    }

    private static double number(Entry entry, Saying.Match match, String which, Place place, ValueReader reader) {
        var part = match.part(which);
        return reader.number(entry.name(), part.text(), at(place, part), entry.term());
    }

    private static @Nullable Check words(Entry entry, Saying.Match match, Place place, ValueReader reader) {
        var part = match.inOrder().stream().filter(each -> isChecked(each.name())).findFirst().orElseThrow();
        var words = reader.words(entry.term(), entry.name(), part.text(), at(place, part));
        return words.isEmpty() ? null : new Check.OneOf(words, entry.phrase().shape() == Shape.IS_NOT);
    }

    private static @Nullable Check upTo(Entry entry, Saying.Match match, Place place, ValueReader reader) {
        var part = match.part("value");
        var word = reader.word(entry.term(), entry.name(), part.text(), at(place, part));
        return word == null ? null : upTo(entry.term(), word, entry.phrase().shape() == Shape.OR_ABOVE);
    }

    static Check upTo(Term term, String word, boolean above) {
        var words = term.words();
        var at = words.indexOf(word);
        return new Check.OneOf(above ? words.subList(at, words.size()) : words.subList(0, at + 1), false);
    }

    private static Place at(Place sentence, Saying.Part part) {
        return sentence.part(part.start(), part.text().length());
    }
}
