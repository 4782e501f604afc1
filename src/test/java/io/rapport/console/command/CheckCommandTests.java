package io.rapport.console.command;

import static io.rapport.console.command.Ran.rapport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTests {

    private static final Path SHIPPED = Path.of("rules/1-classify/value-tier.csv");

    @TempDir
    private Path folder;

    @Test
    void saysThatTheRulesThatShipAreFine() {
        var ran = rapport("check");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).matches("(?s).*\n?[0-9]+ files, [0-9]+ rules: all fine\\.\n");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void showsAProblemWithItsPlaceTheWordUnderlinedAndAdvice() throws IOException {
        var ran = rapport("check", "--rules", broken());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_FILES);
        assertThat(ran.out())
                .startsWith(broken() + "/1-classify/value-tier.csv:10:1  ")
                .contains("\n    l00,lead,the rest,其余客户\n    ^^^\n", "Maybe ")
                .endsWith(" in 1 file.\n");
    }

    @Test
    void tellsAProgramTheSameAsJson() throws IOException {
        var wrong = Json.read(rapport("check", "--rules", broken(), "--json").out());
        var fine = Json.read(rapport("--json", "check").out());

        assertThat(wrong.path("fine").asBoolean()).isFalse();
        assertThat(wrong.path("problems").get(0).path("line").asInt()).isEqualTo(10);
        assertThat(wrong.path("problems").get(0).path("file").asString()).isEqualTo("1-classify/value-tier.csv");
        assertThat(fine.path("fine").asBoolean()).isTrue();
        assertThat(fine.path("rules").asInt()).isPositive();
        assertThat(fine.path("version").asString()).hasSize(64);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        var ran = rapport("check", "--rules", "no/such/folder");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("There is no folder [no/such/folder].\nMaybe ");
    }

    @Test
    void coloursTheAnswerOnATerminalOnlyAndOnlyIfItMay() throws IOException {
        var words = new String[] {"check", "--rules", broken()};

        assertThat(rapport(Map.of(), true, words).out()).contains("\033[31m");
        assertThat(rapport(Map.of(), false, words).out()).doesNotContain("\033[");
        assertThat(rapport(Map.of("NO_COLOR", "1"), true, words).out()).doesNotContain("\033[");
        assertThat(rapport(Map.of(), true, "check", "--rules", broken(), "--no-color").out()).doesNotContain("\033[");
    }

    @Test
    void speaksChinese() {
        assertThat(rapport("check", "--lang", "zh").out()).contains("全部正确");
        assertThat(rapport(Map.of("LANG", "zh_CN.UTF-8"), false, "check").out()).contains("全部正确");
    }

    private String broken() throws IOException {
        var file = folder.resolve("1-classify/value-tier.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(SHIPPED).replace("100,lead", "l00,lead"));
        return folder.toString();
    }
}
