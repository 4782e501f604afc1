package io.rapport.rulebook;

/** Which rows of a table speak when several hold. */
public enum HitPolicy {
    /** All of them: sentences always, a table that names no policy. */
    ALL,
    /** The first from above. */
    FIRST,
    /** All of them; a row of {@code any} only where no other holds. */
    COLLECT,
    /** There is exactly one for every customer: gaps and overlaps are refused. */
    UNIQUE,
    /** All of them, and their numbers are added up: a scorecard. */
    SUM
}
