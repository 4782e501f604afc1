package io.rapport.rulebook.reading;

import java.util.List;

import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Consequence.Cap.Counts;
import io.rapport.rulebook.Phrase;
import io.rapport.rulebook.Term;

/** What a column of a table means. */
public sealed interface Column {

    /** A condition on a term; {@code plain} is what a bare number means. */
    record Reads(Term term, List<Double> args, Phrase.Shape plain) implements Column {}

    /** The value of a concept. */
    record Concludes(Concept concept) implements Column {}

    /** The reason in words. */
    record Because(boolean chinese) implements Column {}

    /** Part of a limit: the most of what is counted. */
    record Most(Counts counts) implements Column {}

    /** Part of a limit: the days over which is counted, the start or end of quiet hours. */
    record Limit(Kind kind) implements Column {

        public enum Kind {
            DAYS, FROM, TO
        }
    }

    /** Read by people only. */
    record Note() implements Column {}
}
