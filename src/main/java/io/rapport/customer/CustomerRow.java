package io.rapport.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer}. Links and erasure are written by their own statements, never by the hot path. */
@Entity
@Table(name = "customer")
class CustomerRow {

    @Id
    long id;

    @Version
    int version;

    byte[] memory;

    @Column(name = "memory_format")
    int format;

    @Nullable
    String name;

    String standing;

    @Column(name = "next_review_at")
    @Nullable
    Instant nextReviewAt;

    @Column(name = "decided_rulebook")
    @Nullable
    String decidedRulebook;

    @Column(name = "decided_snapshot")
    @Nullable
    String decidedSnapshot;

    @Column(name = "merged_into", insertable = false, updatable = false)
    @Nullable
    Long mergedInto;

    @Column(name = "erased_at", insertable = false, updatable = false)
    @Nullable
    Instant erasedAt;

    @SuppressWarnings("NullAway.Init")
    CustomerRow() {}

    DecidedBy decidedBy() {
        return new DecidedBy(decidedRulebook, decidedSnapshot);
    }

    Known known() {
        return new Known(id, version, MemoryCodec.read(memory), nextReviewAt, standing, decidedBy());
    }
}
