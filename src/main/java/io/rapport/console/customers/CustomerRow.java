package io.rapport.console.customers;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One customer in the list; a value that nobody concluded is null, which means unknown.
 *
 * @param name empty when nobody has told it
 * @param identity the strongest one, without its kind; empty when there is none
 * @param match {@code exact} when he is known by just what was searched for, {@code capitals} when only capitals differ, else empty
 */
public record CustomerRow(
        long id,
        String name,
        String identity,
        String match,
        @Nullable String tier,
        @Nullable String status,
        @Nullable String stage,
        @Nullable String churnLevel,
        @Nullable Instant lastEvent,
        @Nullable Instant nextReview) {}
