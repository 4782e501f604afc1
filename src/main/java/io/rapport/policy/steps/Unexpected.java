package io.rapport.policy.steps;

import java.util.List;

/** A "Then" that does not hold, with the rules behind what was found instead. */
public final class Unexpected extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;
    private final transient List<Behind> behind;

    Unexpected(String message, String expected, String found, List<Behind> behind) {
        super(message);
        this.expected = expected;
        this.found = found;
        this.behind = List.copyOf(behind);
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }

    public List<Behind> behind() {
        return behind;
    }
}
