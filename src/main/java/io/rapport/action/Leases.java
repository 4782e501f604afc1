package io.rapport.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

import io.rapport.action.OutboxMessage.Status;
import io.rapport.facts.Channel;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Who works on which message: leases with an end, so that another process takes over from a dead one. When a lease ends, only the
 * database's clock says, which all processes share; when a message is due, the engine's. Each method commits.
 */
@Component
final class Leases {

    private static final int AT_ONCE = 200;

    private static final String QUIET_HOURS = "Quiet hours";

    private final String process = UUID.randomUUID().toString();
    private final Rows rows;
    private final Customers customers;
    private final ActionSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    Leases(Rows rows, Customers customers, ActionSettings settings, Clock clock, MeterRegistry meters) {
        this.rows = rows;
        this.customers = customers;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** The ids of due messages that are now this process's, the longest due first; none while the channel is stopped. */
    List<String> lease(Channel channel) {
        Instant now = clock.instant();
        return rows.read(session -> {
            if (Switches.stopped(session).contains(channel)) {
                return List.of();
            }
            List<OutboxRow> due = locked(session.createSelectionQuery(
                    "from OutboxRow where status = WAITING and channel = :channel and dueAt <= :now order by dueAt",
                    OutboxRow.class).setParameter("channel", channel).setParameter("now", now).setMaxResults(settings.batch()));
            Instant leaseEnd = databaseNow(session).plus(settings.lease());
            for (OutboxRow row : due) {
                row.status = Status.LEASED;
                row.leasedBy = process;
                row.leaseUntil = leaseEnd;
            }
            session.updateMultiple(due);
            return due.stream().map(row -> row.actionId).toList();
        });
    }

    /**
     * The last look before the message leaves: is it still ours, allowed, wanted, in time? If so the attempt is marked and
     * committed, so that a process that dies from here on leaves an uncertain send, not a second one.
     */
    Optional<OutboxMessage> begin(String actionId) {
        return rows.read(session -> {
            OutboxRow row = session.get(OutboxRow.class, actionId, LockMode.PESSIMISTIC_WRITE);
            if (row == null || !row.isLeasedBy(process)) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            boolean mayLeave = mayLeave(session, row, now);
            if (mayLeave) {
                row.attempts++;
                row.attemptBegunAt = now;
                row.leaseUntil = databaseNow(session).plus(settings.lease());
            }
            session.update(row);
            return mayLeave ? Optional.of(row.shown(Status.LEASED)) : Optional.empty();
        });
    }

    private boolean mayLeave(StatelessSession session, OutboxRow row, Instant now) {
        if (Switches.stopped(session).contains(row.channel)) {
            row.waitUntil(row.dueAt, null);
        } else if (row.validUntil != null && now.isAfter(row.validUntil)) {
            close(row, Status.MISSED, Outcome.MISSED, "Its time had passed");
        } else if (!customers.allows(row.customer, row.channel, row.purpose)) {
            close(row, Status.REFUSED, Outcome.FAILED, "Consent was withdrawn after the decision");
        } else if (row.recipient != null && customers.suppresses(row.channel, row.recipient)) {
            close(row, Status.REFUSED, Outcome.FAILED, "The address is on the suppression list");
        } else if (row.waitedOut(now).isAfter(now)) {
            row.waitUntil(row.waitedOut(now), QUIET_HOURS);
        } else {
            return true;
        }
        return false;
    }

    /** Writes down how the attempt ended. What this process knows beats the guess of one that took over. */
    void settle(String actionId, Handover end) {
        rows.change(session -> {
            OutboxRow row = session.get(OutboxRow.class, actionId, LockMode.PESSIMISTIC_WRITE);
            if (row == null || !process.equals(row.leasedBy)) {
                return;
            }
            switch (end) {
                case Handover.Taken() -> close(row, Status.SENT, Outcome.DELIVERED, null);
                case Handover.Kept() -> close(row, Status.LOCAL, Outcome.DELIVERED, "No mail server is set");
                case Handover.Refused(String reason) -> close(row, Status.FAILED, Outcome.FAILED, reason);
                case Handover.Uncertain(String reason) -> close(row, Status.UNCERTAIN, Outcome.UNCERTAIN, reason);
                case Handover.NotNow(String reason) -> later(row, reason);
            }
            session.update(row);
        });
    }

    private void later(OutboxRow row, String reason) {
        waitAfter(row.attempts).ifPresentOrElse(wait -> row.waitUntil(clock.instant().plus(wait), reason),
                () -> close(row, Status.FAILED, Outcome.FAILED,
                        "Given up after " + row.attempts + " attempts: " + reason));
    }

    /** Twice as long each time, with jitter so that many do not come back at once; empty when it was tried often enough. */
    private Optional<Duration> waitAfter(int attempts) {
        ExponentialBackOff growing = new ExponentialBackOff(settings.firstRetry().toMillis(), 2);
        growing.setJitter(settings.firstRetry().toMillis() / 4);
        growing.setMaxInterval(settings.longestRetry().toMillis());
        growing.setMaxAttempts(settings.attempts() - 1L);
        BackOffExecution waits = growing.start();
        long wait = BackOffExecution.STOP;
        for (int i = 0; i < attempts; i++) {
            wait = waits.nextBackOff();
        }
        return wait == BackOffExecution.STOP ? Optional.empty() : Optional.of(Duration.ofMillis(wait));
    }

    /** Gives back what was leased and not begun. */
    void release(Collection<String> actionIds) {
        rows.change(session -> actionIds.forEach(id -> {
            OutboxRow row = session.get(OutboxRow.class, id, LockMode.PESSIMISTIC_WRITE);
            if (row != null && row.isLeasedBy(process)) {
                row.waitUntil(row.dueAt, row.reason);
                session.update(row);
            }
        }));
    }

    /**
     * Leases that ended: not begun goes back among those that wait, begun is uncertain and stays so. One that ends later than any
     * lease lasts was given before the database's clock was set back.
     */
    void takeOver() {
        rows.change(session -> {
            Instant now = databaseNow(session);
            List<OutboxRow> ended = locked(session.createSelectionQuery(
                    "from OutboxRow where status = LEASED and (leaseUntil < :now or leaseUntil > :never)", OutboxRow.class)
                    .setParameter("now", now).setParameter("never", now.plus(settings.lease().multipliedBy(2)))
                    .setMaxResults(AT_ONCE));
            for (OutboxRow row : ended) {
                if (row.attemptBegunAt == null) {
                    row.waitUntil(row.dueAt, row.reason);
                } else {
                    close(row, Status.UNCERTAIN, Outcome.UNCERTAIN, "The process ended while it handed the message over");
                }
            }
            session.updateMultiple(ended);
        });
    }

    /**
     * After the engine's clock was set back: what was prepared, or put off for another attempt, by the clock as it was would wait
     * until that time comes again. It is due now; what waits for its day or for the end of quiet hours is not touched.
     *
     * @return how many
     */
    int dueAfterTheClockWasSetBack() {
        Instant now = clock.instant();
        return rows.read(session -> session.createMutationQuery("""
                update versioned OutboxRow set dueAt = :now, createdAt = case when createdAt > :now then :now else createdAt end
                where status = WAITING and dueAt > :now and (createdAt > :now and dueAt <= createdAt
                or attempts > 0 and dueAt > :latest and (reason is null or reason <> :quiet))""")
                .setParameter("now", now).setParameter("quiet", QUIET_HOURS)
                .setParameter("latest", now.plus(settings.longestRetry()).plus(settings.firstRetry()))
                .executeUpdate());
    }

    /** What waited past its valid-until is missed. */
    void expire() {
        Instant now = clock.instant();
        rows.change(session -> {
            List<OutboxRow> late = locked(session.createSelectionQuery(
                    "from OutboxRow where status = WAITING and validUntil < :now", OutboxRow.class)
                    .setParameter("now", now).setMaxResults(AT_ONCE));
            late.forEach(row -> close(row, Status.MISSED, Outcome.MISSED, "Its time had passed"));
            session.updateMultiple(late);
        });
    }

    private void close(OutboxRow row, Status end, Outcome outcome, @Nullable String reason) {
        row.close(end, outcome, reason, clock.instant());
        meters.counter("rapport.action.messages", "channel", row.channel.word(), "end", end.word()).increment();
    }

    private static Instant databaseNow(StatelessSession session) {
        return session.createSelectionQuery("select instant", Instant.class).getSingleResult();
    }

    private static List<OutboxRow> locked(SelectionQuery<OutboxRow> query) {
        return query.setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED).getResultList();
    }
}
