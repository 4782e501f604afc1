package io.rapport.customer;

import io.rapport.facts.Address;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code suppression}: what is known of one address, and who said it last. */
@Entity
@Table(name = "suppression")
class SuppressionRow {

    @Id
    String address;

    @Column(name = "soft_bounces")
    int softBounces;

    @Nullable
    String cause;

    @Column(name = "changed_at")
    Instant changedAt;

    String reason;

    @Column(name = "said_by")
    String who;

    @SuppressWarnings("NullAway.Init")
    SuppressionRow() {}

    SuppressionRow(String address, Address known, String reason, String who) {
        this.address = address;
        this.softBounces = known.softBounces();
        this.cause = known.suppressed() == null ? null : known.suppressed().name();
        this.changedAt = known.at();
        this.reason = reason;
        this.who = who;
    }

    Address known() {
        return new Address(softBounces, cause(), changedAt);
    }

    Address.@Nullable Cause cause() {
        return cause == null ? null : Address.Cause.valueOf(cause);
    }
}
