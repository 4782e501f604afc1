package io.rapport.customer;

import io.rapport.facts.Trust;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code identity}: many to one customer. */
@Entity
@Table(name = "identity")
class IdentityRow {

    @Id
    @Column(name = "identity_key")
    String key;

    @Column(name = "customer_id")
    long customer;

    /** How it came to him; null in rows of before there was trust. */
    @Nullable
    String trust;

    /** As people look for it; written by an engine of before, it is null. */
    @Nullable
    String sought;

    /** The event by which it came to him; null in rows of before. */
    @Nullable
    @Column(name = "joined_by")
    String joinedBy;

    /** Set by the database: the time that an event tells is told by whoever sends it. */
    @Nullable
    @Column(name = "joined_at", insertable = false)
    Instant joinedAt;

    @SuppressWarnings("NullAway.Init")
    IdentityRow() {}

    IdentityRow(String key, long customer, Trust trust, String joinedBy) {
        this.key = key;
        this.customer = customer;
        this.trust = trust.word();
        this.sought = Text.sought(key);
        this.joinedBy = joinedBy;
    }
}
