package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

/** The two languages mean the same: what is written in one and read back from the other is the same tree. */
class TranslationTests {

    @Test
    void theShippedRulesTranslatedWholeIntoChineseAndReadBackAreTheSameRules() {
        var chinese = Translation.of(Shelf.SHIPPED_FILES, Locale.CHINESE);

        same(chinese);
        assertThat(chinese.texts().get("1-classify/value-tier.csv")).contains("编号: TIER-001", "命中策略: 首个", "当前价值排名前%", "钻石");
        assertThat(chinese.texts().get("4-care/win-back.sentences")).contains("规则 \"", "\n当\n", "    客户已沉默90天", "有效期30天");
    }

    @Test
    void theChineseRulesTranslatedBackAreTheSameRules() {
        same(Translation.of(Translation.of(Shelf.SHIPPED_FILES, Locale.CHINESE), Locale.ENGLISH));
    }

    @Test
    void aFileInItsOwnLanguageStaysTheSameRules() {
        same(Translation.of(Shelf.SHIPPED_FILES, Locale.ENGLISH));
    }

    @Test
    void noEnglishIsLeftInATranslatedConditionOrConsequence() {
        var chinese = Translation.of(Shelf.SHIPPED_FILES, Locale.CHINESE);

        for (var file : chinese.texts().entrySet()) {
            if (file.getKey().endsWith(".sentences")) {
                assertThat(file.getValue().lines().filter(line -> line.startsWith("    "))
                        // a task's title is a name
                        .filter(line -> !line.startsWith("    模板或任务是"))
                        .map(line -> line.replaceAll("\"[^\"]*\"|because|order-value-falling|orders-falling|[a-z]+-[a-z-]+", "")))
                        .as(file.getKey()).noneMatch(line -> line.matches(".*[a-z]{3}.*"));
            }
        }
    }

    @Test
    void whatPeopleWroteForPeopleIsKept() {
        var text = Shelf.table("LINE-009", "first", "words of the description,product line,estimated margin %,note",
                "\"candle*, light*\",Candles,38,\"lights, too\"", "# a remark", "any,Other,10,");

        var chinese = Translation.of("1-classify/product-line.csv", text, Locale.CHINESE);

        assertThat(chinese.problems()).isEmpty();
        assertThat(chinese.text()).contains("\"lights, too\"", "# a remark", "candle*、light*,Candles,38", "任意,Other,10");
    }

    @Test
    void aFileWithErrorsIsNotTranslatedButAnswered() {
        var text = Shelf.table("TIER-009", "first", "\"current value, in the top %\",tier", "1,golden");

        var chinese = Translation.of("1-classify/value-tier.csv", text, Locale.CHINESE);

        assertThat(chinese.text()).isEqualTo(text);
        assertThat(chinese.problems()).extracting(Problem::suggestion).containsExactly("Maybe you meant gold.");
    }

    private static void same(RuleFiles files) {
        try (var rulebook = Shelf.rulebook(files)) {
            assertThat(rulebook.rules()).extracting(TranslationTests::tree)
                    .containsExactlyElementsOf(Shelf.SHIPPED.rules().stream().map(TranslationTests::tree).toList());
        }
    }

    private static List<Object> tree(Rule rule) {
        return List.of(rule.id(), rule.name(), rule.stratum(), rule.scope(), rule.meta(), rule.origin(), rule.when(), rule.then(),
                rule.because());
    }
}
