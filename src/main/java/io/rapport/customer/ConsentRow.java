package io.rapport.customer;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A row of {@code consent}: one word about one channel and purpose, never changed afterwards. */
@Entity
@Table(name = "consent")
@IdClass(ConsentRow.Key.class)
class ConsentRow {

    record Key(String event, String channel, String purpose) implements Serializable {}

    @Id
    @Column(name = "event_id")
    String event;

    @Id
    String channel;

    @Id
    String purpose;

    @Column(name = "customer_id")
    long customer;

    boolean given;

    @Column(name = "stated_at")
    Instant at;

    String proof;

    @SuppressWarnings("NullAway.Init")
    ConsentRow() {}

    ConsentRow(Entry entry, Channel channel, Purpose purpose, boolean given, String proof) {
        this.event = entry.noted().id();
        this.channel = channel.word();
        this.purpose = purpose.word();
        this.customer = entry.origin();
        this.given = given;
        this.at = entry.noted().time();
        this.proof = proof;
    }
}
