package io.rapport.customer;

import io.rapport.facts.Memory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction leaves behind for one customer.
 *
 * @param before as he was locked
 * @param after the memory after the last event of the batch
 * @param nextReview when to look again, null for never
 * @param standing what the last decision concluded, see {@link Standing}
 * @param decidedBy what that decision rests on
 */
public record Remembered(Known before, Memory after, @Nullable Instant nextReview, String standing, DecidedBy decidedBy) {}
