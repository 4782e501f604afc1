package io.rapport.action;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

import io.rapport.facts.Channel;

/** The switches that stop messages from leaving; kept in the database, so they hold for every process and survive a restart. */
@Component
final class Switches {

    private final Rows rows;
    private final Clock clock;

    Switches(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void set(String name, boolean stopped, String who) {
        rows.change(session -> {
            SwitchRow row = session.get(SwitchRow.class, name);
            boolean isNew = row == null;
            if (row == null) {
                row = new SwitchRow();
                row.name = name;
            }
            row.stopped = stopped;
            row.changedAt = clock.instant();
            row.changedBy = who;
            if (isNew) {
                session.insert(row);
            } else {
                session.update(row);
            }
        });
    }

    List<DeliverySwitch> all() {
        return rows.read(Switches::read);
    }

    /** The channels by which nothing may leave now. */
    Set<Channel> stopped() {
        return rows.read(Switches::stopped);
    }

    static Set<Channel> stopped(StatelessSession session) {
        Set<Channel> stopped = EnumSet.noneOf(Channel.class);
        for (DeliverySwitch each : read(session)) {
            if (each.stopped() && each.name().equals(DeliverySwitch.EVERYTHING)) {
                return EnumSet.allOf(Channel.class);
            }
            if (each.stopped()) {
                stopped.add(Channel.ofWord(each.name()));
            }
        }
        return stopped;
    }

    private static List<DeliverySwitch> read(StatelessSession session) {
        return session.createSelectionQuery("from SwitchRow order by name", SwitchRow.class).getResultList().stream()
                .map(row -> new DeliverySwitch(row.name, row.stopped, row.changedAt, row.changedBy))
                .toList();
    }
}
