package io.rapport.customer;

import io.rapport.facts.Conclusion;
import io.rapport.facts.Memory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer whose row is locked for the running transaction.
 *
 * @param id the customer's number
 * @param version of the row as it was read; {@link #NEW} when the row is still to be inserted
 * @param memory as remembered last
 * @param nextReview when to look again with no other event, null for never
 * @param standing what the latest decision concluded, see {@link Standing}
 * @param decidedBy what that decision rests on
 */
public record Known(
        long id, int version, Memory memory, @Nullable Instant nextReview, String standing, DecidedBy decidedBy) {

    /** The version of a customer who is not stored yet. */
    public static final int NEW = -1;

    /** What the latest decision concluded about the customer himself, without its reasons. */
    public List<Conclusion> concluded() {
        return Standing.conclusions(standing);
    }

    /** Somebody who is not stored yet. */
    public static Known unseen(long id) {
        return new Known(id, NEW, Memory.blank(id), null, Standing.NONE, DecidedBy.NOTHING);
    }
}
