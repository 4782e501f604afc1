package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event to append to the log, with what was decided.
 *
 * @param origin whose it is, see {@link Resolved#origin}; {@link #ANONYMOUS} when it is about nobody known
 * @param noted the event as understood
 * @param receivedAt when the engine took it
 * @param decision null for an anonymous event
 */
public record Entry(long origin, CustomerEvent noted, Instant receivedAt, @Nullable Decision decision) {

    /** The number of nobody. */
    public static final long ANONYMOUS = 0;
}
