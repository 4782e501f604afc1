package io.rapport.customer;

/**
 * Whose an event is.
 *
 * @param origin the customer who owns the identity, under whom the log keeps the event even when he is merged into another
 * @param customer the one who is decided about: the same, or the one he was merged into
 */
public record Resolved(long origin, Known customer) {}
