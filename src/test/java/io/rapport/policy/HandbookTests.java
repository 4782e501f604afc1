package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.rapport.rulebook.Rulebook;

/** The handbook says of every rule file what its head, its rules and its examples say. */
class HandbookTests {

    private static Rulebook rulebook;
    private static Handbook handbook;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeTheHandbookOfTheRulesThatShip() {
        rulebook = ShippedRules.compiled();
        var features = Handbook.features(Path.of("features"));
        var some = new TreeMap<>(features.subMap("4-care/win-back.feature", "4-care/win-back.feature~"));
        some.put("1-classify/wrong.feature", """
                Feature: <b>Tier</b>
                  Rules: rules/1-classify/value-tier.csv
                  Scenario: wrong
                    Given there are 1,000 customers
                    And Li Lei ranks 10th by current value
                    When Li Lei is looked at again
                    Then Li Lei's tier is lead
                """);
        handbook = Handbook.of(rulebook, Examples.run(rulebook, some, (_, _, _) -> {}), some);
    }

    @AfterAll
    static void closeRulebook() {
        rulebook.close();
    }

    @Test
    void everyRuleFileIsAChapter() {
        assertThat(handbook.chapters()).extracting(Handbook.Chapter::file).doesNotHaveDuplicates()
                .containsAll(rulebook.rules().stream().map(rule -> rule.origin().file()).toList());
    }

    @Test
    void aChapterHasProseRulesAndExamplesWithResults() {
        var html = handbook.html(Locale.ENGLISH);

        assertThat(html).contains("customers who moved away or now buy under another name",
                "When the churn level is one of high or lost, and the customer has been silent for 90 days: "
                        + "send the message win-back by e-mail, as promotion.",
                "passes: 89 days", "fails: wrong", "Expected tier of Li Lei [lead], found [diamond]",
                "how often each rule spoke is not known")
                .contains("&lt;b&gt;Tier").doesNotContain("<b>Tier");
    }

    @Test
    void lastMonthsNumbersStandBesideTheRules() {
        var counted = handbook.with(Map.of("CARE-005/1", 41L), LocalDate.of(2026, 10, 23), LocalDate.of(2026, 11, 22));

        assertThat(counted.html(Locale.ENGLISH)).contains("41 times", "2026-10-23");
        assertThat(counted.html(Locale.CHINESE)).contains("41次", "若");
    }

    @Test
    void itIsWrittenToAFolderInBothLanguages() throws Exception {
        handbook.write(folder.resolve("handbook"));

        assertThat(Files.readString(folder.resolve("handbook/index.html"))).contains("<html lang=\"en\">");
        assertThat(Files.readString(folder.resolve("handbook/index.zh.html"))).contains("<html lang=\"zh\">", "规则手册");
    }
}
