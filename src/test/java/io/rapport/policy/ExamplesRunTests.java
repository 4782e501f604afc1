package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/** What the runner says when an example is wrong: each guard of the build is seen to fail once. */
class ExamplesRunTests {

    private static Rulebook rulebook;

    @TempDir
    Path folder;

    @BeforeAll
    static void compileRules() {
        rulebook = ShippedRules.compiled();
    }

    @AfterAll
    static void closeRulebook() {
        rulebook.close();
    }

    @Test
    void aWrongExpectationNamesFileLineAndWhatWasFound() throws IOException {
        var result = play("""
                Feature: Tier
                  Scenario: wrong
                    Given there are 1,000 customers
                    And Li Lei ranks 10th by current value
                    When Li Lei is looked at again
                    Then Li Lei's tier is lead
                """);

        assertThat(result.failed()).singleElement().satisfies(example -> {
            assertThat(example.file()).isEqualTo("tried.feature");
            assertThat(example.line()).isEqualTo(2);
            assertThat(example.render()).startsWith("tried.feature:6  wrong").contains("[lead]", "[diamond]");
        });
    }

    @Test
    void aWrongValueNamesTheRuleThatDecidedAndTheOneThatShouldHave() throws IOException {
        var result = play("""
                Feature: Tier
                  Scenario: wrong
                    Given there are 1,000 customers
                    And Li Lei ranks 100th by current value
                    When Li Lei is looked at again
                    Then Li Lei's tier is gold
                """);

        var failure = result.failed().getFirst().failure();
        assertThat(failure.line()).isEqualTo(6);
        assertThat(failure.step()).isEqualTo("Li Lei's tier is gold");
        assertThat(failure.expected()).isEqualTo("gold");
        assertThat(failure.found()).isEqualTo("silver");
        assertThat(failure.behind()).extracting(behind -> behind.rule()).containsExactly("TIER-001/3", "TIER-001/2");
        assertThat(failure.render(Locale.ENGLISH)).contains(
                "Decided by rules/1-classify/value-tier.csv:8", "Would have been rules/1-classify/value-tier.csv:7",
                "(found 10)");
        assertThat(failure.render(Locale.CHINESE)).contains("由此规则决定：rules/1-classify/value-tier.csv:8");
    }

    @Test
    void aMessageThatDoesNotGoNamesTheRuleThatAsksForItAndWhatFails() throws IOException {
        var result = play("""
                Feature: Birthday
                  Scenario: a day too early
                    Given it is Monday 2 March 2026, 09:00 in London
                    And Anna was born on 3 March 1990
                    And Anna agrees to promotion by e-mail
                    Then a message "birthday" goes to Anna by e-mail
                """);

        assertThat(result.failed().getFirst().failure().behind()).singleElement().satisfies(behind -> {
            assertThat(behind.decided()).isFalse();
            assertThat(behind.file()).isEqualTo("4-care/birthday-greeting.sentences");
            assertThat(behind.failed()).hasSize(1);
        });
    }

    @Test
    void anExampleThatWaitsForARetiredRuleSaysSo() {
        var texts = new TreeMap<>(RuleFiles.ofFolder(Path.of("rules")).texts());
        texts.computeIfPresent("4-care/birthday-greeting.sentences",
                (_, text) -> text.replace("status: live", "status: retired"));
        try (var without = new RulebookCompiler().read(new RuleFiles(texts)).rulebook()) {
            var feature = new TreeMap<>(Map.of("birthday.feature", """
                    Feature: Birthday
                      Scenario: on the day
                        Given it is Monday 2 March 2026, 09:00 in London
                        And Anna was born on 2 March 1990
                        And Anna agrees to promotion by e-mail
                        Then a message "birthday" goes to Anna by e-mail
                    """));

            var failure = Examples.run(without, feature, (_, _, _) -> {}).failed().getFirst().failure();

            assertThat(failure.render(Locale.ENGLISH)).contains("waits for a rule that is retired",
                    "birthday-greeting.sentences");
            assertThat(failure.render(Locale.CHINESE)).contains("规则已停用");
        }
    }

    @Test
    void aTaskMayWaitForAnybodyInBothLanguages() throws IOException {
        var result = play("""
                # language: zh-CN
                功能: 大额订单
                  场景: 由销售部负责
                    假如 现在是2026年3月2日星期一09:00,在上海
                    当 李雷以6000.00 EUR订购"WHITE HANGING HEART"
                    那么 任务"look after a large order"等待销售部
                    并且 任务"look after a large order"等待销售
                  场景: 别人
                    假如 现在是2026年3月2日星期一09:00,在上海
                    当 李雷以6000.00 EUR订购"WHITE HANGING HEART"
                    那么 任务"look after a large order"等待物流部
                """);

        assertThat(result.failed()).singleElement().satisfies(example -> assertThat(example.render()).contains("物流部", "sales"));
    }

    @Test
    void tellsHowFarItHasCome() throws IOException {
        Files.writeString(folder.resolve("tried.feature"), """
                Feature: Tier
                  Scenario: one
                    Given there are 1,000 customers
                  Scenario: another
                    Given there are 1,000 customers
                """);
        var heard = new ArrayList<String>();

        Examples.run(rulebook, folder, (example, done, all) -> heard.add(example.name() + " " + done + "/" + all));

        assertThat(heard).containsExactly("one 1/2", "another 2/2");
    }

    @Test
    void anUnknownStepIsAnsweredWithTheNearestWording() throws IOException {
        var result = play("""
                Feature: Tier
                  Scenario: misspelt
                    Given there are 1,000 costumers
                """);

        assertThat(result.failed()).singleElement().satisfies(example -> assertThat(example.render())
                .startsWith("tried.feature:3").contains("No such step", "Maybe you meant: there are {count} customers"));
    }

    @Test
    void anUnknownChineseStepIsAnsweredWithWhatIsLikeItOrWithWhereTheStepsStand() throws IOException {
        var result = play("""
                # language: zh-CN
                功能: 客户金字塔
                  场景: 相近的说法
                    假如安娜于2026年3月1日订购了"杯子"
                  场景: 没有相近的说法
                    假如天气晴朗
                """);

        assertThat(result.failed()).extracting(example -> example.render(Locale.CHINESE)).satisfiesExactly(
                near -> assertThat(near).contains("没有这样的步骤", "订购了{string}"),
                far -> assertThat(far).contains("没有这样的步骤", "/steps").doesNotContain("您是否想说"));
    }

    @Test
    void aFileThatIsNotGherkinFailsAloneAndSaysWhere() throws IOException {
        Files.writeString(folder.resolve("broken.feature"), """
                Feature: Tier
                  Scenario: misspelt after a good step
                    Given there are 1,000 customers
                    Thne nothing
                """);

        var result = play("""
                Feature: Tier
                  Scenario: right
                    Given there are 1,000 customers
                    And Li Lei ranks 10th by current value
                    When Li Lei is looked at again
                    Then Li Lei's tier is diamond
                """);

        assertThat(result.passed()).isEqualTo(1);
        assertThat(result.failed()).singleElement().satisfies(
                example -> assertThat(example.render()).startsWith("broken.feature:4"));
    }

    @Test
    void aScenarioWithoutStepsFailsBecauseItShowsNothing() throws IOException {
        var result = play("""
                Feature: Tier
                  Scenario: misspelt from the start
                    Gvien there are 1,000 customers
                """);

        assertThat(result.failed()).singleElement().extracting(Example::render).asString().contains("no step", "Maybe");
    }

    @Test
    void anImpossibleDateIsAFailureWithAdvice() throws IOException {
        var result = play("""
                Feature: Clock
                  Scenario: the second of March 2026 is a Monday
                    Given it is Friday 2 March 2026, 09:00 in Shanghai
                """);

        assertThat(result.failed()).singleElement().satisfies(
                example -> assertThat(example.render()).contains("[Friday 2 March 2026, 09:00]", "Maybe"));
    }

    @Test
    void idleRulesAndIdleStepsAreTold() throws IOException {
        var result = play("""
                Feature: Nothing
                  Scenario: nobody
                    Given there are 1,000 customers
                    Then no message "birthday" goes to Mei
                """);

        assertThat(result.green()).isTrue();
        assertThat(result.firedRules()).isEmpty();
        assertThat(result.unusedSteps()).anyMatch(step -> step.startsWith("\"{person} was born on {date}\""));
    }

    /** Cucumber's incrementing ids are spent after 255 runs of one process, and publishing runs the examples on every save. */
    @Test
    void oneProcessMayPlayTheExamplesAsOftenAsItLikes() throws IOException {
        play("""
                Feature: Nothing
                  Scenario: nobody
                    Given there are 1,000 customers
                    Then no message "birthday" goes to Mei
                """);

        for (var run = 0; run < 300; run++) {
            assertThat(Examples.run(rulebook, folder).green()).isTrue();
        }
    }

    @Test
    void aScenarioWithoutThenFailsBecauseItShowsNothing() throws IOException {
        var result = play("""
                Feature: Tier
                  Scenario: nothing asserted
                    Given there are 1,000 customers
                    And Li Lei ranks 10th by current value
                    When Li Lei is looked at again
                """);

        var failure = result.failed().getFirst().failure();
        assertThat(failure.render(Locale.ENGLISH)).contains("Nothing is asserted under Then");
        assertThat(failure.render(Locale.CHINESE)).contains("“那么”之下没有任何断言");
    }

    @Test
    void anAssertionUnderAndOfAThenIsOne() throws IOException {
        assertThat(play("""
                # language: zh-CN
                功能: 客户金字塔
                  场景: 有断言
                    假如 共有1000位客户
                    并且 李雷的当前价值排第10位
                    当 重新评价李雷
                    那么 李雷是"钻石"客户
                """).failed()).isEmpty();
    }

    @Test
    void anEmptyFileAFeatureAloneAndAnOutlineWithoutRowsFailBecauseTheyShowNothing() throws IOException {
        Files.writeString(folder.resolve("empty.feature"), "");
        Files.writeString(folder.resolve("alone.feature"), "Feature: Tier\n");
        Files.writeString(folder.resolve("norows.feature"), """
                Feature: Tier
                  Scenario Outline: no rows
                    Given there are <count> customers
                    Then Li Lei's tier is gold

                    Examples:
                      | count |
                """);

        var result = play("""
                Feature: Tier
                  Scenario: right
                    Given there are 1,000 customers
                    And Li Lei ranks 10th by current value
                    When Li Lei is looked at again
                    Then Li Lei's tier is diamond
                """);

        assertThat(result.passed()).isEqualTo(1);
        assertThat(result.failed()).extracting(example -> example.file() + ":" + example.line())
                .containsExactly("alone.feature:1", "empty.feature:1", "norows.feature:2");
        assertThat(result.failed()).allSatisfy(
                example -> assertThat(example.render()).contains("so ").contains("shows nothing"));
    }

    @Test
    void blanksQuotesAndColonsOfAWordProcessorAreThoseOneTypes() throws IOException {
        var result = play("""
                Feature：Copied
                  Scenario：one
                    Given it is Thursday 5 March 2026,\u00a012:00 in London
                    And Mei was born on 7\u00a0March\u202f1990
                    When it becomes Saturday 7 March 2026, 09:00
                    Then no message “birthday” goes to Mei
                """);

        assertThat(result.failed()).isEmpty();
        assertThat(result.passed()).isEqualTo(1);
    }

    @Test
    void anInvisibleCharacterIsNamed() throws IOException {
        var result = play("""
                Feature: Copied
                  Scenario: one
                    Given there are 1,000\u200b customers
                    Then Li Lei's tier is diamond
                """);

        assertThat(result.failed()).singleElement()
                .satisfies(example -> assertThat(example.render()).startsWith("tried.feature:3").contains("[U+200B]"));
    }

    @Test
    void aFileOfAChineseWindowsIsRead() throws IOException {
        Files.write(folder.resolve("tried.feature"), """
                # language: zh-CN
                功能: 客户金字塔
                  场景: 有断言
                    假如 共有1000位客户
                    并且 李雷的当前价值排第10位
                    当 重新评价李雷
                    那么 李雷是"钻石"客户
                """.getBytes("GBK"));

        assertThat(Examples.run(rulebook, folder).failed()).isEmpty();
    }

    private ExamplesResult play(String feature) throws IOException {
        Files.writeString(folder.resolve("tried.feature"), feature);
        return Examples.run(rulebook, folder);
    }
}
