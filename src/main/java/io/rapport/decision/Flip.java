package io.rapport.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A single change that makes a rule act, found by deciding again with it.
 *
 * @param change what would have to be otherwise; it is the nearest such value of that fact
 * @param instead the value the fact has now, as plain text; null where it has none
 * @param distance how far it is from now: parts of the present value, months, or 1 for what is so or not so
 */
public record Flip(Change change, @Nullable String instead, double distance) {

    /** The nearest first. */
    static List<Flip> sorted(List<Flip> flips) {
        return flips.stream().sorted(java.util.Comparator.comparingDouble(Flip::distance)).toList();
    }
}
