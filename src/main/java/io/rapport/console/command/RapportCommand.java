package io.rapport.console.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code rapport} command: what every subcommand shares, and the way in. */
@Command(
        name = "rapport",
        subcommands = {
                CheckCommand.class, ExamplesCommand.class, StepsCommand.class, HandbookCommand.class, DryRunCommand.class,
                QualityCommand.class,
                FitCommand.class, ScorecardCommand.class, VersionsCommand.class, PublishCommand.class, RollbackCommand.class,
                WhyCommand.class, WhyNotCommand.class, WhatIfCommand.class, ImportCommand.class, QuarantineCommand.class,
                ParkedCommand.class, StartCommand.class,
                CompletionCommand.class, RehearseCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Release.class,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND")
public final class RapportCommand implements Runnable {

    private static final String LANGUAGE = "--lang";

    @Spec
    @Nullable
    private CommandSpec spec;

    private final Terminal terminal;

    @Option(names = "--url", scope = ScopeType.INHERIT, paramLabel = "URL", defaultValue = "http://localhost:8080")
    @Nullable
    private URI url;

    /** Read beforehand, as the help speaks it too. */
    @Option(names = LANGUAGE, scope = ScopeType.INHERIT, paramLabel = "en|zh", completionCandidates = Spoken.class)
    @Nullable
    private String language;

    @Option(names = "--no-color", scope = ScopeType.INHERIT)
    private boolean plain;

    /** For the completion of a shell. */
    static final class Spoken implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return List.of("en", "zh").iterator();
        }
    }

    RapportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(names = "--json", scope = ScopeType.INHERIT)
    void json(boolean asked) {
        terminal.json(asked);
    }

    /** Ends the process with one of {@link ExitCode}. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        LibraryLog.onlyErrors();
        var exitCode = execute(arguments, out, err, System.getenv(), watched());
        if (exitCode != StartCommand.RUNNING) {
            System.exit(exitCode);
        }
    }

    /**
     * One command from its words to its exit code.
     *
     * @param environment of the process: {@code NO_COLOR}, {@code LC_ALL}, {@code LC_MESSAGES}, {@code LANG}
     * @param watched whether both streams are a terminal
     */
    static int execute(
            String[] arguments, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean watched) {
        var colours = watched && !asked(arguments, "--no-color") && environment.getOrDefault("NO_COLOR", "").isEmpty();
        var terminal = new Terminal(out, err, Words.in(language(arguments, environment)), colours ? Ansi.ON : Ansi.OFF, watched);
        return commandLine(terminal).execute(arguments);
    }

    static CommandLine commandLine(Terminal terminal) {
        var commandLine = new CommandLine(new RapportCommand(terminal));
        Objects.requireNonNull(commandLine.getSubcommands().get("start"), "it is one of them")
                .setUnmatchedOptionsArePositionalParams(true);
        return commandLine
                .setResourceBundle(terminal.words().bundle())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Complaints(terminal)::failed)
                .setParameterExceptionHandler(new Complaints(terminal)::misused);
    }

    /** Without a subcommand there is nothing to do but to say what there is. */
    @Override
    public void run() {
        Objects.requireNonNull(spec, "picocli gives it").commandLine().usage(terminal.out(), terminal.colours());
    }

    Terminal terminal() {
        return terminal;
    }

    URI url() {
        return Objects.requireNonNull(url, "it has a default");
    }

    private static boolean watched() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static boolean asked(String[] arguments, String option) {
        return Arrays.asList(arguments).contains(option);
    }

    private static Locale language(String[] arguments, Map<String, String> environment) {
        var words = List.of(arguments);
        var at = words.indexOf(LANGUAGE);
        if (at >= 0 && at + 1 < words.size()) {
            return Locale.of(words.get(at + 1));
        }
        return words.stream().filter(word -> word.startsWith(LANGUAGE + "=")).findFirst()
                .map(word -> Locale.of(word.substring(LANGUAGE.length() + 1)))
                .orElseGet(() -> ofEnvironment(environment));
    }

    /** As every command of a terminal does: the first of these that is set. */
    private static Locale ofEnvironment(Map<String, String> environment) {
        var said = List.of("LC_ALL", "LC_MESSAGES", "LANG").stream()
                .map(name -> environment.getOrDefault(name, "")).filter(value -> !value.isEmpty()).findFirst().orElse("");
        return said.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }
}
