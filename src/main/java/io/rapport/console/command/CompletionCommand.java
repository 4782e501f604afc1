package io.rapport.console.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** The script that lets a shell complete commands, options and files. */
@Command(name = "completion")
final class CompletionCommand extends Subcommand {

    @Override
    protected int run(Terminal terminal) {
        terminal.say(AutoComplete.bash("rapport", spec().root().commandLine()));
        return ExitCode.FINE;
    }
}
