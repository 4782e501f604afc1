package io.rapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The engine starts on the data of an engine of 28 November 2026 (commit 4bf8fbc): the sample orders, mails and forms, an order
 * of 2,000 lines, and one version published on save. What it knew, it still knows; what it said, it still says.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "rapport.publishing.publish-on-save=false")
class OlderDataTests {

    private static final String LIVE_THEN = "514964ffb36122f690d9441f060e3184c667744a5708c2356e382809ade2d49d";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void useOlderData(DynamicPropertyRegistry registry) throws IOException {
        try (var zip = new ZipInputStream(OlderDataTests.class.getResourceAsStream("/data/2026-11-28.zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
        registry.add("rapport.data-directory", directory::toString);
        registry.add("rapport.intake.inbox", () -> directory.resolve("inbox").toString());
    }

    @Test
    void theVersionThatWasLiveIsLive() throws Exception {
        assertThat(json("/api/versions").get("live").asString()).isEqualTo(LIVE_THEN);
    }

    @Test
    void aCustomerIsRememberedWithTraitsConsentAndMoney() throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> get("/api/customers/1000").statusCode() == 200);

        var anna = json("/api/customers/1000");

        assertThat(anna.at("/who/name").asString()).isEqualTo("Anna Smith");
        assertThat(anna.at("/who/consents/0/channel").asString()).isEqualTo("email");
        assertThat(anna.at("/who/consents/0/given").asBoolean()).isTrue();
        assertThat(anna.at("/figures/purchases/days").asInt()).isEqualTo(19);
        assertThat(anna.at("/figures/purchases/spend").decimalValue()).isEqualByComparingTo("65500.07");
    }

    @Test
    void tasksThatWaitedStillWait() throws Exception {
        var titles = json("/api/tasks?size=100").get("items").findValuesAsString("title");

        assertThat(titles).contains("answer the question", "answer the complaint");
    }

    @Test
    void whatWasDecidedThenIsOpenedInTheWordsOfItsRulebook() throws Exception {
        var page = get("/customers/1000").body();
        var links = Pattern.compile("href=\"(/customers/1000/past[^\"]+)\"").matcher(page).results()
                .map(link -> link.group(1).replace("&amp;", "&")).distinct().toList();

        assertThat(page).contains("Anna Smith");
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(get(link).body()).contains("tier"));
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        var response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", path.startsWith("/api") ? "application/json" : "text/html").build();
        return http.send(request, BodyHandlers.ofString());
    }
}
