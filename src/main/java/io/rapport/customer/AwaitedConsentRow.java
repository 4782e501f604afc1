package io.rapport.customer;

import io.rapport.facts.EventData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** A row of {@code awaited_consent}: given by somebody who may be another, not yet confirmed. */
@Entity
@Table(name = "awaited_consent")
@IdClass(ConsentRow.Key.class)
class AwaitedConsentRow {

    @Id
    @Column(name = "event_id")
    String event;

    @Id
    String channel;

    @Id
    String purpose;

    @Column(name = "customer_id")
    long customer;

    @Column(name = "asked_at")
    Instant at;

    @SuppressWarnings("NullAway.Init")
    AwaitedConsentRow() {}

    static Collection<AwaitedConsentRow> of(Entry entry) {
        if (!(entry.noted().data() instanceof EventData.Form form) || form.awaited() == null) {
            return List.of();
        }
        var rows = new LinkedHashMap<ConsentRow.Key, AwaitedConsentRow>();
        for (var choice : form.awaited().consents()) {
            var row = new AwaitedConsentRow();
            row.event = entry.noted().id();
            row.channel = choice.channel().word();
            row.purpose = choice.purpose().word();
            row.customer = entry.origin();
            row.at = entry.noted().time();
            rows.put(new ConsentRow.Key(row.event, row.channel, row.purpose), row);
        }
        return rows.values();
    }
}
