package io.rapport.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code import_position}. */
@Entity
@Table(name = "import_position")
class ImportPositionRow {

    @Id
    String file;

    long line;

    long events;

    @Nullable
    Instant reached;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Nullable
    String name;

    @Column(name = "begun_at")
    @Nullable
    Instant begunAt;

    @Column(name = "abandoned_at")
    @Nullable
    Instant abandonedAt;

    @SuppressWarnings("NullAway.Init")
    ImportPositionRow() {}
}
