package io.rapport.engine.queue;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.rapport.engine.queue.ParkedEvent.Status;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code parked_event} with its rows of {@code parked_identity}. */
@Entity
@Table(name = "parked_event")
class ParkedRow {

    private static final int LONGEST_REASON = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long position;

    @Column(name = "event_id")
    String eventId;

    byte[] event;

    String reason;

    @Column(name = "parked_at")
    Instant parkedAt;

    @Enumerated(EnumType.STRING)
    Status status = Status.WAITING;

    int tries = 1;

    @Column(name = "tried_at")
    @Nullable
    Instant triedAt;

    byte @Nullable [] mended;

    @Column(name = "changed_at")
    @Nullable
    Instant changedAt;

    @Column(name = "changed_by")
    @Nullable
    String changedBy;

    @Nullable
    String note;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "parked_identity", joinColumns = @JoinColumn(name = "position"))
    @Column(name = "identity_digest")
    Set<String> identities;

    @SuppressWarnings("NullAway.Init")
    protected ParkedRow() {}

    ParkedRow(String eventId, byte[] event, String reason, Instant parkedAt, Set<String> identities) {
        this.eventId = eventId;
        this.event = event;
        this.reason = bounded(reason);
        this.parkedAt = parkedAt;
        this.identities = new HashSet<>(identities);
    }

    long position() {
        return requireNonNull(position);
    }

    void failed(String because, Instant now) {
        reason = bounded(because);
        tries++;
        triedAt = now;
    }

    void changed(Status to, String who, @Nullable String why, Instant now) {
        status = to;
        changedBy = who;
        changedAt = now;
        note = why == null ? note : bounded(why);
    }

    ParkedEvent shown() {
        return new ParkedEvent(position(), eventId, reason, parkedAt, tries, triedAt, status, event, mended, changedAt,
                requireNonNullElse(changedBy, ""), requireNonNullElse(note, ""));
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
}
