package io.rapport.console.command;

import static io.rapport.console.command.Ran.rapport;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class RapportCommandTests {

    static List<List<String>> commands() {
        var all = new ArrayList<List<String>>();
        collect(RapportCommand.commandLine(silent(Locale.ENGLISH)), all);
        return all;
    }

    @Test
    void saysWhatThereIsWhenNothingIsAsked() {
        var ran = rapport();

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).contains("Usage: rapport", "check", "Exit codes:", "no engine answers")
                .doesNotContain("rehearse");
        assertThat(rapport("--lang", "zh", "--help").out()).contains("用法：rapport", "退出码：", "指出规则中的所有错误");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfInBothLanguages(List<String> command) {
        for (var language : List.of("en", "zh")) {
            var ran = rapport(Stream.concat(command.stream(), Stream.of("--help", "--lang=" + language)).toArray(String[]::new));

            assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
            assertThat(ran.out()).as(language).contains(language.equals("en") ? "Usage: rapport" : "用法：rapport");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyWordOfAHelpIsTranslated(List<String> command) {
        var words = Words.in(Locale.CHINESE).bundle();
        var spec = RapportCommand.commandLine(silent(Locale.CHINESE));
        for (var name : command) {
            spec = spec.getSubcommands().get(name);
        }

        assertThat(spec.getCommandSpec().usageMessage().header()).as("header").isNotEmpty();
        assertThat(spec.getCommandSpec().args()).allSatisfy(
                argument -> assertThat(argument.description()).as(argument.toString()).isNotEmpty());
        assertThat(words.getLocale()).isEqualTo(Locale.CHINESE);
    }

    @Test
    void aWordThatIsNoCommandIsRefusedWithTheNearest() {
        var ran = rapport("chekc");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).isEqualTo("[chekc] is nothing that \"rapport\" knows.\nMaybe you meant check.\n");
        assertThat(rapport("check", "--rulse", "x").err())
                .startsWith("[--rulse] is nothing that \"rapport check\" knows.\nMaybe ");
    }

    @Test
    void whatIsMissingIsNamed() {
        var ran = rapport("why");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).isEqualTo("[CUSTOMER] is missing.\nMaybe \"rapport why --help\" shows what you look for.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"versions", "publish", "rollback abc", "why 12", "why-not 12", "quarantine", "quarantine show 1",
            "quarantine replay 1"})
    void withoutAnEngineACommandThatNeedsOneSaysSo(String command) {
        var ran = rapport((command + " --url http://localhost:9").split(" "));

        assertThat(ran.exitCode()).isEqualTo(ExitCode.NO_ENGINE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("No engine answers at [http://localhost:9].\nMaybe ");
    }

    @Test
    void anAddressThatIsNoneIsWrongUsage() {
        assertThat(rapport("quarantine", "--url", "localhost:8080").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(rapport("quarantine", "--url", "::").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void listsTheStepsThatExamplesMayUse() {
        assertThat(rapport("steps").out()).contains("Orders\n", "  {person} ordered on {date}\n", "{money}", "50.00 EUR");
        assertThat(rapport("steps", "投诉").out()).contains("投诉").doesNotContain("ordered on");
        assertThat(Json.read(rapport("steps", "--json").out()).path("steps").size()).isGreaterThan(30);
        assertThat(rapport("steps", "giraffe").err()).startsWith("No step has the word [giraffe].\nMaybe ");
    }

    @Test
    void printsACompletionScriptThatKnowsCommandsAndOptions() {
        assertThat(rapport("completion").out()).contains("complete -F", "quarantine", "--features");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aShellCompletesCommandsOptionsAndLanguages(@TempDir Path folder) throws Exception {
        var script = Files.writeString(folder.resolve("completion"), rapport("completion").out());

        assertThat(completed(script, "che")).isEqualTo("check");
        assertThat(completed(script, "check", "--ru")).isEqualTo("--rules");
        assertThat(completed(script, "--lang", "")).isEqualTo("en zh");
        assertThat(completed(script, "quarantine", "re")).isEqualTo("replay");
    }

    /** What bash offers for the last word. */
    private static String completed(Path script, String... words) throws Exception {
        var typed = "rapport '" + String.join("' '", words) + "'";
        var shell = new ProcessBuilder("bash", "-c", "source " + script + "; COMP_WORDS=(" + typed + "); COMP_CWORD="
                + words.length + "; _complete_rapport; echo \"${COMPREPLY[*]}\"").start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void rehearsesWithoutAWord() {
        var ran = rapport("rehearse");

        assertThat(ran).isEqualTo(new Ran(ExitCode.FINE, "", ""));
    }

    private static void collect(CommandLine command, List<List<String>> all) {
        var names = List.of(command.getCommandSpec().qualifiedName(" ").split(" "));
        all.add(names.subList(1, names.size()));
        command.getSubcommands().values().stream().filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .forEach(each -> collect(each, all));
    }

    private static Terminal silent(Locale language) {
        var nobody = new PrintWriter(Writer.nullWriter());
        return new Terminal(nobody, nobody, Words.in(language), Ansi.OFF, false);
    }
}
