package io.rapport.console.command;

import static io.rapport.console.command.Ran.rapport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.EventQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Events that the whole engine cannot decide, as a person meets them: on the page, as JSON, at the command line. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ParkedEventsTests {

    @TempDir
    static Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private EventQueue queue;

    @Autowired
    private DataSource database;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void useAFreshDirectory(DynamicPropertyRegistry registry) {
        registry.add("rapport.data-directory", directory::toString);
        registry.add("rapport.intake.inbox", () -> directory.resolve("inbox").toString());
    }

    @Test
    void areLookedAtMendedDiscardedAndTakenBack() throws Exception {
        assertThat(ask("parked")).isEqualTo(new Ran(ExitCode.FINE, "Nothing waits.\n", ""));
        assertThat(get("/parked").body()).contains("Nothing is parked");
        // the database keeps no order of Anna or Ben that says so
        execute("alter table event_log add constraint no_giraffes check (data not like '%GIRAFFE%')");
        queue.putAll(List.of(order("anna", "1", "GIRAFFE"), order("anna", "2", "HEART"), order("ben", "3", "GIRAFFE"),
                order("carl", "4", "HEART")));
        await().atMost(Duration.ofSeconds(60)).until(() -> items().size() == 3);

        assertThat(get("/").body()).contains("href=\"/parked\"");
        assertThat(get("/parked").body()).contains("orders/shop/1", "waits behind an earlier event", "&quot;GIRAFFE&quot;");
        assertThat(get("/parked?lang=zh").body()).contains("已搁置事件", "排在同一客户更早的事件之后等待").doesNotContain("??");
        assertThat(items("anna@example.org")).containsExactly("orders/shop/1", "orders/shop/2");
        assertThat(items("orders/shop/3")).containsExactly("orders/shop/3");
        assertThat(items("nobody@example.org")).isEmpty();
        var anna = id("orders/shop/1");
        var ben = id("orders/shop/3");
        assertThat(ask("parked", "show", anna).out()).contains("ConstraintViolationException", "GIRAFFE");
        assertThat(ask("parked", "retry", anna).err()).contains("The event still waits", "Maybe mend it");
        assertThat(ask("parked", "--json").out()).contains("\"tries\" : 2");
        assertThat(ask("parked", "mend", anna, "--replace", "\"time\"", "--with", "\"when\"").err())
                .startsWith("This is not the event, mended");

        assertThat(ask("parked", "mend", anna, "--replace", "GIRAFFE", "--with", "CANDLE"))
                .isEqualTo(new Ran(ExitCode.FINE, "The event is decided, and those behind it that could be.\n", ""));
        assertThat(items("handled")).containsExactly("orders/shop/1");
        assertThat(post("/parked/" + ben + "/discarded", "reason=").statusCode()).as("without a reason").isEqualTo(409);
        assertThat(post("/parked/" + ben + "/discarded", "reason=a+test").statusCode()).isEqualTo(302);
        assertThat(items()).isEmpty();
        assertThat(get("/parked?q=discarded").body()).contains("a test", "Take it back");

        execute("alter table event_log drop constraint no_giraffes");
        assertThat(ask("parked", "restore", ben, "--lang", "zh").out()).isEqualTo("该事件已撤回并已重试。\n");
        assertThat(items("discarded")).isEmpty();
        assertThat(get("/api/customers?q=ben@example.org").body()).contains("\"id\"");
        assertThat(get("/parked/4711/raw").statusCode()).isEqualTo(404);
        assertThat(ask("parked", "show", "4711").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    private static CustomerEvent order(String who, String number, String product) {
        var line = new EventData.OrderLine(product, product, BigDecimal.ONE, BigDecimal.TEN, null, null);
        return new CustomerEvent("orders/shop/" + number, "orders-in/a.csv", EventTypes.ORDER_PLACED,
                List.of(new Identity(Identity.Kind.EMAIL, who + "@example.org")), Instant.now().minus(Duration.ofDays(1)),
                new EventData.Order(number, "GBP", List.of(line)));
    }

    private List<String> items(String... sought) throws Exception {
        var words = Stream.concat(Stream.of("parked", "list", "--json"), Stream.of(sought)
                .map(word -> word.equals("handled") || word.equals("discarded") ? "--" + word : word)).toArray(String[]::new);
        return Json.read(ask(words).out()).path("items").valueStream().map(one -> one.path("event").asString()).toList();
    }

    private String id(String event) {
        return Json.read(ask("parked", "list", event, "--json").out()).path("items").get(0).path("id").asString();
    }

    private Ran ask(String... words) {
        return rapport(Stream.concat(Stream.of(words), Stream.of("--url", "http://localhost:" + port)).toArray(String[]::new));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded").header("Cookie", "XSRF-TOKEN=a")
                .header("X-XSRF-TOKEN", "a").POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection(); var open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
