package io.rapport.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message that could not become an event, without its bytes.
 *
 * @param id a hash of route and content: the same message again is the same row
 * @param sourceId where it came from, {@code file:line:column} or a file's name; null if nobody knows
 * @param reason what was wrong
 * @param at when it came first
 * @param size of its bytes
 */
public record Quarantined(
        String id, String route, @Nullable String sourceId, String reason, Instant at, Status status, long size) {

    /** What became of it. */
    public enum Status {
        WAITING,
        REPLAYED,
        DISCARDED
    }
}
