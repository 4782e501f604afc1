package io.rapport.engine.queue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A parked event as a person sees it.
 *
 * @param id its number among the parked, in the order of arrival
 * @param eventId the event's own id
 * @param reason what went wrong the last time, without any content of the event
 * @param since when it was parked
 * @param tries how often it was tried
 * @param triedAt when it was tried again last, null before the first time
 * @param event the event as it came, CloudEvents in JSON
 * @param mended the event as somebody mended it, null if nobody did
 * @param changedAt when somebody mended, discarded or took it back, null if nobody did
 * @param changedBy who, empty if nobody did
 * @param note why, empty if nobody said
 */
public record ParkedEvent(long id, String eventId, String reason, Instant since, int tries, @Nullable Instant triedAt,
        Status status,
        byte[] event, byte @Nullable [] mended, @Nullable Instant changedAt, String changedBy, String note) {

    /** What becomes of it. */
    public enum Status {
        /** It is tried again from time to time, and those behind it of the same customer wait. */
        WAITING,
        /** Somebody mended it and it was decided. What nobody had to mend is not kept. */
        HANDLED,
        /** Nobody will decide it, and nobody waits for it. */
        DISCARDED
    }

    /** What is tried: the mended one, or the event as it came. */
    public byte[] latest() {
        return mended == null ? event : mended;
    }
}
