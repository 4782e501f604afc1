package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class CompletionTests {

    private static final String CARE = "4-care/win-back.sentences";

    private static final String RULE = "// Title\n\nrule \"a: b\"\nwhen\n";

    @Test
    void aSentenceBegunIsContinuedWithAllThatItCouldBecome() {
        assertThat(lines(CARE, RULE + "    the customer has been si"))
                .contains("    the customer has been silent for {number} days",
                        "    the customer has been silent for {number} times the usual interval")
                .allMatch(line -> line.startsWith(
                        "    the customer has been silent"));
    }

    @Test
    void whatIsFilledInAlreadyIsKept() {
        assertThat(lines(CARE, RULE + "    the customer has been silent for 90 t"))
                .containsExactly("    the customer has been silent for 90 times the usual interval");
    }

    @Test
    void aPlaceForAWordIsFilledWithTheWordsThereAre() {
        assertThat(lines(CARE, RULE + "    the tier is ")).contains("    the tier is gold", "    the tier is lead",
                "    the tier is known");
        assertThat(lines(CARE, RULE + "    the tier is go")).contains("    the tier is gold")
                .doesNotContain("    the tier is lead");
    }

    @Test
    void wordsFromTheMiddleFindTheirSentences() {
        assertThat(lines(CARE, RULE + "    usual interval")).contains(
                "    the customer has been silent for {number} times the usual interval");
    }

    @Test
    void whatIsConcludedLaterIsNotProposed() {
        assertThat(lines("1-classify/a.sentences", RULE + "    the churn level")).isEmpty();
        assertThat(lines(CARE, RULE + "    the churn level")).isNotEmpty();
    }

    @Test
    void consequencesFitTheirFolderAndOptionsFollowAComma() {
        assertThat(lines(CARE, RULE + "    a complaint is open\nthen\n    ")).contains("    open a complaint",
                "    send the message {text} by {channel}").doesNotContain("    hold the action back");
        assertThat(lines("3-churn/a.sentences", RULE + "    a complaint is open\nthen\n    the churn sign is "))
                .contains("    the churn sign is silent", "    the churn sign is returns");
        assertThat(lines(CARE, RULE + "then\n    send the message \"x\" by e")).contains("    send the message \"x\" by email");
        assertThat(lines(CARE, RULE + "then\n    send the message \"x\" by email, as"))
                .containsExactly("    send the message \"x\" by email, as promotion");
    }

    @Test
    void aChineseFileIsContinuedInChinese() {
        assertThat(lines(CARE, "// 标题\n\n规则 \"a\"\n当\n    客户已沉")).contains("    客户已沉默{number}天", "    客户已沉默平常间隔的{number}倍");
        assertThat(lines(CARE, "// 标题\n\n规则 \"a\"\n当\n    客户金字塔是黄")).contains("    客户金字塔是黄金");
    }

    @Test
    void aTableIsContinuedInItsHeaderAndInItsCells() {
        var head = "# Title\n# id: TIER-001\n";

        assertThat(lines("1-classify/value-tier.csv", head + "current value, in")).contains("\"current value, in the top %\"");
        assertThat(lines("1-classify/value-tier.csv", head + "\"current value, in the top %\",ti")).contains("tier")
                .doesNotContain("relationship");
        assertThat(lines("1-classify/value-tier.csv", head + "\"current value, in the top %\",tier\n1,g"))
                .containsExactly("gold");
        assertThat(lines("1-classify/value-tier.csv", head + "number of purchase days,tier\n")).contains("3", "3 and above",
                "any");
    }

    @Test
    void headsRulesAndTemplatesAreContinuedToo() {
        assertThat(lines(CARE, "// Title\n// pu")).containsExactly("// purpose: {why}");
        assertThat(lines(CARE, "// Title\n\n")).containsExactly("rule \"{result: reason}\"");
        assertThat(lines("templates/win-back.en.txt", "Subject: Hello {na")).containsExactly("{name}");
        assertThat(lines("templates/win-back.en.txt", "Subject: Hello\nPurp")).containsExactly("Purpose: promotion",
                "Purpose: service");
        assertThat(lines("nowhere.txt", "x")).isEmpty();
    }

    @Test
    void everyProposalSaysWhatItMeansInTheReadersLanguage() {
        assertThat(Completion.of(CARE, RULE + "    the usual", Locale.ENGLISH)).isNotEmpty()
                .allSatisfy(proposal -> assertThat(proposal.help()).contains("Mean days between purchase days"));
    }

    private static List<String> lines(String file, String text) {
        return Completion.of(file, text, Locale.ENGLISH).stream().map(Completion::text).toList();
    }
}
