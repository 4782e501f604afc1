package io.rapport.customer;

import io.rapport.facts.Trust;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @SuppressWarnings("NullAway.Init")
    IdentityRow() {}

    IdentityRow(String key, long customer, Trust trust) {
        this.key = key;
        this.customer = customer;
        this.trust = trust.word();
    }
}
