package io.rapport.action;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rapport.action.OutboxMessage.Status;
import io.rapport.facts.Action;
import io.rapport.facts.Channel;

/** What is to leave the house: filled with the decision, looked at and stopped by people, emptied by the sender. */
@Component
public final class Outbox {

    private static final String RECALLED_BY = "Recalled by ";

    private final Rows rows;
    private final Switches switches;
    private final Clock clock;
    private final Set<Channel> channelsWithDoor;

    Outbox(Rows rows, Switches switches, Clock clock, List<Door> doors) {
        this.rows = rows;
        this.switches = switches;
        this.clock = clock;
        this.channelsWithDoor = doors.stream().map(Door::channel)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
    }

    /**
     * Stores what a decision let through, inside the transaction of that decision. An action whose id is already known is
     * ignored. A message for a channel without a door becomes a task.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    public void fill(List<Dispatch> dispatches) {
        if (dispatches.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, OutboxRow> messages = new LinkedHashMap<>();
        Map<String, TaskRow> tasks = new LinkedHashMap<>();
        for (Dispatch dispatch : dispatches) {
            Action action = dispatch.action();
            if (action.kind() == Action.Kind.TASK) {
                tasks.putIfAbsent(action.id(), TaskRow.of(dispatch, now));
            } else if (channelsWithDoor.contains(action.channel())) {
                messages.putIfAbsent(action.id(), message(dispatch, now));
            } else {
                tasks.putIfAbsent(action.id(), TaskRow.byHand(dispatch, now));
            }
        }
        rows.changeInCallersTransaction(session -> {
            insertUnknown(session, "OutboxRow", messages);
            insertUnknown(session, "TaskRow", tasks);
        });
    }

    private static OutboxRow message(Dispatch dispatch, Instant now) {
        OutboxRow row = OutboxRow.of(dispatch, now);
        if (dispatch.recipient() == null) {
            row.close(Status.FAILED, Outcome.FAILED, "No address is known for this channel", now);
        }
        return row;
    }

    private static <T> void insertUnknown(StatelessSession session, String entity, Map<String, T> byId) {
        if (byId.isEmpty()) {
            return;
        }
        session.createSelectionQuery("select actionId from " + entity + " where actionId in :ids", String.class)
                .setParameter("ids", byId.keySet()).getResultList().forEach(byId::remove);
        session.insertMultiple(List.copyOf(byId.values()));
    }

    /** Messages of one channel wait until it is resumed; nothing is lost, and what becomes too old is missed. */
    public void pause(Channel channel, String who) {
        switches.set(channel.word(), true, who);
    }

    public void resume(Channel channel, String who) {
        switches.set(channel.word(), false, who);
    }

    /** Nothing leaves any more, by any channel; at most the message that is being handed over right now. */
    public void stopAll(String who) {
        switches.set(DeliverySwitch.EVERYTHING, true, who);
    }

    /** Undoes {@link #stopAll}; a channel that was paused by itself stays paused. */
    public void resumeAll(String who) {
        switches.set(DeliverySwitch.EVERYTHING, false, who);
    }

    /** The switches that were ever moved. */
    public List<DeliverySwitch> switches() {
        return switches.all();
    }

    /** Calls one message back; false when it is too late. */
    public boolean recall(String actionId, String who) {
        return rows.read(session -> {
            OutboxRow row = session.get(OutboxRow.class, actionId, LockMode.PESSIMISTIC_WRITE);
            if (row == null || !row.isRecallable()) {
                return false;
            }
            row.close(Status.RECALLED, Outcome.MISSED, RECALLED_BY + who, clock.instant());
            session.update(row);
            return true;
        });
    }

    /**
     * Calls back everything that has not begun to leave.
     *
     * @param channel null for all channels
     * @return how many
     */
    public int recallAll(@Nullable Channel channel, String who) {
        Set<Channel> channels = channel == null ? EnumSet.allOf(Channel.class) : EnumSet.of(channel);
        return rows.read(session -> session.createMutationQuery("""
                update versioned OutboxRow set status = RECALLED, untoldOutcome = MISSED, reason = :reason, closedAt = :now
                where status in (WAITING, LEASED) and attemptBegunAt is null and channel in :channels""")
                .setParameter("reason", RECALLED_BY + who).setParameter("now", clock.instant())
                .setParameter("channels", channels).executeUpdate());
    }

    /**
     * One page of messages with that status, the newest first.
     *
     * @param page from 0
     * @param size rows on a page
     */
    public List<OutboxMessage> list(Status status, int page, int size) {
        return rows.read(session -> {
            Set<Channel> stopped = Switches.stopped(session);
            boolean waits = status == Status.WAITING || status == Status.HELD;
            Set<Channel> channels = !waits ? EnumSet.allOf(Channel.class)
                    : status == Status.HELD ? stopped : EnumSet.complementOf(EnumSet.copyOf(stopped));
            return session.createSelectionQuery("""
                    from OutboxRow where status = :status and channel in :channels
                    order by createdAt desc, actionId""", OutboxRow.class)
                    .setParameter("status", waits ? Status.WAITING : status).setParameter("channels", channels)
                    .setFirstResult(page * size).setMaxResults(size).getResultList().stream()
                    .map(row -> row.shown(status)).toList();
        });
    }

    /** All messages, the newest first. */
    public List<OutboxMessage> latest(int page, int size) {
        return rows.read(session -> {
            Set<Channel> stopped = Switches.stopped(session);
            return session.createSelectionQuery("from OutboxRow order by createdAt desc, actionId", OutboxRow.class)
                    .setFirstResult(page * size).setMaxResults(size).getResultList().stream()
                    .map(row -> row.shown(shownStatus(row.status, row.channel, stopped))).toList();
        });
    }

    /** To which of these addresses a message of this kind was prepared since a moment. */
    public Set<String> preparedSince(Instant since, String what, Set<String> recipients) {
        return recipients.isEmpty() ? Set.of()
                : rows.read(session -> Set.copyOf(session.createSelectionQuery(
                        "select recipient from OutboxRow where recipient in :recipients and what = :what and createdAt > :since",
                        String.class)
                        .setParameter("recipients", recipients).setParameter("what", what).setParameter("since", since)
                        .getResultList()));
    }

    /** One message, null if there is none. */
    public @Nullable OutboxMessage find(String actionId) {
        return rows.read(session -> {
            OutboxRow row = session.get(OutboxRow.class, actionId);
            return row == null ? null : row.shown(shownStatus(row.status, row.channel, Switches.stopped(session)));
        });
    }

    /** Messages to one customer, the newest first. */
    public List<OutboxMessage> ofCustomer(long customer, int page, int size) {
        return rows.read(session -> {
            Set<Channel> stopped = Switches.stopped(session);
            return session.createSelectionQuery(
                    "from OutboxRow where customer = :customer order by createdAt desc, actionId", OutboxRow.class)
                    .setParameter("customer", customer)
                    .setFirstResult(page * size).setMaxResults(size).getResultList().stream()
                    .map(row -> row.shown(shownStatus(row.status, row.channel, stopped))).toList();
        });
    }

    /** How many messages stand where; a status without messages is absent. */
    public Map<Status, Long> counts() {
        return rows.read(session -> {
            Set<Channel> stopped = Switches.stopped(session);
            Map<Status, Long> counts = new EnumMap<>(Status.class);
            session.createSelectionQuery(
                    "select status, channel, count(*) from OutboxRow group by status, channel", Object[].class)
                    .getResultList().forEach(line -> counts.merge(
                            shownStatus((Status) line[0], (Channel) line[1], stopped), (Long) line[2], Long::sum));
            return counts;
        });
    }

    private static Status shownStatus(Status stored, Channel channel, Set<Channel> stopped) {
        return stored == Status.WAITING && stopped.contains(channel) ? Status.HELD : stored;
    }
}
