package io.rapport.console.command;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an earlier version of the rules live again. */
@Command(name = "rollback")
final class RollbackCommand extends Subcommand {

    @Parameters(index = "0", paramLabel = "VERSION", descriptionKey = "version-begin")
    @Nullable
    private String version;

    @Option(names = {"-w", "--wait"})
    private boolean wait;

    @Override
    protected int run(Terminal terminal) {
        var engine = engine();
        var hash = whole(engine, Objects.requireNonNull(version, "it is required"), terminal);
        return new Desk(engine, terminal).tell(VersionsCommand.ADDRESS + "/" + hash + "/rollback",
                Map.of("who", Desk.who()), wait);
    }

    /** A version may be told by its first letters. */
    private static String whole(EngineLink engine, String begin, Terminal terminal) {
        var found = engine.get(VersionsCommand.ADDRESS).path("versions").valueStream()
                .map(one -> one.path("version").asString()).filter(one -> one.startsWith(begin)).toList();
        if (found.size() != 1) {
            throw new Failed(ExitCode.WRONG_USAGE,
                    terminal.word(found.isEmpty() ? "rollback.no-version" : "rollback.several", begin));
        }
        return found.getFirst();
    }
}
