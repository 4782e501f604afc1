package io.rapport.action;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.EventData;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A task as it is stored. */
@Entity
@Table(name = "task")
class TaskRow extends ActionRow {

    String title;
    String assignee;
    @Nullable
    String complaintId;
    @Nullable
    Instant dueAt;
    @Enumerated(EnumType.STRING)
    Task.Status status;
    @Nullable
    String changedBy;
    int postponements;
    @Nullable
    Instant changedAt;
    boolean resolves;
    /** How doing it meets the customer: then it is a contact. */
    @Nullable
    @Enumerated(EnumType.STRING)
    Channel met;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    TaskRow() {}

    private TaskRow(Action action, String title, String text, String assignee, Instant now) {
        super(action, text, now);
        this.title = title;
        this.assignee = assignee;
        this.dueAt = action.dueAt();
        this.status = Task.Status.OPEN;
    }

    static TaskRow of(Dispatch dispatch, Instant now) {
        var action = dispatch.action();
        var title = dispatch.subject().isBlank() ? action.what() : dispatch.subject();
        var row = new TaskRow(action, title, dispatch.text(), action.assignee(), now);
        var met = action.values().get(EventData.Contact.MET);
        row.met = met == null ? null : Channel.ofWord(met);
        row.complaintId = action.values().get(Tasks.COMPLAINT);
        return row;
    }

    /** A message that no machine can deliver yet: its words are handed to an agent. */
    static TaskRow byHand(Dispatch dispatch, Instant now) {
        var text = dispatch.recipient() == null ? dispatch.text() : dispatch.recipient() + "\n\n" + dispatch.text();
        var title = dispatch.action().channel().word() + ": " + dispatch.subject();
        return new TaskRow(dispatch.action(), title, text, Tasks.BY_HAND, now);
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
