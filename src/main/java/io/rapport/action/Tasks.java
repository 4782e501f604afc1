package io.rapport.action;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.springframework.stereotype.Component;

import io.rapport.action.Task.Status;

/** What agents have to do: work lists, and what they did. */
@Component
public final class Tasks {

    /** The value of an action that names the complaint which a task answers. */
    public static final String COMPLAINT = "complaint";

    /** Who carries out a message for which there is no door yet. */
    static final String BY_HAND = "service";

    private static final int AT_ONCE = 200;

    private final Rows rows;
    private final Clock clock;

    Tasks(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * An agent did it. If the task was to answer a complaint, the complaint is resolved, and other tasks of the same
     * complaint, which it left behind while climbing, are done with it.
     *
     * @param note what came of it, may be empty
     * @return false when it was not open any more
     */
    public boolean done(String actionId, String who, String note) {
        return rows.read(session -> {
            TaskRow row = session.get(TaskRow.class, actionId, LockMode.PESSIMISTIC_WRITE);
            if (row == null || !row.isOpen()) {
                return false;
            }
            row.change(Status.DONE, Outcome.DONE, who, note, clock.instant());
            row.resolves = row.complaintId != null;
            session.update(row);
            if (row.resolves) {
                closeTheOthers(session, row, who);
            }
            return true;
        });
    }

    private void closeTheOthers(StatelessSession session, TaskRow done, String who) {
        List<TaskRow> others = session.createSelectionQuery("""
                from TaskRow where complaintId = :complaint and actionId <> :done and status in (OPEN, POSTPONED)
                order by actionId""", TaskRow.class)
                .setParameter("complaint", done.complaintId).setParameter("done", done.actionId)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE).getResultList();
        others.forEach(other -> other.change(Status.DONE, Outcome.DONE, who, done.reason, clock.instant()));
        session.updateMultiple(others);
    }

    /**
     * An agent does it later.
     *
     * @param dueAt the new deadline
     * @return false when it was not open any more
     */
    public boolean postpone(String actionId, String who, Instant dueAt, String reason) {
        return rows.read(session -> {
            TaskRow row = session.get(TaskRow.class, actionId, LockMode.PESSIMISTIC_WRITE);
            if (row == null || !row.isOpen()) {
                return false;
            }
            row.change(Status.POSTPONED, Outcome.POSTPONED, who, reason, clock.instant());
            row.dueAt = dueAt;
            row.postponements++;
            session.update(row);
            return true;
        });
    }

    /** What one assignee has to do, the most urgent first. */
    public List<Task> openOf(String assignee, int page, int size) {
        return page(page, size, session -> session.createSelectionQuery("""
                from TaskRow where status in (OPEN, POSTPONED) and assignee = :assignee
                order by dueAt asc nulls last, actionId""", TaskRow.class).setParameter("assignee", assignee));
    }

    /** Tasks with that status, whoever does them: open ones by urgency, others by when they ended, the latest first. */
    public List<Task> list(Status status, int page, int size) {
        String order = status == Status.OPEN || status == Status.POSTPONED ? "dueAt asc nulls last" : "changedAt desc";
        return page(page, size, session -> session.createSelectionQuery(
                "from TaskRow where status = :status order by " + order + ", actionId", TaskRow.class)
                .setParameter("status", status));
    }

    /** Tasks about one customer, the newest first. */
    public List<Task> ofCustomer(long customer, int page, int size) {
        return page(page, size, session -> session.createSelectionQuery(
                "from TaskRow where customer = :customer order by createdAt desc, actionId", TaskRow.class)
                .setParameter("customer", customer));
    }

    /** How many open tasks each assignee has, the longest list first. */
    public Map<String, Long> openCounts() {
        return rows.read(session -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            session.createSelectionQuery("""
                    select assignee, count(*) from TaskRow where status in (OPEN, POSTPONED)
                    group by assignee order by count(*) desc, assignee""", Object[].class)
                    .getResultList().forEach(line -> counts.put((String) line[0], (Long) line[1]));
            return counts;
        });
    }

    /** Nobody did them in time. */
    void expire() {
        Instant now = clock.instant();
        rows.change(session -> {
            List<TaskRow> late = session.createSelectionQuery(
                    "from TaskRow where status in (OPEN, POSTPONED) and validUntil < :now", TaskRow.class)
                    .setParameter("now", now).setMaxResults(AT_ONCE)
                    .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED).getResultList();
            late.forEach(row -> row.change(Status.MISSED, Outcome.MISSED, "the clock", "Its time had passed", now));
            session.updateMultiple(late);
        });
    }

    private List<Task> page(int page, int size, Function<StatelessSession, SelectionQuery<TaskRow>> query) {
        return rows.read(session -> query.apply(session).setFirstResult(page * size).setMaxResults(size)
                .getResultList().stream().map(TaskRow::shown).toList());
    }
}
