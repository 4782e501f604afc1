package io.rapport.console.command;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** Where rules and examples lie: what was asked for, else below the working directory, else beside the installed command. */
final class Folders {

    /** Set by the start script: where the archive was unpacked. */
    private static final String HOME = "rapport.home";

    private Folders() {}

    /** @throws Failed if it is not there */
    static Path existing(@Nullable Path asked, String name, Terminal terminal) {
        if (asked != null) {
            if (!Files.isDirectory(asked)) {
                throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.folder", asked, "--" + name));
            }
            return asked;
        }
        var here = Path.of(name);
        if (Files.isDirectory(here)) {
            return here;
        }
        var home = home();
        if (home != null && Files.isDirectory(home.resolve(name))) {
            terminal.tell(terminal.word("folder.of-home", home.resolve(name)));
            return home.resolve(name);
        }
        throw new Failed(ExitCode.WRONG_USAGE, terminal.word("failed.folder", here.toAbsolutePath(), "--" + name));
    }

    /**
     * The examples that go with a folder of rules: what was asked for, else the folder {@code features} beside it; null when there
     * is none, and the engine plays its own.
     *
     * @throws Failed if what was asked for is not there
     */
    static @Nullable Path examplesOf(Path rules, @Nullable Path asked, Terminal terminal) {
        if (asked != null) {
            return existing(asked, "features", terminal);
        }
        var beside = rules.toAbsolutePath().normalize().resolveSibling("features");
        return Files.isDirectory(beside) ? beside : null;
    }

    /** Null when the command does not run from an unpacked archive. */
    static @Nullable Path home() {
        var home = System.getProperty(HOME);
        return home == null ? null : Path.of(home);
    }
}
