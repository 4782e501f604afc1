package io.rapport.action;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Who stopped or resumed a channel last, and when. */
@Entity
@Table(name = "delivery_switch")
class SwitchRow {

    @Id
    String name;
    boolean stopped;
    Instant changedAt;
    String changedBy;
    @Version
    int version;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    SwitchRow() {}
}
