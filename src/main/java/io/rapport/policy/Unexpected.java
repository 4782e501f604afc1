package io.rapport.policy;

import java.util.List;

/** A "Then" that does not hold, with the rules behind what was found instead. */
final class Unexpected extends AssertionError {

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

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }

    List<Behind> behind() {
        return behind;
    }
}
