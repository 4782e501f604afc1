package io.rapport.console.command;

import static io.rapport.console.command.Ran.rapport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
