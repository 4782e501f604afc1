package io.rapport.action;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** What is stored of every action, whether it leaves as a message or waits as a task. */
@MappedSuperclass
abstract class ActionRow {

    @Id
    String actionId;
    long customer;
    @Enumerated(EnumType.STRING)
    Channel channel;
    @Enumerated(EnumType.STRING)
    Purpose purpose;
    String ruleId;
    String occasion;
    String what;
    @Column(name = "body")
    String text;
    @Nullable
    Instant validUntil;
    @Nullable
    String reason;
    Instant createdAt;
    @Nullable
    @Enumerated(EnumType.STRING)
    Outcome untoldOutcome;
    @Version
    int version;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    ActionRow() {}

    ActionRow(Action action, String text, Instant now) {
        this.actionId = action.id();
        this.customer = action.customer();
        this.channel = action.channel();
        this.purpose = action.purpose();
        this.ruleId = action.reason().ruleId();
        this.occasion = action.occasion();
        this.what = action.what();
        this.text = text;
        this.validUntil = action.validUntil();
        this.createdAt = now;
    }
}
