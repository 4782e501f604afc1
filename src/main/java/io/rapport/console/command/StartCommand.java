package io.rapport.console.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.rapport.Rapport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the engine until it is stopped. */
@Command(name = "start")
final class StartCommand extends Subcommand {

    static final int RUNNING = Integer.MIN_VALUE;

    @Parameters(index = "0..*", arity = "0..*", paramLabel = "--SETTING=VALUE", descriptionKey = "settings")
    private List<String> settings = List.of();

    @Override
    protected int run(Terminal terminal) {
        run(settings.toArray(String[]::new));
        return RUNNING;
    }

    /** With the folders below the working directory; where there are no rules, with those beside the command. */
    static void run(String[] settings) {
        var all = new ArrayList<>(Arrays.asList(settings));
        var home = Folders.home();
        if (home != null && !Files.isDirectory(Path.of("rules"))) {
            all.addAll(0, List.of(
                    "--rapport.publishing.rules=" + home.resolve("rules"),
                    "--rapport.publishing.features=" + home.resolve("features"),
                    "--rapport.engine.routes=" + home.resolve("routes"),
                    "--rapport.data-directory=" + home.resolve("data")));
        }
        Rapport.main(all.toArray(String[]::new));
    }
}
