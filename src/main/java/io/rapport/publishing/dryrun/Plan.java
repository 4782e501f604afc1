package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.util.List;

import io.rapport.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What the survey of a history found.
 *
 * @param key tells this comparison from others
 * @param from when the first event happened
 * @param to when the last one did
 * @param events of known customers
 * @param anonymous events of nobody known, left out
 * @param contacts of the past, left out
 * @param marks in the order of time
 */
record Plan(
        String key, String source, @Nullable Instant from, @Nullable Instant to, long events, long customers, long anonymous,
        long contacts, List<Mark> marks) {

    Plan {
        marks = List.copyOf(marks);
    }

    /** A moment at which all customers are looked at: a month ends, the score is taken, or history is over. */
    record Mark(Instant at, Kind kind, @Nullable Snapshot live, @Nullable Snapshot candidate) {}

    enum Kind {
        SCORE,
        POPULATION,
        END
    }
}
