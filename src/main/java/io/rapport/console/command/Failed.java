package io.rapport.console.command;

/** The command ends here, and the person is told why: the value in brackets, a new line, "Maybe ..." with advice. */
@SuppressWarnings("serial")
public final class Failed extends RuntimeException {

    private final int exitCode;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param message in the person's language
     */
    public Failed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
