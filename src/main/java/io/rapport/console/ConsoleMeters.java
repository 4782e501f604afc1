package io.rapport.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.rapport.action.Outbox;
import io.rapport.action.OutboxMessage;
import io.rapport.engine.Sweep;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;

/** Figures for Prometheus that stand in tables: messages by status, and what waits in quarantine, and how far a new rule has come. */
@Component
class ConsoleMeters implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Outbox outbox;

    private final Quarantine quarantine;

    private final Sweep sweep;

    private final Clock clock;

    private volatile Counted counted = new Counted(Map.of(), Instant.MIN);

    ConsoleMeters(Outbox outbox, Quarantine quarantine, Sweep sweep, Clock clock) {
        this.outbox = outbox;
        this.quarantine = quarantine;
        this.sweep = sweep;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var status : OutboxMessage.Status.values()) {
            Gauge.builder("rapport.outbox.messages", this, self -> self.messages(status)).tag("status", status.word())
                    .description("Messages of the outbox by status").register(meters);
        }
        for (var status : Quarantined.Status.values()) {
            Gauge.builder("rapport.events.quarantined", quarantine, room -> room.count(status))
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .description("Messages that could not become an event").register(meters);
        }
        Gauge.builder("rapport.engine.sweep.decided", sweep, whole -> whole.progress().percent() / 100.0)
                .description("Share of the customers that the live version of the rules decided, rounded down: 1 is everybody")
                .register(meters);
    }

    private record Counted(Map<OutboxMessage.Status, Long> messages, Instant until) {}

    /** One count serves all statuses of one scrape. */
    private double messages(OutboxMessage.Status status) {
        var now = clock.instant();
        if (now.isAfter(counted.until)) {
            counted = new Counted(outbox.counts(), now.plus(FRESH));
        }
        return counted.messages.getOrDefault(status, 0L);
    }
}
