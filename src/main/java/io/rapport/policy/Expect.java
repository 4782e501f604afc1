package io.rapport.policy;

import java.util.Collection;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What a "Then" says, compared with what happened; a difference reads as one sentence. */
final class Expect {

    private Expect() {}

    static void same(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError("Expected " + what + " [" + expected + "], found [" + found + "]");
        }
    }

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** For a message: what there was instead, or "nothing". */
    static String listed(Collection<String> things) {
        return things.isEmpty() ? "nothing" : String.join("\n  ", things);
    }
}
