package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.rapport.facts.Reason;

/** The files under rules/, linted: what fails names file and line. */
class ShippedRulesTests {

    private static final Pattern KEBAB = Pattern
            .compile("[1-5]-[a-z]+/[a-z]+(-[a-z]+)*\\.(csv|sentences)|templates/[a-z-]+\\.(en|zh)\\.txt");

    @Test
    void everyFileIsReadWithoutAProblemOrAWarning() {
        assertThat(Shelf.rendered(new RulebookCompiler().check(Shelf.SHIPPED_FILES))).isEmpty();
    }

    @Test
    void everyFileStandsInTheReadmeAndTheReadmeNamesNoOther() throws IOException {
        var table = Files.readAllLines(Path.of("rules/README.md")).stream().filter(line -> line.startsWith("|")).toList();
        var named = new TreeSet<String>();
        for (var line : table) {
            var matcher = Pattern.compile("`([^`]+)`").matcher(line);
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }

        assertThat(table.getFirst()).isEqualTo("| I want to change ... | -> this file |");
        assertThat(named).containsExactlyElementsOf(Shelf.SHIPPED_FILES.texts().keySet());
    }

    @Test
    void everyFileOfRulesStandsInTheChangeLogWithItsId() throws IOException {
        var lines = Files.readAllLines(Path.of("rules/CHANGELOG.md"));
        for (var rule : Shelf.SHIPPED.rules()) {
            assertThat(lines).as(rule.origin().toString())
                    .anyMatch(line -> line.contains("`" + rule.origin().file() + "`") && line.contains(rule.meta().id()));
        }
    }

    @Test
    void fileNamesAreOneWordOfTheTradeEach() {
        assertThat(Shelf.SHIPPED_FILES.texts().keySet()).allMatch(name -> KEBAB.matcher(name).matches());
    }

    @Test
    void namesSayTheResultThenTheReasonAndAreUnique() {
        Map<String, Rule> names = new HashMap<>();
        for (var rule : Shelf.SHIPPED.rules()) {
            assertThat(rule.name()).as(rule.origin().toString()).isNotBlank();
            assertThat(names.put(rule.name(), rule)).as("a second [" + rule.name() + "] in " + rule.origin()).isNull();
            if (rule.origin().file().endsWith(".sentences")) {
                assertThat(rule.name()).as(rule.origin().toString()).contains(": ");
            }
        }
    }

    @Test
    void everyRuleSaysWhyInEnglishAndInChinese() {
        for (var rule : Shelf.SHIPPED.rules()) {
            var reason = new Reason(rule.id(),
                    rule.captured().stream().map(condition -> new Reason.Captured(condition.key(), "3")).toList());
            var english = Shelf.SHIPPED.because(reason, Locale.ENGLISH);
            var chinese = Shelf.SHIPPED.because(reason, Locale.CHINESE);

            assertThat(english).as(rule.origin().toString()).isNotBlank().doesNotContain("{", "?");
            assertThat(chinese).as(rule.origin().toString()).isNotBlank().doesNotContain("{", "?").containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void everyValueOfEveryConceptIsConcludedBySomeRule() {
        var concluded = new TreeSet<String>();
        Shelf.SHIPPED.rules().stream().flatMap(rule -> rule.then().stream()).forEach(then -> {
            if (then instanceof Consequence.Conclude conclude) {
                concluded.add(conclude.concept() + " " + conclude.value());
            }
        });

        for (var concept : Concepts.all()) {
            concept.words().forEach(word -> assertThat(concluded).contains(concept.id() + " " + word));
        }
    }

    @Test
    void everyTemplateIsWrittenInBothLanguagesAndSentBySomeRule() {
        var sent = new TreeSet<String>();
        Shelf.SHIPPED.rules().stream().flatMap(rule -> rule.then().stream()).forEach(then -> {
            if (then instanceof Consequence.Send send) {
                sent.add("templates/" + send.template() + ".en.txt");
                sent.add("templates/" + send.template() + ".zh.txt");
            }
        });

        assertThat(Shelf.SHIPPED_FILES.texts().keySet()).filteredOn(name -> name.startsWith("templates/"))
                .containsExactlyElementsOf(sent);
    }

    @Test
    void everyTermHasHelpAndAWordingInBothLanguages() {
        for (var term : Vocabulary.shipped().terms()) {
            assertThat(term.help()).as(term.id()).isNotBlank();
            assertThat(term.english()).as(term.id()).isNotBlank();
            assertThat(term.chinese()).as(term.id()).containsPattern("\\p{IsHan}|\\.");
            assertThat(term.phrases()).as(term.id()).isNotEmpty();
        }
    }
}
