package io.rapport.publishing;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** A version as it is stored; its files never change. */
@Entity
@Table(name = "rulebook_version")
class VersionRow {

    @Id
    String hash;
    Instant publishedAt;
    String author;
    String note;
    byte[] files;
    /** The examples it was checked by; null when there were none, or nobody kept them. */
    byte @Nullable [] features;
    long compileMillis;
    @Nullable
    Integer examplesPassed;
    @Nullable
    Integer examplesFailed;
    String basedOn = "";
    @Nullable
    Instant effectiveFrom;
    String effectiveBy = "";
    @Nullable
    Instant firstLiveAt;
    String dryRun = "";
    String remark = "";

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    VersionRow() {}

    /** What the last check of it found. */
    void checked(Checked checked) {
        compileMillis = checked.compileTime().toMillis();
        examplesPassed = checked.examples() == null ? null : checked.examples().passed();
        examplesFailed = checked.examples() == null ? null : checked.examples().failed().size();
        remark = checked.remark();
    }
}
