package io.rapport.policy.wording;

/** A step that says something impossible: a wrong weekday, an unknown city, a past told out of order. */
public final class UnclearStep extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what what went wrong, with the value in [brackets]
     * @param maybe advice, without the word "Maybe"
     */
    public UnclearStep(String what, String maybe) {
        super(what + "\nMaybe " + maybe);
    }
}
