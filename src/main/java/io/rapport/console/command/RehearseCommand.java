package io.rapport.console.command;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** Goes once through what later uses do, so that a class cache knows what they need. Says nothing. */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand extends Subcommand {

    /** Nobody listens there: only the way to an engine is rehearsed. */
    private static final String NOWHERE = "http://localhost:9";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("check"),
            List.of("check", "--json"),
            List.of("examples", "--json"),
            List.of("steps"),
            List.of("completion"),
            List.of("why", "1", "--url", NOWHERE),
            List.of("check", "--rules", "no/such/folder"),
            List.of("chekc"));

    @Override
    protected int run(Terminal terminal) {
        var silent = new PrintWriter(Writer.nullWriter());
        for (var words : commands()) {
            var inside = new Terminal(silent, silent, terminal.words(), Ansi.OFF, false);
            RapportCommand.commandLine(inside).execute(words.toArray(String[]::new));
        }
        return ExitCode.FINE;
    }

    /** With a long one, where samples lie: what the JIT learns in it is kept too, and a real dry run then takes a third less. */
    private static List<List<String>> commands() {
        var home = Folders.home();
        var sample = home == null ? null : home.resolve("samples/orders-online-retail.csv");
        if (home == null || sample == null || !Files.isReadable(sample)) {
            return COMMANDS;
        }
        var rules = home.resolve("rules").toString();
        return Stream.concat(COMMANDS.stream(), Stream.of(List.of("dry-run", "--history", sample.toString(), "--rules", rules,
                "--live", rules, "--routes", home.resolve("routes").toString()))).toList();
    }
}
