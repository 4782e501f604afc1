package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.rapport.rulebook.drools.DrlWriter;
import io.rapport.rulebook.drools.Slots;
import io.rapport.rulebook.reading.PhraseBook;
import org.junit.jupiter.api.Test;

/** What marketers write is accepted, and what they write for people never reaches the generated rules. */
public class BenignCorpusTests {

    private static final int FILES = 300;

    /** All that a generated rule may look like. */
    public static final Pattern GENERATED = Pattern.compile("[a-zA-Z0-9 .:;(){}<>=!|,\"\\n-]*");

    private static final Set<String> FOR_PEOPLE = Set.of("because-cell", "note-cell", "unnamed-cell", "task-title", "because",
            "rule-name", "assignee", "table-title", "table-head", "sentences-head", "line-before-a-rule", "message-text",
            "message-subject");

    @Test
    void everyBenignFileIsAccepted() {
        var refused = new ArrayList<String>();
        var files = CorpusOfFiles.benign();
        for (var benign : files) {
            var understood = RulebookCompiler.understood(benign.files());
            if (!understood.problems().isEmpty()) {
                refused.add(benign + "\n" + Shelf.rendered(understood.problems()));
            }
        }

        assertThat(refused).as(refused.size() + " of " + files.size() + " refused").isEmpty();
        assertThat(files.stream().map(each -> each.files().hash()).distinct()).hasSizeGreaterThanOrEqualTo(FILES);
    }

    @Test
    void everyTermIsAcceptedInEveryWordingOfBothLanguages() {
        var refused = new ArrayList<String>();
        for (var sentence : sentencesOverAllTerms()) {
            var problems = new Problems("a", List.of(sentence));
            if (PhraseBook.shipped().read(sentence, new Problems.Place(1, 1, sentence.length()), problems) == null) {
                refused.add(Shelf.rendered(problems.found()));
            }
        }

        assertThat(refused).isEmpty();
    }

    @Test
    void aTextForPeopleDoesNotChangeWhatIsGenerated() {
        for (var benign : CorpusOfFiles.benign()) {
            var skeleton = benign.skeleton();
            var source = source(benign.files());

            assertThat(GENERATED.matcher(source).matches()).as(benign.toString()).isTrue();
            if (FOR_PEOPLE.contains(skeleton.name())) {
                assertThat(source).as(benign.toString()).isEqualTo(source(skeleton.with(skeleton.good())));
            }
        }
    }

    private static String source(RuleFiles files) {
        var rules = RulebookCompiler.understood(files).rules();
        return new DrlWriter(new Slots(rules)).write(rules);
    }

    /** Every phrase of every term with values filled in. */
    static List<String> sentencesOverAllTerms() {
        var sentences = new ArrayList<String>();
        for (var term : Vocabulary.shipped().terms()) {
            for (var phrase : term.phrases()) {
                sentences.add(filled(phrase.english(), term));
                sentences.add(filled(phrase.chinese(), term));
            }
        }
        return sentences;
    }

    private static String filled(String pattern, Term term) {
        var values = term.words();
        var least = Double.isInfinite(term.least()) ? 1 : Math.max(1, term.least());
        var word = values.isEmpty() ? "Candles" : values.getFirst();
        return pattern.replace("{number2}", Numbers.plain(Math.min(least + 1, term.most())))
                .replace("{number}", Numbers.plain(least))
                .replace("{value}", word).replace("{values}", word).replace("{words}", "refund").replace("{weekday}", word)
                .replace("{weekdays}", word)
                .replace("{window}", pattern.startsWith("今天") ? "在12月20日至1月6日之间" : "between 20 December and 6 January")
                .replaceAll("\\{[a-z]+}", "90");
    }
}
