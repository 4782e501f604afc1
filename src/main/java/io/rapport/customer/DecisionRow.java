package io.rapport.customer;

import io.rapport.facts.Decision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code decision}, beside the event of the same position. */
@Entity
@Table(name = "decision")
class DecisionRow {

    @Id
    long position;

    @Column(name = "decided_at")
    Instant at;

    String rulebook;

    String snapshot;

    byte[] body;

    @SuppressWarnings("NullAway.Init")
    DecisionRow() {}

    static DecisionRow of(Decision decision, long position) {
        var row = new DecisionRow();
        row.position = position;
        row.at = decision.at();
        row.rulebook = decision.rulebook();
        row.snapshot = decision.snapshot();
        row.body = DecisionCodec.write(decision);
        return row;
    }

    Decision decision(EventRow event) {
        var customer = event.customer == null ? Entry.ANONYMOUS : event.customer;
        return DecisionCodec.read(body, event.id, customer, at, rulebook, snapshot);
    }
}
