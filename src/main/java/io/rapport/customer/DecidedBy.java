package io.rapport.customer;

import org.jspecify.annotations.Nullable;

/**
 * What a customer's latest decision rests on.
 *
 * @param rulebook version of the rulebook; null when nothing that counts today was decided: by history, or not at all
 * @param snapshot id of the snapshot, null when unknown
 */
public record DecidedBy(@Nullable String rulebook, @Nullable String snapshot) {

    /** Of whom nothing was decided. */
    public static final DecidedBy NOTHING = new DecidedBy(null, null);
}
