package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.rulebook.Phrase.Shape;
import io.rapport.rulebook.Problems.Place;
import org.jspecify.annotations.Nullable;

/** Reads the phrases at the head of a table's columns, in English and Chinese. */
final class HeaderReader {

    private static final Map<String, Column> FIXED = Map.ofEntries(Map.entry("because", new Column.Because(false)),
            Map.entry("原因", new Column.Because(true)), Map.entry("note", new Column.Note()), Map.entry("备注", new Column.Note()),
            Map.entry("messages at most", limit(Column.Limit.Kind.MOST)), Map.entry("最多消息数", limit(Column.Limit.Kind.MOST)),
            Map.entry("within days", limit(Column.Limit.Kind.DAYS)), Map.entry("天数", limit(Column.Limit.Kind.DAYS)),
            Map.entry("quiet from", limit(Column.Limit.Kind.FROM)), Map.entry("安静开始", limit(Column.Limit.Kind.FROM)),
            Map.entry("quiet until", limit(Column.Limit.Kind.TO)), Map.entry("安静结束", limit(Column.Limit.Kind.TO)));

    private static final Map<String, Shape> ENDINGS = Map.ofEntries(Map.entry(", at least", Shape.AT_LEAST),
            Map.entry(",至少", Shape.AT_LEAST), Map.entry(", at most", Shape.AT_MOST), Map.entry(",至多", Shape.AT_MOST),
            Map.entry(", below", Shape.BELOW), Map.entry(",低于", Shape.BELOW), Map.entry(", above", Shape.ABOVE),
            Map.entry(",高于", Shape.ABOVE));

    private record Noun(Term term, Saying saying) {}

    private static final List<Noun> NOUNS = Vocabulary.shipped().terms().stream().filter(term -> term.type() != Term.Type.YES_NO)
            .flatMap(term -> java.util.stream.Stream.of(new Noun(term, new Saying(term.english())),
                    new Noun(term, new Saying(term.chinese()))))
            .toList();

    private final Stratum stratum;
    private final Problems problems;

    HeaderReader(Stratum stratum, Problems problems) {
        this.stratum = stratum;
        this.problems = problems;
    }

    @Nullable
    Column read(String header, Place place) {
        var bare = header.strip().replace('，', ',').replaceAll("\\s+", " ");
        var fixed = FIXED.get(bare.toLowerCase(Locale.ROOT));
        if (fixed != null) {
            return fixed;
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
            if (match != null) {
                var args = args(match, place);
                var otherwise = noun.term().id().endsWith("-top") ? Shape.AT_MOST : Shape.EXACTLY;
                return args == null ? null : new Column.Reads(noun.term(), args, plain == null ? otherwise : plain);
            }
        }
        problems.add(place, "no such column", nearest(header), "");
        return null;
    }

    private @Nullable List<Double> args(Saying.Match match, Place place) {
        var args = new ArrayList<Double>();
        for (var part : match.inOrder()) {
            var number = new ValueReader(problems).number(part.name(), part.text(), place, 1, 731, true);
            if (Double.isNaN(number)) {
                return null;
            }
            args.add(number);
        }
        return args;
    }

    private String nearest(String header) {
        var known = new ArrayList<>(FIXED.keySet());
        NOUNS.forEach(noun -> known.add(noun.saying().pattern()));
        Concepts.all().stream().filter(concept -> concept.home() == stratum).forEach(concept -> known.add(concept.english()));
        return Problems.maybe(header, known);
    }

    private static Column limit(Column.Limit.Kind kind) {
        return new Column.Limit(kind);
    }
}
