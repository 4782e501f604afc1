package io.rapport.customer;

import io.rapport.facts.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The dated snapshots of the population, against which relative classes are decided. */
@Component
public final class Snapshots {

    /** Another process may have taken one: how long the latest is taken from memory without asking. */
    private static final long TRUSTED_NANOS = Duration.ofSeconds(1).toNanos();

    private final Sessions sessions;
    private final Everybody everybody;
    private final AtomicReference<@Nullable Latest> latest = new AtomicReference<>();

    Snapshots(Sessions sessions, Everybody everybody) {
        this.sessions = sessions;
        this.everybody = everybody;
    }

    /** @param until of {@link System#nanoTime()}: a clock that is set forward or back changes nothing */
    private record Latest(Snapshot snapshot, long until) {

        static Latest of(Snapshot snapshot) {
            return new Latest(snapshot, System.nanoTime() + TRUSTED_NANOS);
        }

        boolean isTrusted() {
            return System.nanoTime() - until < 0;
        }
    }

    /**
     * The newest snapshot, {@link Snapshot#NONE} when there is none; one taken by another process is seen within a second. Those
     * who are decided by an older one in between are caught up with, as their rows say which it was.
     */
    public Snapshot latest() {
        var known = latest.get();
        if (known != null && known.isTrusted()) {
            return known.snapshot;
        }
        var id = sessions.reading(session -> session
                .createSelectionQuery("select id from SnapshotRow order by at desc, id desc limit 1", String.class)
                .getSingleResultOrNull());
        var snapshot = id == null ? Snapshot.NONE : known != null && id.equals(known.snapshot.id()) ? known.snapshot : of(id);
        // what was committed while this asked is newer than the answer
        latest.compareAndSet(known, Latest.of(snapshot));
        return snapshot;
    }

    /** The newest snapshot not after an instant, {@link Snapshot#NONE} when there is none. */
    public Snapshot latestBefore(Instant instant) {
        return sessions.reading(session -> {
            var row = session.createSelectionQuery(
                    "from SnapshotRow where at <= :instant order by at desc, id desc limit 1", SnapshotRow.class)
                    .setParameter("instant", instant)
                    .getSingleResultOrNull();
            return row == null ? Snapshot.NONE : SnapshotCodec.read(row);
        });
    }

    /**
     * Counts the population as remembered now, fits the forecasts to it unless those of the one before are fresh, and keeps the
     * result. Runs inside the caller's transaction.
     *
     * @param at the moment it describes; a snapshot of that moment that exists already is returned as it is
     * @param zone for customers who named none
     */
    public Snapshot take(Instant at, ZoneId zone) {
        var census = new Census(at, zone);
        var earlier = latestBefore(at);
        if (earlier.at().equals(at)) {
            return earlier;
        }
        everybody.forEach(known -> census.count(known.memory(), known.standing()));
        var snapshot = census.snapshot(earlier);
        sessions.inTransaction(session -> session.insert(SnapshotCodec.write(snapshot)));
        sawWhenCommitted(snapshot);
        return snapshot;
    }

    /** Not before the commit: who reads in between would take the old one for the latest, and trust it. */
    private void sawWhenCommitted(Snapshot taken) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                latest.updateAndGet(known -> known != null && known.snapshot.at().isAfter(taken.at()) ? known : Latest.of(taken));
            }
        });
    }

    /** The snapshot of an id, {@link Snapshot#NONE} when there is none of it. */
    public Snapshot of(String id) {
        return sessions.reading(session -> {
            var row = session.get(SnapshotRow.class, id);
            return row == null ? Snapshot.NONE : SnapshotCodec.read(row);
        });
    }
}
