package io.rapport.console.command;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/** What {@code rapport --version} says: the version that the build has written into the archive. */
final class Release implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Objects.requireNonNullElse(RapportCommand.class.getPackage().getImplementationVersion(), "(not packaged)");
        return new String[] {"rapport " + version, "Java " + Runtime.version()};
    }
}
