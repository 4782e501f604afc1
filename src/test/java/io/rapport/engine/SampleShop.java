package io.rapport.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.CustomerEvent;
import io.rapport.intake.HistoryFile;
import io.rapport.intake.OrderFile;

/** The year of real orders that ships: 122 customers, the last day is 2026-11-21. */
final class SampleShop {

    static final Instant DAY_AFTER = Instant.parse("2026-11-22T09:00:00Z");

    private static final Path ORDERS = Path.of("src/samples/orders-online-retail.csv");

    private static final int BATCH = 200;

    private SampleShop() {}

    /** As the door of order files tells them, all on one day. */
    static void dropped(Transactions engine) {
        var events = events();
        for (var from = 0; from < events.size(); from += BATCH) {
            engine.take(events.subList(from, Math.min(from + BATCH, events.size())).toArray(CustomerEvent[]::new));
        }
    }

    /** What the schedule of snapshots, the sweep and the reviews do by themselves. */
    static void someSecondsPass(Transactions engine) {
        for (var turn = 0; turn < 5; turn++) {
            engine.pass(Duration.ofSeconds(5));
            engine.get(SnapshotSchedule.class).whenGrown();
            engine.get(Sweep.class).run();
            engine.get(Reviews.class).playDue();
        }
    }

    private static List<CustomerEvent> events() {
        var events = new ArrayList<CustomerEvent>();
        try {
            HistoryFile.mappedBy(Path.of("routes"), "GB", Clock.fixed(DAY_AFTER, ZoneOffset.UTC)).read(ORDERS, (found, _) -> {
                if (found instanceof OrderFile.Event event) {
                    events.add(event.event());
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return events;
    }
}
