package io.rapport.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code snapshot}. */
@Entity
@Table(name = "snapshot")
class SnapshotRow {

    @Id
    String id;

    @Column(name = "taken_at")
    Instant at;

    long customers;

    byte[] body;

    @SuppressWarnings("NullAway.Init")
    SnapshotRow() {}
}
