package io.rapport.customer;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.OrderKey;
import io.rapport.facts.RateOrigin;
import io.rapport.facts.Trust;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code event_log}. */
@Entity
@Table(name = "event_log")
class EventRow {

    @Id
    long position;

    @Column(name = "event_id")
    String id;

    /** {@link OrderKey#order()}, or else {@link RateOrigin#key}; null for what is not looked for. */
    @Column(name = "order_key")
    @Nullable
    String orderKey;

    /** The position of what tells the same order anew and counts instead; null for what counts. */
    @Column(name = "superseded_by")
    @Nullable
    Long supersededBy;

    @Column(name = "customer_id")
    @Nullable
    Long customer;

    String identities;

    String type;

    @Column(name = "event_time")
    Instant time;

    @Column(name = "received_at")
    Instant receivedAt;

    String source;

    String data;

    /** Null in rows of before there was trust: as the source is. */
    @Nullable
    String trust;

    @SuppressWarnings("NullAway.Init")
    EventRow() {}

    static EventRow of(Entry entry, long position) {
        var event = entry.noted();
        var row = new EventRow();
        row.position = position;
        row.id = event.id();
        row.orderKey = OrderKey.of(event).map(OrderKey::order).or(() -> RateOrigin.key(event)).orElse(null);
        row.customer = entry.origin() == Entry.ANONYMOUS ? null : entry.origin();
        row.identities = Identities.write(event.identities());
        row.type = event.type();
        row.time = event.time();
        row.receivedAt = entry.receivedAt();
        row.source = event.source();
        row.data = FactsJson.write(event.data());
        row.trust = event.trust().word();
        return row;
    }

    CustomerEvent event() {
        return new CustomerEvent(
                id, source, type, Identities.read(identities), time, FactsJson.readData(type, data),
                trust == null ? Trust.ofSource(source) : Trust.ofWord(trust));
    }
}
