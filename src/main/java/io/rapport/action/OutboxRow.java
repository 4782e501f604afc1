package io.rapport.action;

import java.time.Instant;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.rapport.facts.QuietHours;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A message as it is stored; {@link OutboxMessage.Status#HELD} is never stored, it follows from the switches. */
@Entity
@Table(name = "outbox")
class OutboxRow extends ActionRow {

    @Nullable
    String recipient;
    String subject;
    String language;
    @Enumerated(EnumType.STRING)
    OutboxMessage.Status status;
    Instant dueAt;
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
    Instant closedAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    OutboxRow() {}

    private OutboxRow(Dispatch dispatch, Instant now) {
        super(dispatch.action(), dispatch.text(), now);
        this.recipient = dispatch.recipient();
        this.subject = dispatch.subject();
        this.language = dispatch.language();
        this.status = OutboxMessage.Status.WAITING;
        this.dueAt = dispatch.action().notBefore();
        this.quiet = dispatch.action().quiet().stream().map(QuietHours::toString).collect(Collectors.joining("\n"));
    }

    static OutboxRow of(Dispatch dispatch, Instant now) {
        return new OutboxRow(dispatch, now);
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
