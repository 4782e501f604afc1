package io.rapport.customer;

import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction leaves behind for one customer.
 *
 * @param before as he was locked
 * @param after the memory after the last event of the batch
 * @param nextReview when to look again, null for never
 * @param latest the last decision, which becomes his standing
 */
public record Remembered(Known before, Memory after, @Nullable Instant nextReview, Decision latest) {}
