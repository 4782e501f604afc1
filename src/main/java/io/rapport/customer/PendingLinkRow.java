package io.rapport.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A row of {@code pending_link}: a customer who says that an identity is his, and what was decided about it. */
@Entity
@Table(name = "pending_link")
@IdClass(PendingLinkRow.Key.class)
class PendingLinkRow {

    record Key(long customer, String identity) implements Serializable {}

    @Id
    @Column(name = "customer_id")
    long customer;

    @Id
    @Column(name = "identity_key")
    String identity;

    @Column(name = "event_id")
    String event;

    String source;

    @Column(name = "claimed_at")
    Instant claimedAt;

    @Nullable
    @Column(name = "decided_at")
    Instant decidedAt;

    @Nullable
    Boolean accepted;

    @Nullable
    @Column(name = "decided_by")
    String decidedBy;

    @SuppressWarnings("NullAway.Init")
    PendingLinkRow() {}

    PendingLinkRow(long customer, String identity, String event, String source, Instant claimedAt) {
        this.customer = customer;
        this.identity = identity;
        this.event = event;
        this.source = source;
        this.claimedAt = claimedAt;
    }

    /** What a person decided without anybody having asked: it is not his. */
    static PendingLinkRow refused(long customer, String identity, String event, String who, Instant now) {
        var row = new PendingLinkRow(customer, identity, event, who, now.truncatedTo(ChronoUnit.MILLIS));
        row.decidedAt = row.claimedAt;
        row.accepted = false;
        row.decidedBy = Text.atMost(200, who);
        return row;
    }

    Key key() {
        return new Key(customer, identity);
    }
}
