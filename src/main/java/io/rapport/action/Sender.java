package io.rapport.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.rapport.facts.Channel;

/** Empties the outbox, one round after the other. */
@Component
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** How long a door at which nobody answered is left alone. */
    private static final Duration CLOSED_DOOR = Duration.ofSeconds(15);

    private static final Duration CLOCK_LOOK = Duration.ofMinutes(1);

    private final List<Door> doors;
    private final Leases leases;
    private final Tasks tasks;
    private final Outcomes outcomes;
    private final Clock clock;
    private final Map<Channel, Instant> closedAt = new EnumMap<>(Channel.class);
    private Instant clockLookedAt = Instant.EPOCH;

    Sender(List<Door> doors, Leases leases, Tasks tasks, Outcomes outcomes, Clock clock) {
        this.doors = List.copyOf(doors);
        this.leases = leases;
        this.tasks = tasks;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Takes over what dead processes left, gives up what is too late, hands over what is due, and tells every outcome.
     *
     * @param goOn asked before each message
     * @return how much was done; 0 when there was nothing to do
     */
    int round(BooleanSupplier goOn) {
        leases.takeOver();
        lookAtTheClock();
        leases.expire();
        tasks.expire();
        int handled = 0;
        for (Door door : doors) {
            handled += serve(door, goOn);
        }
        return handled + outcomes.tell();
    }

    private int serve(Door door, BooleanSupplier goOn) {
        if (isClosed(door.channel())) {
            return 0;
        }
        Deque<String> leased = new ArrayDeque<>(leases.lease(door.channel()));
        int all = leased.size();
        try {
            while (!leased.isEmpty() && goOn.getAsBoolean()) {
                deliver(door, leased, goOn);
            }
            return all;
        } catch (Door.Closed e) {
            LOG.warn("{} {} messages wait.", e.getMessage(), leased.size());
            closedAt.put(door.channel(), clock.instant());
            return all - leased.size();
        } finally {
            leases.release(leased);
        }
    }

    /** Neither longer nor shorter because somebody sets the clock. */
    private boolean isClosed(Channel channel) {
        var since = closedAt.get(channel);
        return since != null && isWithin(since, CLOSED_DOOR);
    }

    private void lookAtTheClock() {
        if (!isWithin(clockLookedAt, CLOCK_LOOK)) {
            var due = leases.dueAfterTheClockWasSetBack();
            if (due > 0) {
                LOG.warn("The clock was set back: {} messages that were put off by the time before are due now", due);
            }
            clockLookedAt = clock.instant();
        }
    }

    private boolean isWithin(Instant since, Duration length) {
        var now = clock.instant();
        return !now.isBefore(since) && now.isBefore(since.plus(length));
    }

    /** Over one connection, as long as it lasts. */
    private void deliver(Door door, Deque<String> leased, BooleanSupplier goOn) throws Door.Closed {
        try (Door.Line line = door.open()) {
            while (!leased.isEmpty() && line.isUsable() && goOn.getAsBoolean()) {
                Optional<OutboxMessage> message = leases.begin(leased.remove());
                message.ifPresent(begun -> leases.settle(begun.actionId(), line.deliver(begun)));
            }
        }
    }
}
