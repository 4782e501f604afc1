package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Whose an event is.
 *
 * @param origin the customer who owns the identity, under whom the log keeps the event even when he is merged into another
 * @param customer the one who is decided about: the same, or the one he was merged into
 * @param granted what of a claim is believed of him; null where all of the event is
 */
public record Resolved(long origin, Known customer, @Nullable CustomerEvent granted) {

    public Resolved(long origin, Known customer) {
        this(origin, customer, null);
    }

    /** The event as it is taken. */
    public CustomerEvent of(CustomerEvent event) {
        return granted == null ? event : granted;
    }
}
