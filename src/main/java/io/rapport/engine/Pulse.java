package io.rapport.engine;

import org.jspecify.annotations.Nullable;

/**
 * How the engine is doing at one moment.
 *
 * @param waiting events in the queue; null for an external broker, which is asked itself
 * @param handled events taken from the queue since the start of this process
 * @param perSecond events a second, averaged over the last minute
 * @param parked events that wait because they, or an earlier one of their customer, could not be handled
 * @param pausedBecause why the consumers wait for database or broker; null if they work
 */
public record Pulse(@Nullable Long waiting, long handled, double perSecond, long parked, @Nullable String pausedBecause) {}
