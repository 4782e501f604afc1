package io.rapport.console.command;

import static io.rapport.console.command.Ran.rapport;
import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesCommandTests {

    private static final String FEATURE = """
            Feature: Churn level

              Scenario: Two purchases, the last 37 days ago
                Given it is Sunday 1 March 2026, 09:00 in London
                And Anna ordered every 30 days from 30 January 2026 to 1 March 2026
                When 37 days pass
                Then Anna's churn level is low
            """;

    @TempDir
    private Path folder;

    @Test
    void saysThatExamplesPass() throws IOException {
        var ran = rapport("examples", "--features", feature(FEATURE));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).matches("1 example passes \\([0-9.]+ s\\)\\.\n");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void theHandbookOfThemSaysAsJsonWhereItIs() throws IOException {
        var ran = rapport("--json", "handbook", folder.resolve("handbook").toString(), "--features", feature(FEATURE));

        var answer = Json.read(ran.out());
        assertThat(Path.of(answer.get("handbook").stringValue())).content().contains("Churn level");
        assertThat(answer.get("passed").intValue()).isEqualTo(1);
        assertThat(answer.get("examples").intValue()).isEqualTo(1);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void playsThemAgainWhenOneIsSaved() throws Exception {
        var features = feature(FEATURE);
        var out = new StringWriter();
        var err = new StringWriter();
        var watching = Thread.startVirtualThread(() -> RapportCommand.execute(
                new String[] {"examples", "--watch", "--features", features}, new PrintWriter(out, true),
                new PrintWriter(err, true), Map.of(), false));

        await().atMost(Duration.ofSeconds(60)).until(() -> out.toString().contains("1 example passes"));
        await().until(() -> err.toString().contains("Waiting for the next save."));
        feature(FEATURE.replace("level is low", "level is lost"));

        await().atMost(Duration.ofSeconds(60)).until(() -> out.toString().contains("1 of 1 example does not pass"));
        watching.interrupt();
        assertThat(watching.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void namesEveryScenarioWhenAsked() throws IOException {
        assertThat(rapport("examples", "-v", "-f", feature(FEATURE)).out())
                .contains("✓ ", "churn.feature:3", "Two purchases, the last 37 days ago");
    }

    @Test
    void showsAnExampleThatDoesNotPassWithItsPlaceAndWhy() throws IOException {
        var ran = rapport("examples", "--features", feature(FEATURE.replace("is low", "is lost")));

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_FILES);
        assertThat(ran.out())
                .contains("✗ " + folder + "/churn.feature:", "lost")
                .contains("1 of 1 example does not pass");
    }

    @Test
    void tellsAProgramTheSameAsJson() throws IOException {
        var answer = Json.read(rapport("examples", "--json", "--features", feature(FEATURE.replace("low", "lost"))).out());

        assertThat(answer.path("green").asBoolean()).isFalse();
        assertThat(answer.path("failed").asInt()).isEqualTo(1);
        assertThat(answer.path("examples").get(0).path("file").asString()).isEqualTo("churn.feature");
    }

    @Test
    void playsNothingOnRulesThatAreWrong() throws IOException {
        Files.createDirectories(folder.resolve("rules/4-care"));
        Files.writeString(folder.resolve("rules/4-care/win-back.sentences"), "When he is silent\n");

        var ran = rapport("examples", "--rules", folder.resolve("rules").toString(), "--features", feature(FEATURE));

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_FILES);
        assertThat(ran.out()).contains("rules/4-care/win-back.sentences", "No example was played");
    }

    private String feature(String text) throws IOException {
        Files.writeString(folder.resolve("churn.feature"), text);
        return folder.toString();
    }
}
