package io.rapport.intake.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import io.rapport.intake.QueueInMemory;
import io.rapport.intake.RoutesOfTheHouse;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = IntakeTestHouse.class, webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
        "spring.datasource.url=jdbc:h2:mem:mails", "rapport.data-directory=target/intake-tests/mails"})
class MailDoorTests {

    @TempDir
    static Path inbox;

    @Autowired
    private CamelContext camel;

    @Autowired
    private QueueInMemory queue;

    @Autowired
    private Quarantine quarantine;

    @DynamicPropertySource
    static void watchAFreshFolder(DynamicPropertyRegistry registry) {
        registry.add("rapport.intake.inbox", inbox::toString);
    }

    @Test
    void goesThroughAFolderOfGoodAndHostileMails() throws Exception {
        Path mails = Files.createDirectories(inbox.resolve("mails"));
        queue.clear();
        int dropped = copy(Path.of("src/samples/mails"), mails) + copy(Path.of("src/test/resources/mails"), mails);

        RoutesOfTheHouse.load(camel, "00", "11");
        await().atMost(Duration.ofSeconds(60)).until(() -> done(mails).size() >= dropped && files(mails).isEmpty());

        assertThat(files(mails)).isEmpty();
        List<Quarantined> bad = quarantine.list(Quarantined.Status.WAITING, 0, 100);
        assertThat(queue.events().size() + bad.size()).isEqualTo(dropped);
        assertThat(bad).allSatisfy(row -> assertThat(row.route()).isEqualTo("email-in"));
        assertThat(quarantine.raw(rowOfNobody(bad)))
                .hasValueSatisfying(raw -> assertThat(raw).isEqualTo(contentOf("src/test/resources/mails/no-from.eml")));
    }

    @Test
    void takesHundredsOfMailsInTheTimeOfOne() throws Exception {
        Path mails = Files.createDirectories(inbox.resolve("mails"));
        RoutesOfTheHouse.load(camel, "00", "11");
        int before = done(mails).size();
        for (int i = 0; i < 300; i++) {
            Files.writeString(mails.resolve("many" + i + ".eml"), "From: a" + i + "@example.org\n\nhello");
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> done(mails).size() == before + 300);

        assertThat(queue.events()).filteredOn(event -> event.identities().getFirst().value().matches("a\\d+@example.org"))
                .hasSizeGreaterThanOrEqualTo(300);
    }

    private String rowOfNobody(List<Quarantined> bad) {
        long size = contentOf("src/test/resources/mails/no-from.eml").length;
        return bad.stream().filter(row -> row.size() == size).findFirst().orElseThrow().id();
    }

    private static byte[] contentOf(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int copy(Path from, Path into) throws IOException {
        List<Path> files = files(from);
        for (Path file : files) {
            Files.copy(file, into.resolve(file.getFileName()));
        }
        return files.size();
    }

    private static List<Path> done(Path mails) throws IOException {
        return Files.exists(mails.resolve(".done")) ? files(mails.resolve(".done")) : List.of();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
