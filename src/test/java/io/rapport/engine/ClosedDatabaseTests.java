package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.rapport.customer.CustomerSearch;
import io.rapport.engine.queue.FullDisk;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.EventQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** H2 closes itself under the whole engine: on a disk that is full, and because somebody shuts it down. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "rapport.engine.longest-pause=200ms")
class ClosedDatabaseTests {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private EventQueue queue;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private DataSource database;

    @Autowired
    private Heart heart;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void onADiskThatCanBeFull(DynamicPropertyRegistry registry) {
        FullDisk.register();
        registry.add("rapport.data-directory", directory::toString);
        registry.add("rapport.intake.inbox", () -> directory.resolve("inbox").toString());
        registry.add("spring.datasource.url", () -> "jdbc:h2:" + FullDisk.SCHEME + ":" + directory.resolve("rapport")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    @AfterEach
    void makeRoom() {
        FullDisk.empty();
    }

    @Test
    void whenThereIsRoomAgainItIsOpenedAndNothingPromisedIsLost() throws Exception {
        queue.putAll(said("before", 50));
        await().atMost(LONG).until(() -> known("before", 50));
        assertThat(status("/actuator/health")).isEqualTo(200);

        FullDisk.fill();
        queue.putAll(said("meanwhile", 50));
        await().atMost(LONG).untilAsserted(() -> assertThat(status("/actuator/health")).isEqualTo(503));
        await().atMost(LONG).untilAsserted(() -> assertThat(body("/actuator/health")).contains("\"because\""));
        FullDisk.empty();

        await().atMost(LONG).until(() -> known("meanwhile", 50) && known("before", 50));
        await().atMost(LONG).untilAsserted(() -> assertThat(status("/actuator/health")).isEqualTo(200));
        assertThat(status("/")).isEqualTo(200);
        assertThat(heart.pulse().parked()).isZero();
        queue.putAll(said("after", 5));
        await().atMost(LONG).until(() -> known("after", 5));
    }

    @Test
    void whenSomebodyShutsItDownItIsOpenedAgain() throws Exception {
        queue.putAll(said("earlier", 20));
        await().atMost(LONG).until(() -> known("earlier", 20));

        var connection = database.getConnection();
        var failure = catchThrowable(() -> connection.createStatement().execute("shutdown immediately"));
        assertThat(failure).isNull();
        assertThat(catchThrowable(connection::close)).as("it is closed already").isInstanceOf(SQLException.class);
        queue.putAll(said("later", 20));

        await().atMost(LONG).until(() -> known("earlier", 20) && known("later", 20));
        await().atMost(LONG).untilAsserted(() -> assertThat(status("/actuator/health")).isEqualTo(200));
        assertThat(status("/customers")).isEqualTo(200);
        assertThat(heart.pulse().parked()).isZero();
    }

    private static List<CustomerEvent> said(String when, int many) {
        return IntStream.range(0, many).mapToObj(i -> new CustomerEvent("said/" + when + i, "web-forms-in/profile",
                EventTypes.CUSTOMER_UPDATED, List.of(who(when, i)), Instant.now(), new EventData.Traits(Map.of("city", "Leeds"))))
                .toList();
    }

    private boolean known(String when, int many) {
        var failure = catchThrowable(() -> assertThat(IntStream.range(0, many).mapToObj(i -> search.find(who(when, i))))
                .doesNotContainNull());
        return failure == null;
    }

    private static Identity who(String when, int number) {
        return new Identity(Identity.Kind.EMAIL, when + number + "@example.org");
    }

    private int status(String path) throws Exception {
        return http.send(request(path), BodyHandlers.discarding()).statusCode();
    }

    private String body(String path) throws Exception {
        return http.send(request(path), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(LONG).build();
    }
}
