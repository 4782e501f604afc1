package io.rapport.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ConsoleTest
class PageTests {

    private static final String[] PAGES = {"/", "/customers", "/customers/7", "/outbox", "/outbox/a1", "/tasks", "/quarantine",
            "/rulebook", "/versions", "/versions/22bb33cc", "/versions/22bb33cc/compare", "/problems", "/vocabulary",
            "/vocabulary?q=silent", "/rules/check", "/reports", "/churn", "/anonymous", "/api",
            "/customers/7/whatif?what=order", "/customers/7/history", "/customers/7/scenario?decision=o1", "/steps",
            "/customers/7/whynot/tier", "/customers/7/past?decision=o1",
            "/dry-run", DryRunViews.PAGE, DryRunViews.UNDER_WAY, DryRunViews.PAGE + "/customers"};

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private ConsoleTest.Rooms rooms;

    @BeforeEach
    void fillTheRooms() {
        rooms.fill(Views.HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyPageIsThereInBothLanguages(String language) throws IOException {
        for (var path : PAGES) {
            var page = html(path, language);

            assertThat(page).as(path).contains("<html lang=\"" + language + "\"", "id=\"content\"", "class=\"skip\"")
                    .doesNotContain("??");
            keep(path, language, page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/customers", "/customers/7", "/customers/7/whynot/tier", "/customers/7/past?decision=o1",
            "/versions", "/versions/22bb33cc", "/versions/22bb33cc/compare"})
    void aNameThatIsCodeIsShownAndNeverRun(String path) throws IOException {
        assertThat(html(path, "en")).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void aStrangersTextIsShownAndNeverRun() throws IOException {
        assertThat(html("/customers/7", "en")).contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(html("/quarantine", "en")).contains("&lt;/textarea&gt;").doesNotContain("</textarea><script");
    }

    @Test
    void valuesAreNamedWithTheirConceptInTheReadersLanguage() throws IOException {
        assertThat(html("/customers/7", "en")).contains("tier gold");
        assertThat(html("/customers/7", "zh")).contains("黄金").doesNotContain("tier gold");
    }

    @Test
    void whoIsLeavingIsRankedWithItsReasons() throws IOException {
        assertThat(html("/churn", "en")).contains("To rescue", ">240.00 EUR<", "81.5 %", ">silent<", ">bought-away<",
                "first 2,000");
        assertThat(html("/churn", "zh")).contains("沉默", "低价寻求").doesNotContain(">silent<");
    }

    @Test
    void whyAnotherValueDoesNotStandIsSaidWithWhatWouldChangeThat() throws IOException {
        assertThat(html("/customers/7/whynot/tier", "en")).contains("Why not tier diamond?", "at most 1", "3.2",
                "with a current value of 9000 instead of 3000", "A row above it holds and goes first", "and 2 more");
        assertThat(html("/customers/7/whynot/tier", "zh")).contains("为什么不是客户金字塔 钻石？");
        assertThat(browser.get().uri("/customers/7/whynot/giraffe")).hasStatus(404);
    }

    @Test
    void aDecisionOfThePastLeadsToTheRulebookThatMadeIt() throws IOException {
        assertThat(html("/customers/7", "en")).contains("/customers/7/past?decision=m1");
        assertThat(html("/customers/7/past?decision=o1", "en")).contains("/versions/6f1c9a", "next 4 % by current value");
    }

    @Test
    void whoIsDecidedByTheLiveVersionIsToldOnTheFirstPageAndBesideTheVersions() throws IOException {
        for (var path : List.of("/", "/versions")) {
            assertThat(html(path, "en")).contains("82 % of 4,380 customers are decided by this version; 788 remain.",
                    "<progress max=\"100\" value=\"82\"", "waits until the import of history has ended", "One customer could not",
                    "href=\"/customers/7\"");
            assertThat(html(path, "zh")).contains("4,380 位客户中有 82 % 已由本版本作出决策；还剩 788 位。");
        }
    }

    @Test
    void timesShowTheirZone() throws IOException {
        assertThat(html("/", "en")).contains("datetime=\"2026-11-22T12:00:00Z\"", "22 Nov 2026, 12:00 UTC");
        assertThat(html("/", "zh")).contains("2026年11月22日 12:00 UTC");
    }

    @Test
    void whatIsUnknownIsCalledUnknown() throws IOException {
        assertThat(html("/customers", "en")).contains(">unknown<");
    }

    @Test
    void theFirstPageRenewsItselfUntilItIsHeld() throws IOException {
        assertThat(html("/", "en")).contains("http-equiv=\"refresh\"");
        assertThat(html("/?refresh=off", "en")).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void anEmptyEngineSaysWhatToDoNext() throws IOException {
        rooms.empty();

        assertThat(html("/", "en")).contains("Drop an order file", "Everything is stopped", "No rulebook is live");
        assertThat(html("/customers", "en")).contains("Nobody is known yet");
        assertThat(html("/customers/7", "en")).contains("Customer 8", "No purchase yet");
        assertThat(html("/outbox", "en")).contains("Nothing here");
        assertThat(html("/tasks", "en")).contains("No task here");
        assertThat(html("/quarantine", "en")).contains("Nothing is in quarantine");
        assertThat(html("/anonymous", "en")).contains("Nothing anonymous came in");
    }

    @Test
    void theOutboxSaysPlainlyThatNothingWasSent() throws IOException {
        assertThat(html("/outbox", "en")).contains("Not sent", "no mail server is set");
        assertThat(html("/outbox/a1", "en")).contains("Not sent");
    }

    @Test
    void aCustomerThatDoesNotExistIsNotFound() {
        assertThat(browser.get().uri("/customers/99")).hasStatus(404);
        assertThat(browser.get().uri("/customers/anna")).hasStatus(404);
        assertThat(browser.get().uri("/api/customers/99")).hasStatus(404);
    }

    @Test
    void nonsenseInTheAddressIsReadAsTheFirstPage() {
        assertThat(browser.get().uri("/customers?page=-1&sort=drop%20table&down=maybe")).hasStatusOk();
        assertThat(browser.get().uri("/tasks?page=999999999999")).hasStatusOk();
    }

    @Test
    void theChosenLanguageIsRememberedAndAForeignOneIsNot() {
        assertThat(browser.get().uri("/?lang=zh").exchange().getResponse().getHeaders(HttpHeaders.SET_COOKIE))
                .anyMatch(cookie -> cookie.startsWith("lang=zh;"));
        assertThat(browser.get().uri("/?lang=fr").exchange().getResponse().getHeaders(HttpHeaders.SET_COOKIE))
                .noneMatch(cookie -> cookie.startsWith("lang="));
        assertThat(browser.get().uri("/").header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN,zh;q=0.9,en;q=0.5")).bodyText()
                .contains("<html lang=\"zh\"");
        assertThat(browser.get().uri("/").header(HttpHeaders.ACCEPT_LANGUAGE, "fr")).bodyText().contains("<html lang=\"en\"");
    }

    @Test
    void everyPageHasTheSameAsJson() {
        for (var path : List.of("/api/today", "/api/customers", "/api/customers/7", "/api/customers/7/timeline", "/api/outbox",
                "/api/outbox/a1", "/api/tasks", "/api/quarantine", "/api/rulebook", "/api/versions", "/api/versions/22bb33cc",
                "/api/versions/22bb33cc/compare", "/api/problems", "/api/anonymous", "/api/dry-run",
                "/api" + DryRunViews.PAGE, "/api" + DryRunViews.PAGE + "/customers", "/api/vocabulary",
                "/api/vocabulary/complete?file=4-care/a.sentences")) {
            assertThat(browser.get().uri(path)).as(path).hasStatusOk().hasContentTypeCompatibleWith("application/json");
        }
        assertThat(browser.get().uri("/api/customers/7")).bodyJson().extractingPath("$.conclusions[0].value").isEqualTo("gold");
        assertThat(browser.get().uri("/api/today")).bodyJson().extractingPath("$.at").isEqualTo("2026-11-22T12:00:00Z");
    }

    @Test
    void aDryRunSaysPlainlyWhatNobodyCanKnowAndWhoCameBack() throws IOException {
        assertThat(html(DryRunViews.PAGE, "en")).contains("What nobody can know", "the 3 contacts of the past",
                "Live: of 412 customers flagged, 301 did not come back within 90 days", "tier:gold%3Esilver", "0.002");
        assertThat(html(DryRunViews.PAGE, "zh")).contains("无人能知", "被标记的412位客户中，301位在90天内没有回来", "黄金");
    }

    @Test
    void theTablesOfWhoCameBackHaveTheirFigures() throws IOException {
        assertThat(html(DryRunViews.PAGE, "en")).contains("2 of 4");
        assertThat(html(DryRunViews.PAGE, "zh")).contains("4位中的2位");
    }

    @Test
    void aDryRunSaysWhatTheChangedRulesDidWhatWasHeldBackAndWhatItCosts() throws IOException {
        assertThat(html(DryRunViews.PAGE, "en")).contains("What the changed rules did", "50 → 61", "As if all had agreed",
                "complaint-deadline:24%3E8", ">216<", "Work for the teams", "26,520.00", "The same for everybody",
                "1 rule never held");
        assertThat(html(DryRunViews.PAGE, "zh")).contains("有变化的规则做了什么", "赢回", "假定所有人都已同意", "各团队的工作", "电话",
                "对所有人都相同", "生日");
        assertThat(html("/dry-run", "en")).contains("name=\"asIfAgreed\"");
    }

    @Test
    void aDryRunUnderWayShowsHowFarItIsAndCanBeCancelled() throws IOException {
        assertThat(html(DryRunViews.UNDER_WAY, "en")).contains("http-equiv=\"refresh\"", "12.5 %", "/cancelled",
                "About 40 s left");
    }

    @Test
    void theCustomersOfADryRunCanBeDownloaded() {
        assertThat(browser.get().uri(DryRunViews.PAGE + "/customers.csv")).hasStatusOk()
                .hasContentTypeCompatibleWith("text/csv").bodyText().startsWith("\uFEFF")
                .contains("'=cmd", "\"gold\",\"silver\"");
        assertThat(browser.get().uri("/dry-run/20260101-000000-000")).hasStatus(404);
        assertThat(browser.get().uri("/dry-run/..%2F..%2Fetc")).hasStatus4xxClientError();
    }

    private String html(String path, String language) throws IOException {
        var answer = browser.get().uri(path + (path.contains("?") ? "&" : "?") + "lang=" + language).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** Kept to be looked at in a browser. */
    private static void keep(String path, String language, String page) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(language + path.replace('/', '_') + ".html"), page);
    }
}
