package io.rapport.console.work;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.rapport.console.Wording;
import io.rapport.customer.CustomerSearch;
import io.rapport.engine.queue.ParkedEvent;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Identity;
import io.rapport.intake.EventJson;
import io.rapport.intake.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be decided, and what people did about it.
 *
 * @param id its number among the parked
 * @param event the event's own id
 * @param type of the event, empty if it cannot be read
 * @param time when it happened, null if it cannot be read
 * @param identities who it is about
 * @param customer whom the engine knows by one of them, null if nobody
 * @param status {@code waiting}, {@code handled}, {@code discarded}
 * @param reason why it waits
 * @param tries how often it was tried
 * @param triedAt when last, null before it was tried again
 * @param text what is tried the next time; empty if it is too long for a page
 * @param original what came in when somebody mended it, else empty
 * @param changedBy who mended, discarded or took it back
 * @param note why
 */
public record ParkedView(
        long id,
        String event,
        String type,
        @Nullable Instant time,
        List<String> identities,
        @Nullable Long customer,
        String status,
        String reason,
        Instant since,
        int tries,
        @Nullable Instant triedAt,
        String text,
        String original,
        @Nullable Instant changedAt,
        String changedBy,
        String note) {

    /** Longest event that a page shows and lets mend, in bytes. */
    private static final int MENDABLE = 64 * 1024;

    static ParkedView of(ParkedEvent one, CustomerSearch search, Wording wording) {
        var read = read(one);
        return new ParkedView(
                one.id(),
                one.eventId(),
                read == null ? "" : read.type(),
                read == null ? null : read.time(),
                read == null ? List.of() : read.identities().stream().map(Identity::key).toList(),
                read == null ? null
                        : read.identities().stream().map(search::find).filter(id -> id != null).findFirst().orElse(null),
                one.status().name().toLowerCase(Locale.ROOT),
                wording.reason(one.reason()),
                one.since(),
                one.tries(),
                one.triedAt(),
                text(one.latest()),
                one.mended() == null ? "" : text(one.event()),
                one.changedAt(),
                one.changedBy(),
                one.note());
    }

    private static @Nullable CustomerEvent read(ParkedEvent one) {
        try {
            return new EventJson().read(one.latest());
        } catch (Malformed unreadable) {
            return null;
        }
    }

    private static String text(byte[] event) {
        return event.length > MENDABLE ? "" : new String(event, StandardCharsets.UTF_8);
    }
}
