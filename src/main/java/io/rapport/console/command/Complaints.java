package io.rapport.console.command;

import java.io.PrintWriter;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person what went wrong: the value in brackets, a new line, "Maybe ..." with advice. */
final class Complaints {

    private final Terminal terminal;

    Complaints(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A command that could not do what it was asked. */
    int failed(Exception why, CommandLine command, ParseResult ignored) {
        terminal.progressEnds();
        if (why instanceof Failed known) {
            terminal.tell(inColour(String.valueOf(known.getMessage())));
            return known.exitCode();
        }
        terminal.tell(inColour(terminal.word("failed.fault", String.valueOf(why))));
        why.printStackTrace(new PrintWriter(terminal.err(), true));
        return ExitCode.FAULT;
    }

    /** Words that make no command. */
    int misused(ParameterException why, String[] ignored) {
        terminal.tell(inColour(message(why)));
        return ExitCode.WRONG_USAGE;
    }

    private String message(ParameterException why) {
        var name = why.getCommandLine().getCommandSpec().qualifiedName();
        if (why instanceof UnmatchedArgumentException unknown && !unknown.getUnmatched().isEmpty()) {
            var word = unknown.getUnmatched().getFirst();
            var nearest = unknown.getSuggestions();
            return terminal.word(nearest.isEmpty() ? "usage.unknown" : "usage.unknown-near", word, name,
                    nearest.isEmpty() ? "" : nearest.getFirst());
        }
        if (why instanceof MissingParameterException missing) {
            return terminal.word("usage.missing", label(missing.getMissing()), name);
        }
        var argument = why.getArgSpec();
        return argument == null || why.getValue() == null
                ? terminal.word("usage.other", String.valueOf(why.getMessage()), name)
                : terminal.word("usage.value", why.getValue(), label(List.of(argument)), name);
    }

    private static String label(List<ArgSpec> arguments) {
        return String.join(", ", arguments.stream().map(each -> each instanceof OptionSpec option
                ? option.longestName()
                : each.paramLabel()).toList());
    }

    /** What is wrong, in red; the advice below it not. */
    private String inColour(String message) {
        var lines = message.lines().toList();
        return String.join("\n", lines.stream()
                .map(line -> line.equals(lines.getFirst()) ? terminal.bad(line) : line).toList());
    }
}
