package io.rapport.publishing;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A version as it is stored; never changed. */
@Entity
@Table(name = "rulebook_version")
class VersionRow {

    @Id
    String hash;
    Instant publishedAt;
    String author;
    String note;
    byte[] files;
    long compileMillis;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    VersionRow() {}
}
