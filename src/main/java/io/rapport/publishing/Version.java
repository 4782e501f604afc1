package io.rapport.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One version of the rulebook.
 *
 * @param hash of paths and texts: the same files are the same version
 * @param at when it was stored first
 * @param author who stored it first; {@code files} when a file was saved
 * @param compileTime how long it took to compile, milliseconds exact
 * @param examples what came of the scenarios; null when there were none to play
 * @param effectiveFrom from when it is to be live; null when it has no date, or is live already
 * @param basedOn the version that was live when this one was checked; empty when there was none
 * @param dryRun what a dry run found; empty before there was one
 * @param remark what a reader has to know beside all this; may be empty
 * @param wasLive whether it decides or ever did
 */
public record Version(
        String hash,
        State state,
        Instant at,
        String author,
        String note,
        Duration compileTime,
        @Nullable Played examples,
        @Nullable Instant effectiveFrom,
        String basedOn,
        String dryRun,
        String remark,
        boolean wasLive) {

    /** Where a version stands. */
    public enum State {
        /** It compiles, and an example says no. */
        DRAFT,
        /** It could be live: the examples are green. */
        CHECKED,
        /** It will decide from its date on. */
        SCHEDULED,
        /** It decides. */
        LIVE,
        /** It decided once. */
        RETIRED;

        /** In small letters: {@code live}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many scenarios passed and how many did not. */
    public record Played(int passed, int failed) {}

    /** Whether it decides now. */
    public boolean live() {
        return state == State.LIVE;
    }
}
