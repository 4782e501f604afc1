package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

/** What shows only when rules are looked at together; each problem shows somebody whom it concerns. */
class StaticChecksTests {

    @Test
    void conditionsThatExcludeEachOtherAreRefusedAtTheSecond() {
        var problems = Shelf.problems("3-churn/signs.sentences", Shelf.sentences("CHURN-009", "rule \"Silent: never\"", "when",
                "    the customer has been silent for 60 days", "    the customer has bought within the last 30 days", "then",
                "    the churn sign is silent"));

        assertThat(Shelf.rendered(problems)).isEqualTo("""
                rules/3-churn/signs.sentences:9:5  the rule can never hold: nobody's "days since the last purchase" is 60 and above and below 30
                    the customer has bought within the last 30 days
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                All conditions of a rule must hold at once: write two rules.
                    Given it is Monday 29 June 2026, 09:00 in London
                    And Anna ordered on 30 April 2026
                """);
    }

    @Test
    void aBoundBeyondAllValuesIsRefused() {
        var problems = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "all", "\"current value, in the top %\",tier", "above 100,lead"));

        assertThat(problems).extracting(Problem::message)
                .containsExactly("the rule can never hold: nobody's \"current value, in the top %\" is above 100");
    }

    @Test
    void twoRulesThatConcludeDifferentValuesForTheSameCustomerAreRefusedWithThatCustomer() {
        var problems = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "all", "\"current value, in the top %\",tier", "10,diamond", "20,gold"));

        assertThat(Shelf.rendered(problems)).isEqualTo("""
                rules/1-classify/value-tier.csv:7:4  "tier" is both diamond and gold for the same customer: the rule of line 6 holds as well
                    20,gold
                       ^^^^
                Let their conditions exclude each other, or make a table of it that says: hit policy: first
                    Given there are 1,000 customers
                    And Anna ranks 1st by current value
                """);
    }

    @Test
    void rulesThatExcludeEachOtherMayConcludeDifferentValues() {
        var problems = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "all", "\"current value, in the top %\",tier", "10,diamond", "above 10,gold"));

        assertThat(problems).isEmpty();
    }

    @Test
    void severalSignsMayHoldAtOnce() {
        var problems = Shelf.problems("3-churn/signs.sentences", Shelf.sentences("CHURN-009", "rule \"a: one\"", "when",
                "  a complaint is open", "then", "  the churn sign is silent", "rule \"b: other\"", "when",
                "  a complaint is open", "then", "  the churn sign is returns"));

        assertThat(problems).isEmpty();
    }

    @Test
    void aWordUsedBeforeItIsConcludedIsRefusedWithTheCustomerMeant() {
        var problems = Shelf.problems("1-classify/a.sentences", Shelf.sentences("TIER-009", "rule \"a: b\"", "when",
                "  the customer has been silent for 90 days", "  the churn level is high", "then", "  the tier is gold"));

        assertThat(Shelf.rendered(problems)).isEqualTo("""
                rules/1-classify/a.sentences:9:3  "churn level" is not yet known here: 3-churn concludes it
                    the churn level is high
                    ^^^^^^^^^^^^^^^^^^^^^^^
                A rule reads what earlier folders concluded.
                    Given it is Monday 29 June 2026, 09:00 in London
                    And Anna ordered on 31 March 2026
                    # Anna: churn level high
                """);
    }

    @Test
    void aConditionOnWhatNoRuleConcludesIsAWarning() {
        var reading = new RulebookCompiler().read(Shelf.files("4-care/a.sentences", Shelf.sentences("CARE-009", "rule \"a: b\"",
                "when", "  the tier is gold", "then", "  give the task \"call\" to service, due in 1 day")));

        assertThat(reading.rulebook()).isNotNull();
        assertThat(Shelf.rendered(reading.warnings())).isEqualTo("""
                rules/4-care/a.sentences:8:15  warning: no rule concludes "tier"
                    the tier is gold
                                ^^^^
                Until a rule does, this one never holds.
                    Given Anna is a gold customer
                """);
    }

    @Test
    void aConditionOnAValueThatNoRuleConcludesIsAWarning() {
        var files = Shelf.files("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "first", "\"current value, in the top %\",tier", "10,diamond", "100,lead"),
                "4-care/a.sentences",
                Shelf.sentences("CARE-009", "rule \"a: b\"", "when", "  the tier is silver or above", "then",
                        "  give the task \"call\" to service, due in 1 day"));

        assertThat(new RulebookCompiler().read(files).warnings()).extracting(Problem::message, Problem::suggestion)
                .containsExactly(tuple("no rule concludes that \"tier\" is silver, gold",
                        "Until a rule does, only the other values count."));
    }

    @Test
    void aRowThatCannotBeReadDoesNotMakeWarningsElsewhere() {
        var files = Shelf.files("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "first", "\"current value, in the top %\",tier", "10,dimond", "100,lead"),
                "4-care/a.sentences",
                Shelf.sentences("CARE-009", "rule \"a: b\"", "when", "  the tier is diamond", "then",
                        "  give the task \"call\" to service, due in 1 day"));

        var reading = new RulebookCompiler().read(files);

        assertThat(reading.problems()).extracting(Problem::suggestion).containsExactly("Maybe you meant diamond.");
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void theSameThresholdInTwoFilesIsAWarningThatNamesTheOtherPlace() {
        var files = Shelf.files("3-churn/a.sentences",
                Shelf.sentences("CHURN-009", "rule \"a: b\"", "when", "  the customer has been silent for 90 days", "then",
                        "  the churn sign is silent"),
                "4-care/a.sentences", Shelf.sentences("CARE-009", "rule \"a: b\"", "when",
                        "  the customer has been silent for 90 days", "then",
                        "  give the task \"call\" to service, due in 1 day"));

        assertThat(Shelf.rendered(new RulebookCompiler().read(files).warnings())).isEqualTo("""
                rules/4-care/a.sentences:8:36  warning: the threshold 90 of "days since the last purchase" stands in rules/3-churn/a.sentences:6 already
                    the customer has been silent for 90 days
                                                     ^^
                A threshold stands once: let an earlier folder name it, and read the name here. If this one may move alone, say in the head: own thresholds: days since the last purchase 90
                    Given it is Monday 29 June 2026, 09:00 in London
                    And Anna ordered on 31 March 2026
                """);
    }

    @Test
    void aGapShowsItsCustomerInTheStepsOfTheExamples() {
        var problems = Shelf.problems("2-relate/relationship.csv",
                Shelf.table("REL-001", "unique", "margin %,relationship", "below 15,basic", "18 and above,proactive"));

        assertThat(problems).extracting(Problem::customer).containsExactly("""
                Given 100 customers own the product line "Candles", at a margin of 16 %
                And Anna has bought from the product line "Candles\"""");
    }

    @Test
    void aThresholdThatTheHeadCallsItsOwnMayStandTwice() {
        assertThat(warningsOfATwiceSilent("own thresholds: days since the last purchase 90")).isEmpty();
        assertThat(warningsOfATwiceSilent("自有阈值：距上次购买的天数 90")).isEmpty();
        assertThat(warningsOfATwiceSilent("own thresholds: days since the last purchase 60")).hasSize(2)
                .contains("own thresholds: [days since the last purchase 60] is no bound in this file");
    }

    private static List<String> warningsOfATwiceSilent(String head) {
        var first = Shelf.sentences("CHURN-009", "rule \"a: b\"", "when", "  the customer has been silent for 90 days", "then",
                "  the churn sign is silent");
        var second = Shelf.sentences("CARE-009", "rule \"a: b\"", "when", "  the customer has been silent for 90 days", "then",
                "  give the task \"call\" to service, due in 1 day").replace("nobody\n", "nobody\n// " + head + "\n");
        return new RulebookCompiler().read(Shelf.files("3-churn/a.sentences", first, "4-care/a.sentences", second)).warnings()
                .stream().map(Problem::message).toList();
    }

    @Test
    void aChineseReaderSeesTheCustomerInChineseStepsToo() {
        var gap = Shelf.problems("2-relate/relationship.csv",
                Shelf.table("REL-001", "unique", "margin %,relationship", "below 15,basic", "18 and above,proactive"));
        var clash = Shelf.problems("1-classify/value-tier.csv",
                Shelf.table("TIER-001", "all", "\"current value, in the top %\",tier", "10,diamond", "20,gold"));

        assertThat(gap.getFirst().render(Locale.CHINESE)).startsWith("rules/2-relate/relationship.csv  无人覆盖：毛利率% ").endsWith("""
                    假如 100位客户拥有产品线"蜡烛",毛利率为16%
                    并且 安娜购买过产品线"蜡烛"
                """);
        assertThat(clash.getFirst().render(Locale.CHINESE)).contains("“客户金字塔”").endsWith("""
                    假如 共有1000位客户
                    并且 安娜的当前价值排第1位
                """);
    }

    @Test
    void rulesAreLookedAtThoughTheHeadHasProblems() {
        var problems = Shelf.problems("3-churn/a.sentences",
                "// A title\n\nrule \"a: b\"\nwhen\n  the tier is gold\n  the tier is lead\nthen\n  the churn sign is silent\n");

        assertThat(problems).extracting(Problem::message)
                .contains("the head does not say \"id\"", "the rule can never hold: nobody's \"tier\" is gold and lead");
    }
}
