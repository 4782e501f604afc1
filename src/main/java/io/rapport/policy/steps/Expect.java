package io.rapport.policy.steps;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What a "Then" says, compared with what happened; a difference reads as one sentence and names the rules behind it. */
final class Expect {

    private Expect() {}

    static void same(String what, @Nullable Object expected, @Nullable Object found) {
        same(what, expected, found, List::of);
    }

    /** @param behind asked only when the two differ */
    static void same(String what, @Nullable Object expected, @Nullable Object found, Supplier<List<Behind>> behind) {
        if (!Objects.equals(expected, found)) {
            throw new Unexpected(
                    "Expected " + what + " [" + expected + "], found [" + found + "]", String.valueOf(expected),
                    String.valueOf(found), behind.get());
        }
    }

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** The same, naming what was expected and found, and the rules behind it. */
    static void that(boolean holds, String what, String expected, String found, Supplier<List<Behind>> behind) {
        if (!holds) {
            throw new Unexpected("Expected " + what + expected + ", found\n  " + found, expected, found, behind.get());
        }
    }

    /** For a message: what there was instead, or "nothing". */
    static String listed(Collection<String> things) {
        return things.isEmpty() ? "nothing" : String.join("\n  ", things);
    }
}
