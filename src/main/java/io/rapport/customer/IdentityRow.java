package io.rapport.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code identity}: many to one customer. */
@Entity
@Table(name = "identity")
class IdentityRow {

    @Id
    @Column(name = "identity_key")
    String key;

    @Column(name = "customer_id")
    long customer;

    @SuppressWarnings("NullAway.Init")
    IdentityRow() {}

    IdentityRow(String key, long customer) {
        this.key = key;
        this.customer = customer;
    }
}
