package io.rapport.action;

import java.time.Instant;

/**
 * A switch as people look at it.
 *
 * @param name the word of a channel, or {@link #EVERYTHING}
 * @param stopped whether messages wait
 * @param changedBy who moved it last
 */
public record DeliverySwitch(String name, boolean stopped, Instant changedAt, String changedBy) {

    /** The name of the switch that stops all channels at once. */
    public static final String EVERYTHING = "everything";
}
