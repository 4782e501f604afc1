package io.rapport.action;

import java.time.Instant;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.facts.QuietHours;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A message as it is stored; {@link OutboxMessage.Status#HELD} is never stored, it follows from the switches. */
@Entity
@Table(name = "outbox")
class OutboxRow {

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
    @Nullable
    String recipient;
    String subject;
    @Column(name = "body")
    String text;
    String language;
    @Enumerated(EnumType.STRING)
    OutboxMessage.Status status;
    Instant dueAt;
    @Nullable
    Instant validUntil;
    /** As {@link QuietHours#toString} writes them, one a line. */
    String quiet;
    int attempts;
    @Nullable
    String leasedBy;
    @Nullable
    Instant leaseUntil;
    @Nullable
    Instant attemptBegunAt;
    @Nullable
    String reason;
    Instant createdAt;
    @Nullable
    Instant closedAt;
    @Nullable
    @Enumerated(EnumType.STRING)
    Outcome untoldOutcome;
    @Version
    int version;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    OutboxRow() {}

    static OutboxRow of(Dispatch dispatch, Instant now) {
        Action action = dispatch.action();
        OutboxRow row = new OutboxRow();
        row.actionId = action.id();
        row.customer = action.customer();
        row.channel = action.channel();
        row.purpose = action.purpose();
        row.ruleId = action.reason().ruleId();
        row.occasion = action.occasion();
        row.what = action.what();
        row.recipient = dispatch.recipient();
        row.subject = dispatch.subject();
        row.text = dispatch.text();
        row.language = dispatch.language();
        row.status = OutboxMessage.Status.WAITING;
        row.dueAt = action.notBefore();
        row.validUntil = action.validUntil();
        row.quiet = action.quiet().stream().map(QuietHours::toString).collect(Collectors.joining("\n"));
        row.createdAt = now;
        return row;
    }

    /** The first moment from now on at which none of its quiet hours is in force. */
    Instant waitedOut(Instant now) {
        Instant moment = now;
        for (String hours : quiet.lines().toList()) {
            moment = QuietHours.of(hours).waitedOut(moment);
        }
        return moment;
    }

    boolean isLeasedBy(String process) {
        return status == OutboxMessage.Status.LEASED && process.equals(leasedBy);
    }

    /** True until the attempt is marked. */
    boolean isRecallable() {
        return attemptBegunAt == null && (status == OutboxMessage.Status.WAITING || status == OutboxMessage.Status.LEASED);
    }

    /** Nothing more will be done with it; its outcome is to be told. */
    void close(OutboxMessage.Status end, Outcome outcome, @Nullable String because, Instant now) {
        status = end;
        untoldOutcome = outcome;
        reason = because;
        closedAt = now;
        leaseUntil = null;
    }

    /** Back among those that wait, to be looked at again at the given moment. */
    void waitUntil(Instant again, @Nullable String because) {
        status = OutboxMessage.Status.WAITING;
        dueAt = again;
        reason = because;
        leasedBy = null;
        leaseUntil = null;
        attemptBegunAt = null;
    }

    OutboxMessage shown(OutboxMessage.Status as) {
        return new OutboxMessage(actionId, customer, channel, purpose, ruleId, what, recipient, subject, text, language, as,
                dueAt, validUntil, attempts, reason, createdAt, closedAt);
    }
}
