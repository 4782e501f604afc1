package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
import org.jspecify.annotations.Nullable;

/** Whose an event is. */
public final class Resolved {

    private final long origin;
    private final Known customer;
    private final @Nullable Claim claim;

    public Resolved(long origin, Known customer) {
        this(origin, customer, null);
    }

    Resolved(long origin, Known customer, @Nullable Claim claim) {
        this.origin = origin;
        this.customer = customer;
        this.claim = claim;
    }

    /** The customer who owns the identity, under whom the log keeps the event even when he is merged into another. */
    public long origin() {
        return origin;
    }

    /** The one who is decided about: the same, or the one he was merged into. */
    public Known customer() {
        return customer;
    }

    /** What is taken of the event: of a claim not all of it is. */
    public CustomerEvent granted(CustomerEvent event, Memory known) {
        return claim == null ? event : claim.granted(event, known);
    }
}
