package io.rapport.customer;

import io.rapport.facts.Decision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code decision}. The customer is the event's origin, so that a merge that is undone leaves each his own. */
@Entity
@Table(name = "decision")
class DecisionRow {

    @Id
    @Column(name = "event_id")
    String id;

    @Column(name = "customer_id")
    long customer;

    @Column(name = "decided_at")
    Instant at;

    String rulebook;

    String snapshot;

    String body;

    @SuppressWarnings("NullAway.Init")
    DecisionRow() {}

    static DecisionRow of(long origin, Decision decision) {
        var row = new DecisionRow();
        row.id = decision.id();
        row.customer = origin;
        row.at = decision.at();
        row.rulebook = decision.rulebook();
        row.snapshot = decision.snapshot();
        row.body = FactsJson.write(decision);
        return row;
    }

    Decision decision() {
        return FactsJson.readDecision(id, customer, at, rulebook, snapshot, body);
    }
}
