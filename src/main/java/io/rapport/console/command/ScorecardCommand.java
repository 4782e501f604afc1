package io.rapport.console.command;

import picocli.CommandLine.Command;

/** Points as a table that anybody can read and change. */
@Command(name = "scorecard", subcommands = ScorecardFitCommand.class)
final class ScorecardCommand extends Subcommand {

    @Override
    protected int run(Terminal terminal) {
        spec().commandLine().usage(terminal.out(), terminal.colours());
        return ExitCode.WRONG_USAGE;
    }
}
