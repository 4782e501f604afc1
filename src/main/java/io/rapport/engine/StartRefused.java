package io.rapport.engine;

/** The engine does not start, because events could be lost or spoiled if it did. */
class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    /**
     * @param what what is wrong, with the value in brackets
     * @param advice what to do about it, a sentence that starts with "Maybe"
     */
    StartRefused(String what, String advice) {
        super(what);
        this.advice = advice;
    }

    StartRefused(String what, String advice, Throwable cause) {
        super(what, cause);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
