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

    private final List<Door> doors;
    private final Leases leases;
    private final Tasks tasks;
    private final Outcomes outcomes;
    private final Clock clock;
    private final Map<Channel, Instant> closedUntil = new EnumMap<>(Channel.class);

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
        leases.expire();
        tasks.expire();
        int handled = 0;
        for (Door door : doors) {
            handled += serve(door, goOn);
        }
        return handled + outcomes.tell();
    }

    private int serve(Door door, BooleanSupplier goOn) {
        if (clock.instant().isBefore(closedUntil.getOrDefault(door.channel(), Instant.MIN))) {
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
            closedUntil.put(door.channel(), clock.instant().plus(CLOSED_DOOR));
            return all - leased.size();
        } finally {
            leases.release(leased);
        }
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
