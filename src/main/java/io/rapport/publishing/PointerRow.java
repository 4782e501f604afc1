package io.rapport.publishing;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Which version is live; the only row of its table. */
@Entity
@Table(name = "live_pointer")
class PointerRow {

    static final int ONLY = 1;

    @Id
    int id = ONLY;
    String hash;
    Instant changedAt;
    String changedBy;
    @Version
    int version;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    PointerRow() {}
}
