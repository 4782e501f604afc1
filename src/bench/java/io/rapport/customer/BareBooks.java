package io.rapport.customer;

import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.decision.Step;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bare reference of the bench: the rows that the engine writes, by JDBC in batches on one connection, with nothing around
 * it. It trusts its input (known customers, no repeats, no merges), which the engine may not.
 */
public final class BareBooks {

    private static final String EVENT = """
            insert into event_log (event_id, customer_id, identities, type, event_time, received_at, source, data, position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DECISION = """
            insert into decision (position, decided_at, rulebook, snapshot, body) values (?, ?, ?, ?, ?)""";
    private static final String CUSTOMER = """
            update customer set version = version + 1, memory = ?, standing = ?, next_review_at = ?
            where id = ? and version = ?""";

    private final Connection connection;
    private final Course course;
    private final Context context;
    /** Far behind what the engine has written. */
    private long position = 1L << 40;

    public BareBooks(Connection connection, Course course, Context context) {
        this.connection = connection;
        this.course = course;
        this.context = context;
    }

    private static final class Held {
        int version;
        Memory memory = Memory.blank(0);
        @Nullable
        Decision latest;
    }

    /** One transaction: load and lock, step, write, commit. */
    public int handle(List<CustomerEvent> batch, Instant now) throws SQLException {
        var owners = owners(batch);
        var held = load(new TreeMap<>(owners).values().stream().distinct().sorted().toList());
        var written = 0;
        try (var events = connection.prepareStatement(EVENT); var decisions = connection.prepareStatement(DECISION)) {
            for (var event : batch) {
                var customer = owners.get(event.identities().getFirst().key());
                var known = held.get(customer);
                for (var step : course.take(known.memory, event, context, now)) {
                    write(events, decisions, customer, step, now);
                    known.memory = step.memory();
                    known.latest = step.decision();
                    written++;
                }
            }
            events.executeBatch();
            decisions.executeBatch();
        }
        remember(held);
        connection.commit();
        return written;
    }

    private Map<String, Long> owners(List<CustomerEvent> batch) throws SQLException {
        var keys = new HashSet<String>();
        batch.forEach(event -> keys.add(event.identities().getFirst().key()));
        var owners = new HashMap<String, Long>();
        try (var query = connection
                .prepareStatement("select identity_key, customer_id from identity where identity_key = any(?)")) {
            query.setArray(1, connection.createArrayOf("varchar", keys.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    owners.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return owners;
    }

    private Map<Long, Held> load(List<Long> customers) throws SQLException {
        var held = new HashMap<Long, Held>();
        try (var query = connection
                .prepareStatement("select id, version, memory from customer where id = any(?) order by id for update")) {
            query.setArray(1, connection.createArrayOf("bigint", customers.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var one = new Held();
                    one.version = rows.getInt(2);
                    one.memory = MemoryCodec.read(rows.getBytes(3));
                    held.put(rows.getLong(1), one);
                }
            }
        }
        return held;
    }

    private void write(PreparedStatement events, PreparedStatement decisions, long customer, Step step, Instant now)
            throws SQLException {
        var event = step.noted();
        events.setString(1, event.id());
        events.setLong(2, customer);
        events.setString(3, Identities.write(event.identities()));
        events.setString(4, event.type());
        events.setObject(5, event.time().atOffset(ZoneOffset.UTC));
        events.setObject(6, now.atOffset(ZoneOffset.UTC));
        events.setString(7, event.source());
        events.setString(8, FactsJson.write(event.data()));
        events.setLong(9, ++position);
        events.addBatch();
        if (step.decided()) {
            var decision = step.decision();
            decisions.setLong(1, position);
            decisions.setObject(2, decision.at().atOffset(ZoneOffset.UTC));
            decisions.setString(3, decision.rulebook());
            decisions.setString(4, decision.snapshot());
            decisions.setBytes(5, DecisionCodec.write(decision));
            decisions.addBatch();
        }
    }

    private void remember(Map<Long, Held> held) throws SQLException {
        try (var update = connection.prepareStatement(CUSTOMER)) {
            for (var entry : held.entrySet()) {
                var one = entry.getValue();
                var latest = one.latest;
                update.setBytes(1, MemoryCodec.write(one.memory));
                update.setString(2, latest == null ? "" : Standing.of(latest));
                if (latest == null || latest.reviews().isEmpty()) {
                    update.setNull(3, Types.TIMESTAMP_WITH_TIMEZONE);
                } else {
                    update.setObject(3, latest.reviews().getFirst().due().atOffset(ZoneOffset.UTC));
                }
                update.setLong(4, entry.getKey());
                update.setInt(5, one.version);
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
