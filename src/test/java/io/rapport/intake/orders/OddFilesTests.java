package io.rapport.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import io.rapport.intake.RoutesOfTheHouse;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = IntakeTestHouse.class, webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
        "spring.datasource.url=jdbc:h2:mem:odd-files"})
class OddFilesTests {

    private static final String FILE = """
            invoice,stock_code,description,quantity,ts,unit_price,customer_id,country
            1,85048,BALL,12,2010-06-01 07:45:00,6.95,13085,UK
            """;

    @TempDir
    static Path inbox;

    @Autowired
    private CamelContext camel;

    @Autowired
    private Quarantine quarantine;

    @DynamicPropertySource
    static void watchAFreshFolder(DynamicPropertyRegistry registry) {
        registry.add("rapport.intake.inbox", inbox::toString);
    }

    @BeforeEach
    void openTheDoor() throws Exception {
        RoutesOfTheHouse.load(camel, "00", "12");
    }

    @AfterEach
    void closeTheDoor() throws Exception {
        for (String route : List.of("orders-in", "order-columns")) {
            camel.getRouteController().stopRoute(route);
            camel.removeRoute(route);
        }
    }

    @Test
    void takesEveryFileOrLeavesItAndDelaysNoOther() throws Exception {
        Path folder = Files.createDirectories(inbox.resolve("orders"));
        Files.createFile(folder.resolve("a-empty.csv"));
        Files.createDirectory(folder.resolve("b-folder.csv"));
        Files.createSymbolicLink(folder.resolve("c-link.csv"), folder.resolve("nowhere.csv"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("c-pipe.csv").toString()).start().waitFor()).isZero();
        Files.writeString(folder.resolve("d-columns.csv"), "x,".repeat(1_000_000) + "\n");
        Files.writeString(folder.resolve("e-none.csv.gz"), "\u001f\u008b not packed");
        Files.writeString(folder.resolve("e-plain.csv.gz"), FILE.replace("13085", "3"));
        Files.writeString(folder.resolve("f-line\nbreak.csv"), FILE.replace("13085", "1"));
        Files.writeString(folder.resolve("g-..%2f${file:name}.csv"), FILE.replace("13085", "2"));
        Files.write(folder.resolve("h-bomb.csv.gz"), bomb());
        for (int i = 0; i < 100; i++) {
            Files.writeString(folder.resolve("i-" + i + ".csv"), FILE.replace("13085", "9" + i));
        }
        long begun = System.nanoTime();

        await().atMost(Duration.ofSeconds(20)).until(() -> lying(folder).noneMatch(name -> name.startsWith("i-")));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("at once, not one after the other")
                .isLessThan(Duration.ofSeconds(10));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(lying(folder)).containsExactlyInAnyOrder("b-folder.csv", "c-link.csv", "c-pipe.csv"));
        assertThat(quarantine.list(Quarantined.Status.WAITING, 0, 500)).extracting(Quarantined::reason)
                .contains("a-empty.csv:1:1  the file is empty", "d-columns.csv:1:1  a line longer than 262144 bytes")
                .anyMatch(reason -> reason.startsWith("h-bomb.csv.gz:1:1  the file is damaged"));
    }

    private static Stream<String> lying(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).toList().stream();
        }
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(FILE.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(new byte[1024 * 1024]);
            }
        }
        return bytes.toByteArray();
    }
}
