package io.rapport.console;

import java.time.Instant;

/**
 * Something that came in and could not be understood.
 *
 * @param route the door
 * @param source where it came from, empty if nobody knows
 * @param size of the raw message in bytes
 * @param text the whole message; empty if it is too long for a page, or not text
 * @param mendable whether the text may be mended here
 */
record QuarantineView(
        String id,
        String route,
        String reason,
        String source,
        Instant at,
        long size,
        String status,
        String text,
        boolean mendable) {}
