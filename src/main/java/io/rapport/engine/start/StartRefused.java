package io.rapport.engine.start;

/** The engine does not start, because events could be lost or spoiled if it did. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    /**
     * @param what what is wrong, with the value in brackets
     * @param advice what to do about it, a sentence that starts with "Maybe"
     */
    public StartRefused(String what, String advice) {
        super(what);
        this.advice = advice;
    }

    public StartRefused(String what, String advice, Throwable cause) {
        super(what, cause);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
