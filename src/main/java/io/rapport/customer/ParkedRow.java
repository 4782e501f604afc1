package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code parked}; the database numbers the position. */
@Entity
@Table(name = "parked")
class ParkedRow {

    @Id
    @Column(name = "event_id")
    String id;

    @Column(insertable = false, updatable = false)
    long position;

    String stream;

    @Column(name = "customer_id")
    @Nullable
    Long customer;

    String reason;

    @Column(name = "parked_at")
    Instant parkedAt;

    String identities;

    String type;

    @Column(name = "event_time")
    Instant time;

    String source;

    String data;

    @SuppressWarnings("NullAway.Init")
    ParkedRow() {}

    static ParkedRow of(CustomerEvent event, String stream, String reason, Instant parkedAt) {
        var row = new ParkedRow();
        row.id = event.id();
        row.stream = stream;
        row.reason = Text.atMost(2_000, reason);
        row.parkedAt = parkedAt;
        row.identities = Identities.write(event.identities());
        row.type = event.type();
        row.time = event.time();
        row.source = event.source();
        row.data = FactsJson.write(event.data());
        return row;
    }

    CustomerEvent event() {
        return new CustomerEvent(id, source, type, Identities.read(identities), time, FactsJson.readData(type, data));
    }

    /** The stream of an event: its strongest identity; an anonymous event stands alone. */
    static String stream(CustomerEvent event) {
        return event.identities().isEmpty() ? "event:" + event.id() : event.identities().getFirst().key();
    }

}
