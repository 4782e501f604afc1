package io.rapport.console;

import java.time.Instant;

/**
 * Something that came in and could not be understood.
 *
 * @param route the door
 * @param size of the raw message in bytes
 * @param preview its beginning as text, unreadable characters replaced
 */
record QuarantineView(
        String id, String route, String reason, String source, Instant at, long size, String status, String preview) {}
