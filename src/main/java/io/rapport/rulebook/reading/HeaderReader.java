package io.rapport.rulebook.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence.Cap.Counts;
import io.rapport.rulebook.Phrase.Shape;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import io.rapport.rulebook.Stratum;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Text;
import io.rapport.rulebook.Vocabulary;
import io.rapport.rulebook.terms.CountTerms;
import io.rapport.rulebook.terms.Saying;
import io.rapport.rulebook.terms.TraitTerms;
import org.jspecify.annotations.Nullable;

/** Reads the phrases at the head of a table's columns, in English and Chinese. */
public final class HeaderReader {

    private static final Map<String, Column> FIXED = Map.ofEntries(Map.entry("because", new Column.Because(false)),
            Map.entry("原因", new Column.Because(true)), Map.entry("note", new Column.Note()), Map.entry("备注", new Column.Note()),
            Map.entry("within days", limit(Column.Limit.Kind.DAYS)), Map.entry("天数", limit(Column.Limit.Kind.DAYS)),
            Map.entry("quiet from", limit(Column.Limit.Kind.FROM)), Map.entry("安静开始", limit(Column.Limit.Kind.FROM)),
            Map.entry("quiet until", limit(Column.Limit.Kind.TO)), Map.entry("安静结束", limit(Column.Limit.Kind.TO)));

    private static final Map<String, Shape> ENDINGS = Map.ofEntries(Map.entry(", at least", Shape.AT_LEAST),
            Map.entry(",至少", Shape.AT_LEAST), Map.entry(", at most", Shape.AT_MOST), Map.entry(",至多", Shape.AT_MOST),
            Map.entry(", below", Shape.BELOW), Map.entry(",低于", Shape.BELOW), Map.entry(", above", Shape.ABOVE),
            Map.entry(",高于", Shape.ABOVE));

    private static final int LONGEST = 200;

    private record Noun(Term term, Saying saying) {}

    private static final List<Noun> NOUNS = Vocabulary.shipped().terms().stream().filter(term -> term.type() != Term.Type.YES_NO)
            .flatMap(term -> java.util.stream.Stream.of(new Noun(term, new Saying(term.english())),
                    new Noun(term, new Saying(term.chinese()))))
            .toList();

    private final Stratum stratum;
    private final Problems problems;

    public HeaderReader(Stratum stratum, Problems problems) {
        this.stratum = stratum;
        this.problems = problems;
    }

    @Nullable
    public Column read(String header, Place place) {
        if (header.length() > LONGEST) {
            problems.add(place, "the name of a column has at most " + LONGEST + " characters", "");
            return null;
        }
        var bare = Text.withPlainBlanks(ValueReader.unquoted(Text.withPlainBlanks(header))).replace('，', ',')
                .replaceAll("\\s+", " ").strip();
        var fixed = FIXED.get(bare.toLowerCase(Locale.ROOT));
        if (fixed != null) {
            return fixed;
        }
        for (var counts : Counts.values()) {
            var most = new Column.Most(counts);
            if (bare.equalsIgnoreCase(name(most, false)) || bare.equals(name(most, true))) {
                return most;
            }
        }
        for (var concept : Concepts.all()) {
            if (concept.home() == stratum && ActionSayings.isCalled(concept, bare)) {
                return new Column.Concludes(concept);
            }
        }
        return reads(bare, place);
    }

    private @Nullable Column reads(String header, Place place) {
        for (var ending : ENDINGS.entrySet()) {
            if (header.toLowerCase(Locale.ROOT).endsWith(ending.getKey())) {
                return noun(header.substring(0, header.length() - ending.getKey().length()), ending.getValue(), place);
            }
        }
        return noun(header, null, place);
    }

    private @Nullable Column noun(String header, @Nullable Shape plain, Place place) {
        var written = Saying.Written.of(header);
        for (var noun : NOUNS) {
            var match = noun.saying().match(written);
            if (match != null && isLater(noun.term())) {
                problems.add(place, "\"" + header.strip() + "\" is not yet known here: " + home(noun.term()) + " concludes it",
                        "A rule reads what earlier folders concluded.");
                return null;
            }
            if (match != null) {
                var args = new ValueReader(problems).args(match.inOrder(), place);
                return args == null ? null : new Column.Reads(noun.term(), args, plain == null ? plain(noun.term()) : plain);
            }
        }
        var trait = TraitTerms.called(header);
        if (trait != null) {
            return new Column.Reads(trait, List.of(), plain == null ? Shape.EXACTLY : plain);
        }
        for (var term : CountTerms.in(header)) {
            var match = CountTerms.match(term, written);
            if (match != null) {
                var args = new ValueReader(problems).args(match.inOrder(), place);
                return args == null ? null : new Column.Reads(term, args, plain == null ? Shape.EXACTLY : plain);
            }
        }
        if (header.strip().matches("[?？]+")) {
            problems.add(place, "the heading is nothing but question marks: its Chinese was lost when the file was saved",
                    "Open the original again and save it as CSV UTF-8.");
            return null;
        }
        var nearest = nearest(header);
        var example = nearest == null ? "days since the last purchase" : nearest.contains(",") ? "\"" + nearest + "\"" : nearest;
        problems.add(place, "no such column", nearest == null ? "" : "Maybe you meant " + nearest + ".",
                example.contains("{") ? example.replace("{days}", "90") : example);
        return null;
    }

    private boolean isLater(Term term) {
        var concept = term.concept() == null ? null : Concepts.find(term.concept());
        return concept != null && concept.home().ordinal() >= stratum.ordinal();
    }

    private static String home(Term term) {
        var concept = term.concept() == null ? null : Concepts.find(term.concept());
        return concept == null ? "" : concept.home().folder();
    }

    /** What a bare number means in a column that does not say: of a rank, so many and all before. */
    public static Shape plain(Term term) {
        return term.id().endsWith("-top") ? Shape.AT_MOST : Shape.EXACTLY;
    }

    private @Nullable String nearest(String header) {
        var known = new ArrayList<String>(new java.util.TreeSet<>(FIXED.keySet()));
        NOUNS.forEach(noun -> known.add(noun.saying().pattern()));
        Concepts.all().stream().filter(concept -> concept.home() == stratum).forEach(concept -> known.add(concept.english()));
        var nearest = Text.nearest(header, known);
        var words = new HashSet<>(List.of(header.toLowerCase(Locale.ROOT).split(" ")));
        return nearest != null ? nearest
                : known.stream().filter(name -> List.of(name.toLowerCase(Locale.ROOT).split("[ ,]+")).containsAll(words))
                        .min(Comparator.comparing(String::length)).orElse(null);
    }

    /** The head of a column of limits. */
    public static String name(Column.Limit limit, boolean chinese) {
        return switch (limit.kind()) {
            case DAYS -> chinese ? "天数" : "within days";
            case FROM -> chinese ? "安静开始" : "quiet from";
            case TO -> chinese ? "安静结束" : "quiet until";
        };
    }

    /** The head of a column that says how many. */
    public static String name(Column.Most most, boolean chinese) {
        return switch (most.counts()) {
            case OF_ITS_KIND -> chinese ? "最多消息数" : "messages at most";
            case BY_CHANNEL -> chinese ? "这个渠道最多消息数" : "messages by this channel at most";
            case THIS_MESSAGE -> chinese ? "这条消息最多次数" : "this message at most";
            case PROMOTIONS_BY_CHANNEL -> chinese ? "这个渠道最多推广数" : "promotions by this channel at most";
            case PROMOTIONS -> chinese ? "最多推广数" : "promotions at most";
            case CONTACTS -> chinese ? "最多联系次数" : "contacts at most";
        };
    }

    private static Column limit(Column.Limit.Kind kind) {
        return new Column.Limit(kind);
    }
}
