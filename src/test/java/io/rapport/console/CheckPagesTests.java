package io.rapport.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;

import io.rapport.console.rules.RuleChecks;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.RulebookCompiler;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A rule file is checked and translated before it is saved: the same on the page and as JSON. */
@ConsoleTest
class CheckPagesTests {

    private static final String FILE = "1-classify/value-tier.csv";

    private static final String WRONG = """
            # Value tier
            # id: TIER-001, owner: marketing, status: live, since: 2026-12-01, hit policy: first
            # purpose: a test
            # wrongly catches: nobody
            "current value, in the top %",tier
            l00,lead
            """;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private RuleChecks checks;

    @BeforeEach
    void checkForReal() {
        when(checks.paths()).thenReturn(List.of(FILE));
        when(checks.live(any())).thenReturn(WRONG);
        when(checks.check(any())).thenAnswer(asked -> new RulebookCompiler()
                .check(new RuleFiles(new java.util.TreeMap<>(asked.<Map<String, String>>getArgument(0)))));
    }

    @Test
    void thePageShowsWhatTheTerminalShows() {
        assertThat(browser.post().uri("/rules/check?lang=en").param("file", FILE).param("text", WRONG).with(csrf())).hasStatusOk()
                .bodyText()
                .contains("One error", "rules/1-classify/value-tier.csv:6:1", "found [l00]", "^^^", "Maybe you meant 100.");
        assertThat(browser.post().uri("/rules/check").header("Accept-Language", "zh").param("file", FILE).param("text", WRONG)
                .with(csrf())).hasStatusOk()
                .bodyText().contains("1个错误", "您可能想写100。");
    }

    @Test
    void theBoxHoldsTheFileAndNothingElse() throws java.io.UnsupportedEncodingException {
        var page = browser.get().uri("/rules/check").param("file", FILE).exchange().getResponse().getContentAsString();

        assertThat(Jsoup.parse(page).selectFirst("textarea").wholeText().strip()).isEqualTo(WRONG.strip());
    }

    @Test
    void theSameIsThereAsJson() {
        var answer = browser.post().uri("/api/rules/check?lang=en").contentType(MediaType.APPLICATION_JSON)
                .content(json(WRONG)).with(csrf());

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.problems[0].suggestion").isEqualTo("Maybe you meant 100.");
        assertThat(answer).bodyJson().extractingPath("$.errors").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.text").asString().startsWith("rules/1-classify/value-tier.csv:6:1  \"");
    }

    @Test
    void aFileIsWrittenInTheOtherLanguage() {
        assertThat(browser.post().uri("/api/rules/translate?to=zh").contentType(MediaType.APPLICATION_JSON)
                .content(json(WRONG.replace("l00", "100"))).with(csrf())).hasStatusOk().bodyJson()
                .extractingPath("$['" + FILE + "'].text").asString().contains("当前价值排名前%,客户金字塔", "100,乌铅");
        assertThat(browser.post().uri("/rules/translate?lang=en").param("file", FILE).param("text", WRONG.replace("l00", "100"))
                .param("to", "zh").with(csrf())).hasStatusOk().bodyText().contains("命中策略: 首个");
    }

    @Test
    void theVocabularyIsSearchedInBothLanguages() {
        assertThat(browser.get().uri("/api/vocabulary?q=客户金字塔")).bodyJson().extractingPath("$.scopes[0].terms[*].id").asArray()
                .contains("tier");
        assertThat(browser.get().uri("/vocabulary?q=nothingofthekind&lang=en")).bodyText().contains("Nothing in the vocabulary");
        assertThat(browser.get().uri("/vocabulary?lang=zh")).bodyText().contains("客户已沉默30天", "关于客户");
    }

    @Test
    void whatMayComeNextIsAnswered() {
        assertThat(browser.get().uri("/api/vocabulary/complete").param("file", "4-care/a.sentences")
                .param("text", "rule \"a: b\"\nwhen\n    the tier is go")).bodyJson().extractingPath("$[*].text").asArray()
                .contains("    the tier is gold");
    }

    private static String json(String text) {
        return "{\"files\":{\"" + FILE + "\":\"" + text.replace("\"", "\\\"").replace("\n", "\\n") + "\"}}";
    }
}
