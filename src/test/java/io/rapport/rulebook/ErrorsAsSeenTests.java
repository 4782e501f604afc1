package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What an author sees for each mistake, kept as a text that can be read from top to bottom. */
class ErrorsAsSeenTests {

    private static final Path KEPT = Path.of("src/test/resources/errors-as-seen.txt");

    @Test
    void everyMistakeIsAnsweredAsThisTextShows() throws IOException {
        var said = Mistakes.all().keySet().stream().map(name -> "== " + name + "\n\n" + Mistakes.said(name))
                .collect(Collectors.joining("\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "errors-as-seen.txt"), said);

        assertThat(said).as("compare target/errors-as-seen.txt").isEqualTo(Files.readString(KEPT));
    }
}
