package io.rapport.rulebook;

import java.util.List;

import io.rapport.facts.Situation;
import io.rapport.rulebook.reading.CellWording;
import io.rapport.rulebook.reading.Column;
import io.rapport.rulebook.reading.HeaderReader;
import io.rapport.rulebook.reading.SampleCells;
import io.rapport.rulebook.reading.SampleSentence;
import io.rapport.rulebook.reading.ValueReader;
import io.rapport.rulebook.terms.ChineseHelp;

/**
 * A word of the vocabulary as its catalogue shows it.
 *
 * @param id never renamed
 * @param scope what it is about
 * @param unit empty: none
 * @param values the words it may have, lowest first; empty: any, or a number
 * @param range what numbers make sense; empty for words
 * @param from the first folder whose rules may read it
 * @param sayings how a condition about it is said in sentences
 * @param cells how it is said in a column of a table; empty where it has none
 */
public record VocabularyEntry(
        String id, Situation.Scope scope, Term.Type type, Bilingual name, Bilingual help, String unit, String range,
        List<Term.Word> values, String from, List<Bilingual> sayings, List<Bilingual> examples, List<Bilingual> cells) {

    /** The same in both languages. */
    public record Bilingual(String english, String chinese) {

        /** In the reader's language. */
        public String in(java.util.Locale locale) {
            return Text.isChinese(locale) ? chinese : english;
        }
    }

    public VocabularyEntry {
        values = List.copyOf(values);
        sayings = List.copyOf(sayings);
        examples = List.copyOf(examples);
        cells = List.copyOf(cells);
    }

    static VocabularyEntry of(Term term) {
        var concept = term.concept() == null ? null : Concepts.find(term.concept());
        var from = concept == null ? Stratum.CLASSIFY : Stratum.values()[concept.home().ordinal() + 1];
        return new VocabularyEntry(term.id(), term.scope(), term.type(), new Bilingual(term.english(), term.chinese()),
                new Bilingual(term.help(), ChineseHelp.of(term)), term.unit(), range(term), term.values(), from.folder(),
                term.phrases().stream().map(phrase -> new Bilingual(phrase.english(), phrase.chinese())).toList(),
                term.phrases().stream().map(phrase -> new Bilingual(SampleSentence.of(term, phrase, false),
                        SampleSentence.of(term, phrase, true))).toList(),
                cells(term));
    }

    private static String range(Term term) {
        return term.type() == Term.Type.NUMBER ? ValueReader.wanted(term.least(), term.most(), term.whole()) : "";
    }

    private static List<Bilingual> cells(Term term) {
        var column = new Column.Reads(term, List.of(), HeaderReader.plain(term));
        return SampleCells.of(term).stream().map(check -> new Bilingual(new CellWording(false).of(column, check),
                new CellWording(true).of(column, check))).toList();
    }
}
