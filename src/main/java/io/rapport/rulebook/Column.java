package io.rapport.rulebook;

import java.util.List;

/** What a column of a table means. */
sealed interface Column {

    /** A condition on a term; {@code plain} is what a bare number means. */
    record Reads(Term term, List<Double> args, Phrase.Shape plain) implements Column {}

    /** The value of a concept. */
    record Concludes(Concept concept) implements Column {}

    /** The reason in words. */
    record Because(boolean chinese) implements Column {}

    /** Part of a limit: the most messages, the days they are counted over, the start or end of quiet hours. */
    record Limit(Kind kind) implements Column {

        enum Kind {
            MOST, DAYS, FROM, TO
        }
    }

    /** Read by people only. */
    record Note() implements Column {}
}
