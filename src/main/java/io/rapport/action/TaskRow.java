package io.rapport.action;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A task as it is stored. */
@Entity
@Table(name = "task")
class TaskRow {

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
    String title;
    @Column(name = "body")
    String text;
    String assignee;
    @Nullable
    String complaintId;
    @Nullable
    Instant dueAt;
    @Nullable
    Instant validUntil;
    @Enumerated(EnumType.STRING)
    Task.Status status;
    @Nullable
    String reason;
    @Nullable
    String changedBy;
    int postponements;
    Instant createdAt;
    @Nullable
    Instant changedAt;
    boolean resolves;
    @Nullable
    @Enumerated(EnumType.STRING)
    Outcome untoldOutcome;
    @Version
    int version;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    TaskRow() {}

    static TaskRow of(Dispatch dispatch, Instant now) {
        Action action = dispatch.action();
        TaskRow row = unassigned(dispatch, now);
        row.title = dispatch.subject().isBlank() ? action.what() : dispatch.subject();
        row.text = dispatch.text();
        row.assignee = action.assignee();
        row.complaintId = action.values().get(Tasks.COMPLAINT);
        return row;
    }

    /** A message that no machine can deliver yet: its words are handed to an agent. */
    static TaskRow byHand(Dispatch dispatch, Instant now) {
        TaskRow row = unassigned(dispatch, now);
        row.title = dispatch.action().channel().word() + ": " + dispatch.subject();
        row.text = dispatch.recipient() == null ? dispatch.text() : dispatch.recipient() + "\n\n" + dispatch.text();
        row.assignee = Tasks.BY_HAND;
        return row;
    }

    private static TaskRow unassigned(Dispatch dispatch, Instant now) {
        Action action = dispatch.action();
        TaskRow row = new TaskRow();
        row.actionId = action.id();
        row.customer = action.customer();
        row.channel = action.channel();
        row.purpose = action.purpose();
        row.ruleId = action.reason().ruleId();
        row.occasion = action.occasion();
        row.what = action.what();
        row.dueAt = action.dueAt();
        row.validUntil = action.validUntil();
        row.status = Task.Status.OPEN;
        row.createdAt = now;
        return row;
    }

    boolean isOpen() {
        return status == Task.Status.OPEN || status == Task.Status.POSTPONED;
    }

    /** Moves it on; the outcome is to be told. */
    void change(Task.Status to, Outcome outcome, String who, @Nullable String because, Instant now) {
        status = to;
        untoldOutcome = outcome;
        changedBy = who;
        reason = because;
        changedAt = now;
    }

    Task shown() {
        return new Task(actionId, customer, channel, purpose, ruleId, title, text, assignee, dueAt, status, reason, changedBy,
                createdAt, changedAt);
    }
}
