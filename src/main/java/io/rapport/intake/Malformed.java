package io.rapport.intake;

/** A message that cannot become an event; its text is the reason shown to people, without personal data. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    public Malformed(String reason) {
        super(reason);
    }

    public Malformed(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The reason, never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
