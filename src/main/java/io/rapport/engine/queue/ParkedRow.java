package io.rapport.engine.queue;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
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

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "parked_identity", joinColumns = @JoinColumn(name = "position"))
    @Column(name = "identity_digest")
    Set<String> identities;

    @SuppressWarnings("NullAway.Init")
    protected ParkedRow() {}

    ParkedRow(String eventId, byte[] event, String reason, Instant parkedAt, Set<String> identities) {
        this.eventId = eventId;
        this.event = event;
        this.reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        this.parkedAt = parkedAt;
        this.identities = new HashSet<>(identities);
    }
}
