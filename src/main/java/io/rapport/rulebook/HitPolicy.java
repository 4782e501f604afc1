package io.rapport.rulebook;

/** Which rows of a table speak when several hold. */
public enum HitPolicy {
    /** All of them: sentences always, a table that names no policy. */
    ALL,
    /** The first from above. */
    FIRST,
    /** There is exactly one for every customer: gaps and overlaps are refused. */
    UNIQUE,
    /** All of them, and their numbers are added up: a scorecard. */
    SUM
}
