package io.rapport.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of {@code shared_identity}: somebody who uses an address that another customer is recognised by. */
@Entity
@Table(name = "shared_identity")
@IdClass(SharedIdentityRow.Key.class)
class SharedIdentityRow {

    record Key(String identity, long customer) implements Serializable {}

    @Id
    @Column(name = "identity_key")
    String identity;

    @Id
    @Column(name = "customer_id")
    long customer;

    @SuppressWarnings("NullAway.Init")
    SharedIdentityRow() {}

    SharedIdentityRow(String identity, long customer) {
        this.identity = identity;
        this.customer = customer;
    }

    Key key() {
        return new Key(identity, customer);
    }
}
