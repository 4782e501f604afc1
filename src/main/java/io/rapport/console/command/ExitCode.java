package io.rapport.console.command;

/** What a script learns from the command without reading its words. */
public final class ExitCode {

    /** Everything is fine. */
    public static final int FINE = 0;

    /** The files or the examples are wrong. */
    public static final int WRONG_FILES = 1;

    /** The command was used wrongly: an unknown option, a file or a version that does not exist. */
    public static final int WRONG_USAGE = 2;

    /** No engine answers, or it failed. */
    public static final int NO_ENGINE = 3;

    /** The command itself failed, which is a fault of it. */
    public static final int FAULT = 4;

    private ExitCode() {}
}
