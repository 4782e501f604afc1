package io.rapport.publishing.dryrun;

import java.time.Instant;

/**
 * A customer for whom the candidate makes a difference.
 *
 * @param customer number; of a history file it is counted through and means nothing elsewhere
 * @param who the strongest identity by which he is known
 * @param change {@code tier}, {@code stage}, {@code relationship}, {@code churn-level}: the value at the end differs;
 *     {@code gains}, {@code loses}: an action is done more or less often; {@code moves}: as often, on other days. After
 *     {@code now/}: what publishing the candidate would do at once
 * @param what the action; empty for a value
 * @param live the value, or how often it is done, by the live rulebook
 * @param candidate the same by the candidate
 * @param at when the first difference was decided; for a value the end of history
 * @param liveBecause why the live rulebook says so, or does nothing
 * @param candidateBecause the same of the candidate
 */
public record Affected(
        long customer, String who, String change, String what, String live, String candidate, Instant at,
        Said liveBecause, Said candidateBecause) {

    static final String NOW = "now/";
    static final String GAINS = "gains";
    static final String LOSES = "loses";
    static final String MOVES = "moves";

    /** Whether it would happen when the candidate is published, and not in the history as it is played. */
    public boolean atOnce() {
        return change.startsWith(NOW);
    }

    /** What changes: a concept, or {@code gains}, {@code loses} and {@code moves}. */
    public String changes() {
        return atOnce() ? change.substring(NOW.length()) : change;
    }

    @Override
    public String toString() {
        return "Affected[customer " + customer + " " + change + "]";
    }
}
