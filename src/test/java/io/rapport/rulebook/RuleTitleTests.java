package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

/** What a rule is called where people read it: words in their language, no keys of the program. */
class RuleTitleTests {

    @Test
    void noTitleAndNoReasonShowsAPlaceholder() {
        for (var language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            assertThat(Shelf.SHIPPED.rules()).allSatisfy(rule -> {
                assertThat(rule.title(language)).isNotBlank().doesNotContain("{", "}");
                assertThat(rule.reason(language)).doesNotContain("{", "}");
            });
        }
    }

    @Test
    void aChineseReaderReadsAChineseTitle() {
        assertThat(Shelf.SHIPPED.rules()).allSatisfy(rule -> assertThat(rule.title(Locale.CHINESE))
                .matches(title -> title.chars().anyMatch(c -> Text.isHan((char) c)), "has Chinese characters"));
        assertThat(Shelf.SHIPPED.rule("TIER-001/2").title(Locale.CHINESE)).isEqualTo("客户金字塔是黄金：当前价值排在其后的4%");
        assertThat(Shelf.SHIPPED.rule("STATUS-001/6").title(Locale.ENGLISH))
                .isEqualTo("status loyal: bought on … days over half a year or more");
    }
}
