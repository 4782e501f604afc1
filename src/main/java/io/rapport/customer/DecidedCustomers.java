package io.rapport.customer;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is decided by which rulebook and snapshot, and who is still to be. Those merged or erased are left out. */
@Component
public final class DecidedCustomers {

    /** Rows looked through at once; of most of them nothing is wanted. */
    private static final int PAGE = 5_000;

    private final Sessions sessions;
    private volatile @Nullable Counted counted;

    DecidedCustomers(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * How far everybody is decided.
     *
     * @param customers all of them
     * @param byRulebook decided by the rulebook
     * @param byBoth decided by the rulebook, and by the snapshot or no different by it
     */
    public record Progress(long customers, long byRulebook, long byBoth) {

        /** Those who are still to be decided, or looked at whether the snapshot makes a difference to them. */
        public long left() {
            return customers - byBoth;
        }

        /** Of all customers, rounded down: 100 only when it is all of them. */
        public int percent() {
            return customers == 0 ? 100 : (int) (100 * byRulebook / customers);
        }
    }

    /** Somebody whose latest decision rests on something else. */
    public record Outdated(long id, DecidedBy decidedBy) {}

    /**
     * Some of those outdated, by their numbers.
     *
     * @param last the number up to which there are no others
     * @param more whether there are customers beyond it
     */
    public record Page(List<Outdated> outdated, long last, boolean more) {}

    private record Counted(DecidedBy wanted, Remeasured<Progress> progress) {}

    /** How far it is, perhaps some seconds old. */
    public Progress progress(DecidedBy wanted) {
        var current = counted;
        if (current == null || !current.wanted.equals(wanted)) {
            current = new Counted(wanted, new Remeasured<>(() -> count(wanted)));
            counted = current;
        }
        return current.progress.get();
    }

    /** Many were decided: what was counted before is not true any more. */
    public void countAnew() {
        counted = null;
    }

    /** The same, counted now. */
    public Progress count(DecidedBy wanted) {
        var groups = sessions.reading(session -> session.createSelectionQuery(
                "select decidedRulebook, decidedSnapshot, count(*) from CustomerRow"
                        + " where mergedInto is null and erasedAt is null group by decidedRulebook, decidedSnapshot",
                Object[].class).getResultList());
        long customers = 0;
        long byRulebook = 0;
        long byBoth = 0;
        for (var group : groups) {
            var count = (Long) group[2];
            var sameRulebook = Objects.equals(group[0], wanted.rulebook());
            customers += count;
            byRulebook += sameRulebook ? count : 0;
            byBoth += sameRulebook && Objects.equals(group[1], wanted.snapshot()) ? count : 0;
        }
        return new Progress(customers, byRulebook, byBoth);
    }

    /** The next ones in the order of their numbers; nobody is locked. Filtered here: in the query, H2 would sort for each page. */
    public Page outdated(long after, DecidedBy wanted) {
        var rows = sessions.reading(session -> session.createSelectionQuery(
                "select id, mergedInto, erasedAt, decidedRulebook, decidedSnapshot from CustomerRow where id > :last order by id",
                Object[].class).setParameter("last", after).setMaxResults(PAGE).getResultList());
        var outdated = rows.stream()
                .filter(row -> row[1] == null && row[2] == null)
                .map(row -> new Outdated((Long) row[0], new DecidedBy((String) row[3], (String) row[4])))
                .filter(customer -> !customer.decidedBy.equals(wanted))
                .toList();
        return new Page(outdated, rows.isEmpty() ? after : (Long) rows.getLast()[0], rows.size() == PAGE);
    }

    /** These customers as remembered now, in the order of their numbers; nobody is locked. */
    public List<Known> read(Collection<Long> customers) {
        return sessions.reading(session -> rows(session, customers, LockMode.NONE));
    }

    /** Locks these, inside the caller's transaction. Whoever is locked by another is left to it: it decides by what counts now. */
    public List<Known> lock(Collection<Long> customers) {
        return sessions.inTransaction(session -> rows(session, customers, LockMode.UPGRADE_SKIPLOCKED));
    }

    /**
     * Notes that a newer snapshot makes no difference to these, inside the caller's transaction; not to those decided meanwhile.
     *
     * @param before what their latest decision rests on
     */
    public void note(Collection<Long> customers, DecidedBy before, String snapshot) {
        sessions.inTransaction(session -> session.createMutationQuery(
                "update CustomerRow set decidedSnapshot = :snapshot where id in :ids"
                        + " and decidedRulebook = :rulebook and decidedSnapshot = :before")
                .setParameter("snapshot", snapshot)
                .setParameterList("ids", customers)
                .setParameter("rulebook", before.rulebook())
                .setParameter("before", before.snapshot())
                .executeUpdate());
    }

    private static List<Known> rows(StatelessSession session, Collection<Long> customers, LockMode lock) {
        return customers.isEmpty() ? List.of()
                : session.createSelectionQuery(
                        "from CustomerRow where id in :ids and mergedInto is null and erasedAt is null order by id",
                        CustomerRow.class)
                        .setParameterList("ids", customers)
                        .setHibernateLockMode(lock)
                        .getResultList()
                        .stream()
                        .map(CustomerRow::known)
                        .toList();
    }
}
