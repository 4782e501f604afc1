package io.rapport.console.command;

import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * One deed of the {@code rapport} command. Its words are in {@code command.properties} under
 * {@code rapport.<name>.usage.description}, {@code rapport.<name>.<option>} and so on.
 */
@Command
public abstract class Subcommand implements Callable<Integer> {

    @Spec
    @Nullable
    private CommandSpec spec;

    /**
     * Does it.
     *
     * @return one of {@link ExitCode}
     * @throws Failed with the reason, told to the person as it is
     */
    protected abstract int run(Terminal terminal);

    @Override
    public final Integer call() {
        return run(root().terminal());
    }

    /** The running engine; asked for only by commands that need one. */
    final EngineLink engine() {
        return new EngineLink(root().url(), root().terminal());
    }

    final RapportCommand root() {
        return (RapportCommand) Objects.requireNonNull(spec, "picocli gives it").root().userObject();
    }

    final CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli gives it");
    }
}
