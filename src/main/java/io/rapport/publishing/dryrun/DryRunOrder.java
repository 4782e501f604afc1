package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

import io.rapport.rulebook.RuleFiles;
import org.jspecify.annotations.Nullable;

/**
 * A run somebody asked for, as it is kept: with the files of both rulebooks, so that it can go on after a restart, whatever is
 * live or saved by then.
 *
 * @param id of the run
 * @param name what the candidate is called: {@code draft}, or a version's hash
 * @param state of the run when this was written
 * @param asIfAgreed whether every customer is taken for one who agreed to promotion
 * @param problem why it failed, empty when it did not
 */
public record DryRunOrder(
        String id, String name, Instant asked, @Nullable Instant ended, State state, String problem,
        SortedMap<String, String> live, SortedMap<String, String> candidate, boolean asIfAgreed) {

    /** How far a run has come. */
    public enum State {
        RUNNING,
        /** Somebody ended it; it can go on. */
        CANCELLED,
        /** The engine ended before it did; it can go on. */
        INTERRUPTED,
        FAILED,
        FINISHED;

        /** The word on pages and in the API. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static DryRunOrder of(String id, String name, Instant asked, RuleFiles live, RuleFiles candidate, boolean asIfAgreed) {
        return new DryRunOrder(id, name, asked, null, State.RUNNING, "", live.texts(), candidate.texts(), asIfAgreed);
    }

    DryRunOrder now(State other, @Nullable Instant at, String because) {
        return new DryRunOrder(id, name, asked, at, other, because, live, candidate, asIfAgreed);
    }

    /** The files of the live rulebook when it was asked for. */
    public RuleFiles liveFiles() {
        return new RuleFiles(new TreeMap<>(live));
    }

    /** The files of the candidate. */
    public RuleFiles candidateFiles() {
        return new RuleFiles(new TreeMap<>(candidate));
    }

    /** Whether it can go on. */
    public boolean isResumable() {
        return state == State.CANCELLED || state == State.INTERRUPTED || state == State.FAILED;
    }

    @Override
    public String toString() {
        return "DryRunOrder[" + id + " " + state + "]";
    }
}
