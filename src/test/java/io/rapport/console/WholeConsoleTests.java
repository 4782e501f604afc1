package io.rapport.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.rapport.customer.CustomerSearch;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.EventQueue;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;

/** The pages over the whole engine, asked over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WholeConsoleTests {

    private static final String HEADER = "invoice,stock_code,description,quantity,ts,unit_price,customer_id,email\n";

    @TempDir
    static Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private EventQueue queue;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private Quarantine quarantine;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void useAFreshDirectory(DynamicPropertyRegistry registry) {
        registry.add("rapport.data-directory", directory::toString);
        registry.add("rapport.intake.inbox", () -> directory.resolve("inbox").toString());
    }

    @BeforeEach
    void somebodyOrders() {
        var anna = new Identity(Identity.Kind.EMAIL, "anna@example.org");
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        var line = new EventData.OrderLine("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", new BigDecimal("6"),
                new BigDecimal("2.55"), null, null);
        queue.putAll(List.of(
                new CustomerEvent("form-1", "web-forms-in/preferences", EventTypes.CUSTOMER_UPDATED, List.of(anna), yesterday,
                        new EventData.Traits(Map.of("name", "Anna <b>Martin</b>", "language", "en"))),
                new CustomerEvent("order-1", "orders-in/a.csv", EventTypes.ORDER_PLACED, List.of(anna), yesterday,
                        new EventData.Order("1", "GBP", List.of(line)))));
        await().atMost(Duration.ofSeconds(60)).until(() -> search.find(anna) != null);
    }

    @Test
    void everyPageOfTheWholeEngineIsThere() throws Exception {
        var anna = search.find(new Identity(Identity.Kind.EMAIL, "anna@example.org"));

        for (var path : List.of("/", "/customers", "/customers?q=anna", "/customers?q=tier=lead&sort=name", "/customers/" + anna,
                "/outbox", "/tasks", "/tasks?q=done", "/quarantine", "/rulebook", "/versions", "/versions/live",
                "/versions/draft/compare", "/problems", "/anonymous", "/api", "/api/today",
                "/api/customers", "/api/customers/" + anna, "/api/customers/" + anna + "/timeline", "/api/outbox", "/api/tasks",
                "/api/quarantine", "/api/rulebook", "/api/versions", "/api/sweep", "/api/versions/live",
                "/api/versions/live/files",
                "/api/versions/draft/compare?with=live", "/api/problems", "/api/anonymous", "/?lang=zh",
                "/customers/" + anna + "?lang=zh",
                "/handbook", "/handbook?lang=zh", "/steps", "/api/steps?lang=zh",
                "/churn", "/api/churn", "/customers/" + anna + "/history", "/customers/" + anna + "/history?lang=zh",
                "/api/customers/" + anna + "/history",
                "/customers/" + anna + "/whatif", "/customers/" + anna + "/whatif?what=order&product=Candle&amount=500&lang=zh",
                "/api/customers/" + anna + "/whatif?what=later&days=400",
                "/customers/" + anna + "/scenario?decision=order-1", "/api/customers/" + anna + "/scenario?decision=order-1",
                "/customers/" + anna + "/whynot/tier", "/customers/" + anna + "/whynot/relationship?lang=zh",
                "/api/customers/" + anna + "/whynot/stage", "/customers/" + anna + "/past?decision=order-1&lang=zh",
                "/api/customers/" + anna + "/past?decision=order-1", "/versions/live/compare?with=draft",
                "/rulebook?lang=zh")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get("/customers/" + anna).body()).contains("Anna &lt;b&gt;Martin&lt;/b&gt;", "order placed", "CARE-");
        assertThat(get("/api/customers/" + anna + "/scenario?decision=order-1").body()).contains("this is decided for");
        assertThat(get("/handbook").body()).as("a rule that spoke in the last month").containsPattern(">[1-9]\\d* times<");
        assertThat(get("/api/customers/" + anna + "/history").body()).contains("\"current-value\"",
                "\"concept\":\"stage\"", "exploration");
        assertThat(get("/").body()).contains("Anna &lt;b&gt;Martin&lt;/b&gt;", "Order files");
        assertThat(get("/customers/" + anna + "9999").statusCode()).isEqualTo(404);
        assertThat(get("/api/customers/" + anna + "/past?day=2001-01-01").body()).contains("\"error\"", "Nothing was decided");
    }

    @Test
    void theStyleSheetIsKeptByBrowsersUnderAnAddressOfItsContent() throws Exception {
        var address = get("/").body().replaceAll("(?s).*href=\"(/console-[0-9a-f]+\\.css)\".*", "$1");

        assertThat(get(address).headers().firstValue("Cache-Control")).hasValueSatisfying(
                control -> assertThat(control).contains("max-age=31536000"));
    }

    @Test
    void healthTellsOfBrokerDatabaseAndDiskAndPrometheusOfTheFigures() throws Exception {
        assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"", "\"broker\"", "\"db\"", "\"diskSpace\"");
        assertThat(get("/actuator/prometheus").body()).contains("rapport_events_received_total", "rapport_events_decided_total",
                "rapport_events_duplicate_total", "rapport_engine_sweep_decided",
                "rapport_events_quarantined{status=\"waiting\"}",
                "rapport_outbox_messages{status=\"local\"}", "rapport_decision_seconds_bucket");
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/info").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageHandsOutTheTokenItsButtonsNeedAndAScriptBringsItsOwn() throws Exception {
        var page = get("/");
        assertThat(page.headers().firstValue("Set-Cookie")).hasValueSatisfying(
                cookie -> assertThat(cookie).contains("XSRF-TOKEN=", "HttpOnly", "SameSite=Strict"));
        assertThat(page.body()).contains("name=\"_csrf\"");

        assertThat(post("/switches", "stop=true", "a", "b").statusCode()).isEqualTo(403);
        assertThat(get("/").body()).doesNotContain("Everything is stopped");
        assertThat(post("/switches", "stop=true", "a", "a").statusCode()).isEqualTo(302);
        assertThat(get("/").body()).contains("Everything is stopped");
        post("/switches", "stop=false", "a", "a");
        assertThat(get("/").body()).doesNotContain("Everything is stopped");
    }

    @Test
    void aQuarantinedLineIsMendedAndBecomesACustomersOrder() throws Exception {
        var bad = "77,85123A,HEART,six,2026-11-20 10:00:00,2.55,,mended@example.org\n";
        Files.createDirectories(directory.resolve("inbox/orders"));
        Files.writeString(directory.resolve("inbox/orders/b.csv"), HEADER + bad);
        await().atMost(Duration.ofSeconds(60)).until(() -> !quarantine.list(Quarantined.Status.WAITING, 0, 9).isEmpty());
        var id = quarantine.list(Quarantined.Status.WAITING, 0, 9).getFirst().id();

        assertThat(post("/quarantine/" + id + "/replayed", "", "a", "a").statusCode()).isEqualTo(409);
        assertThat(quarantine.find(id).orElseThrow().status()).isEqualTo(Quarantined.Status.WAITING);

        var mended = "mended=" + URLEncoder.encode(bad.replace("six", "6"), StandardCharsets.UTF_8);
        assertThat(post("/quarantine/" + id + "/replayed", mended, "a", "a").statusCode()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> search.find(new Identity(Identity.Kind.EMAIL, "mended@example.org")) != null);
        assertThat(quarantine.find(id).orElseThrow().status()).isEqualTo(Quarantined.Status.REPLAYED);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String cookie, String header)
            throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "XSRF-TOKEN=" + cookie).header("X-XSRF-TOKEN", header)
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
