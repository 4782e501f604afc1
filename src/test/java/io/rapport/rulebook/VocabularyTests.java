package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.rapport.rulebook.reading.PhraseBook;
import io.rapport.rulebook.reading.RuleDraft;
import io.rapport.rulebook.reading.SampleAction;
import io.rapport.rulebook.reading.SentencesReader;
import io.rapport.rulebook.terms.ChineseHelp;
import io.rapport.rulebook.terms.Doing;
import org.junit.jupiter.api.Test;

/** The catalogue of words shows what works, in both languages. */
class VocabularyTests {

    private static final Problems.Place PLACE = new Problems.Place(1, 1, 1);

    @Test
    void everyExampleOfTheCatalogueIsUnderstoodAndMeansTheSameInBothLanguages() {
        for (var entry : Vocabulary.shipped().entries()) {
            for (var example : entry.examples()) {
                var english = condition(example.english());

                assertThat(english).as(example.english()).isNotNull();
                assertThat(english.term().id()).as(example.english()).isEqualTo(entry.id());
                if (!example.english().contains("refund")) {
                    assertThat(condition(example.chinese())).as(example.chinese()).isEqualTo(english);
                }
            }
        }
    }

    @Test
    void everyConsequenceAndOptionIsUnderstoodInBothLanguages() {
        for (var doing : Doing.values()) {
            for (var chinese : new boolean[] {false, true}) {
                var sample = SampleAction.of(doing, chinese);
                var main = doing == Doing.BY ? "give the task \"call\" to sales, " : "send the message \"win-back\" by email, ";
                var sentence = doing.isOption() ? main + sample : sample;
                var problems = new Problems("a", List.of(sentence));
                var draft = new RuleDraft(1, "", PLACE);
                SentencesReader.consequence(sentence, PLACE, draft, problems);

                assertThat(Shelf.rendered(problems.found())).as(sentence).isEmpty();
                assertThat(draft.then()).as(sentence).hasSize(1);
            }
        }
    }

    @Test
    void everyTermIsExplainedInBothLanguages() {
        assertThat(Vocabulary.shipped().terms()).filteredOn(term -> !ChineseHelp.has(term)).extracting(Term::id)
                .as("add them to vocabulary_zh.properties").isEmpty();
    }

    @Test
    void everyMistakeIsAnsweredInChineseToo() {
        var han = Pattern.compile("\\p{IsHan}");
        for (var name : Mistakes.all().keySet()) {
            for (var problem : Mistakes.problems(name)) {
                assertThat(ProblemsInChinese.of(problem.message())).as(problem.message()).containsPattern(han);
                if (!problem.suggestion().isEmpty()) {
                    assertThat(ProblemsInChinese.of(problem.suggestion())).as(problem.suggestion()).containsPattern(han);
                }
            }
        }
    }

    @Test
    void everyTextAboutAProblemStandsInTheChineseList() throws IOException {
        var known = Files.readString(Path.of("src/main/resources/problems_zh.txt")).lines().filter(line -> !line.startsWith("# "))
                .collect(Collectors.joining("\n"));
        var literal = Pattern
                .compile("(?s)(?:problems\\.(?:add|warn)|found\\.add)\\((?:[^;]*?), ?\"([A-Za-z][^\"{}\\\\]{12,})\"");
        try (var files = Files.walk(Path.of("src/main/java/io/rapport/rulebook"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                literal.matcher(Files.readString(file)).results()
                        .forEach(found -> assertThat(known).as(file.toString()).contains(found.group(1)));
            }
        }
    }

    @Test
    void aProblemReadsInChineseAsInEnglish() {
        var problem = Mistakes.problems("Chinese: a value misspelt").getFirst();

        assertThat(problem.render(Locale.CHINESE)).isEqualTo("""
                rules/3-churn/churn-signs.sentences:8:11  “客户金字塔”需要是乌铅, 钢铁, 白银, 黄金, 钻石之一，实际是[白金]
                    客户金字塔是白金
                                ^^^^
                您可能想写白银。
                例如：客户金字塔是白银
                """);
    }

    private static Condition condition(String sentence) {
        var problems = new Problems("a", List.of(sentence));
        var condition = PhraseBook.shipped().read(sentence, PLACE, problems);
        assertThat(Shelf.rendered(problems.found())).isEmpty();
        return condition;
    }
}
