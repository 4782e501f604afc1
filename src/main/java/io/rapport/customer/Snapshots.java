package io.rapport.customer;

import io.rapport.facts.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The dated snapshots of the population, against which relative classes are decided. */
@Component
public final class Snapshots {

    /** Another process may have taken one: how long the latest is taken from memory without asking. */
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final Sessions sessions;
    private final Everybody everybody;
    private final Clock clock;
    private volatile Latest latest = new Latest(Snapshot.NONE, Instant.MIN);

    Snapshots(Sessions sessions, Everybody everybody, Clock clock) {
        this.sessions = sessions;
        this.everybody = everybody;
        this.clock = clock;
    }

    private record Latest(Snapshot snapshot, Instant until) {}

    /** The newest snapshot, {@link Snapshot#NONE} when there is none; one taken elsewhere is seen within ten seconds. */
    public Snapshot latest() {
        var known = latest;
        var now = clock.instant();
        if (now.isBefore(known.until)) {
            return known.snapshot;
        }
        var id = sessions.reading(session -> session
                .createSelectionQuery("select id from SnapshotRow order by at desc, id desc limit 1", String.class)
                .getSingleResultOrNull());
        var snapshot = id == null || id.equals(known.snapshot.id()) ? known.snapshot : of(id);
        latest = new Latest(snapshot, now.plus(TRUSTED));
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
        latest = new Latest(latest.snapshot, Instant.MIN);
        return snapshot;
    }

    /** The snapshot of an id, {@link Snapshot#NONE} when there is none of it. */
    public Snapshot of(String id) {
        return sessions.reading(session -> {
            var row = session.get(SnapshotRow.class, id);
            return row == null ? Snapshot.NONE : SnapshotCodec.read(row);
        });
    }
}
