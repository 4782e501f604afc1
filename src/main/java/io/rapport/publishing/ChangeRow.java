package io.rapport.publishing;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One move of the live pointer, or a date that was set or cancelled; never changed. */
@Entity
@Table(name = "rulebook_change")
class ChangeRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;
    Instant changedAt;
    String hash;
    String what;
    String changedBy;
    String note;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    ChangeRow() {}
}
