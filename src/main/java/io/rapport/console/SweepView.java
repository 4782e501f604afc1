package io.rapport.console;

import java.util.List;

/**
 * How far the live version of the rules has come: who is decided by it. Perhaps some seconds old.
 *
 * @param version the live one
 * @param customers all of them
 * @param decided by this version
 * @param remaining who are not
 * @param percent of all customers that are decided by it, rounded down: 100 only when all are
 * @param compared still to be looked at whether the latest population makes a difference to them; decided by this version
 * @param heldUp whether an import runs, whose end the rest waits for
 * @param stuck numbers of those who could not be decided by it and stay as they are; they are tried again with the next version
 */
public record SweepView(
        String version, long customers, long decided, long remaining, int percent, long compared, boolean heldUp,
        List<Long> stuck) {}
