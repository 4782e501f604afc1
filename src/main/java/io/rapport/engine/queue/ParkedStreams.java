package io.rapport.engine.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import io.rapport.engine.Lease;
import io.rapport.engine.queue.ParkedEvent.Status;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Identity;
import io.rapport.intake.EventGate;
import io.rapport.intake.EventJson;
import io.rapport.intake.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What becomes of parked events: they are tried again from time to time and on demand, each customer's in their order; people look
 * at them, mend them, discard them and take that back.
 */
@Component
public class ParkedStreams {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedStreams.class);
    private static final int AT_ONCE = 1_000;
    private static final String TURN = "parked";
    private static final Duration TURN_LASTS = Duration.ofMinutes(2);

    private final ParkedEvents parked;
    private final EventTransaction transaction;
    private final FailurePolicy policy;
    private final EventGate gate;
    private final Lease lease;
    private final EventJson json = new EventJson();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    ParkedStreams(ParkedEvents parked, EventTransaction transaction, FailurePolicy policy, EventGate gate, Lease lease) {
        this.parked = parked;
        this.transaction = transaction;
        this.policy = policy;
        this.gate = gate;
        this.lease = lease;
    }

    /**
     * One page, the oldest first.
     *
     * @param text how the event's id begins, or empty for all
     * @param whose or those of these identities
     * @param page from 0
     */
    public List<ParkedEvent> list(Status status, String text, Collection<Identity> whose, int page, int size) {
        return parked.list(status, text, whose, page, size);
    }

    public Optional<ParkedEvent> find(long id) {
        return parked.find(id);
    }

    /** Of several engines one is at it. */
    @Scheduled(fixedDelayString = "${rapport.engine.parked-retry:10m}", initialDelayString = "${rapport.engine.parked-retry:10m}")
    void retryInTurn() {
        if (parked.count() > 0 && lease.take(TURN, TURN_LASTS)) {
            try {
                retry();
            } finally {
                lease.release(TURN);
            }
        }
    }

    /** Tries each once, the oldest first; an event that fails again keeps those behind it waiting. Returns how many were handled. */
    public int retry() {
        oneAtATime.lock();
        try {
            Set<String> stillWaiting = new HashSet<>();
            int handled = 0;
            List<ParkedRow> some = parked.after(Long.MIN_VALUE, AT_ONCE);
            while (!some.isEmpty()) {
                handled += pass(some, stillWaiting);
                some = parked.after(some.getLast().position(), AT_ONCE);
            }
            return handled;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Tries one with all that wait before and behind it for the same customer. Returns how many were handled. */
    public int retry(long id) {
        return pass(parked.stream(id));
    }

    /**
     * Keeps the event as somebody mended it beside what came in, and tries it.
     *
     * @param text the whole event, CloudEvents in JSON
     * @throws Malformed if it is no event, or another one; nothing is changed then
     */
    public void mend(long id, byte[] text, String who) throws Malformed {
        var before = parked.find(id).filter(one -> one.status() == Status.WAITING);
        if (before.isEmpty()) {
            throw new Malformed("Nothing waits under the number [" + id + "]");
        }
        var mended = gate.admitted(json.read(text));
        if (!mended.id().equals(before.get().eventId())) {
            throw new Malformed("The field [id] stays as it was, [" + before.get().eventId() + "], found [" + mended.id() + "]");
        }
        if (mended.trust() != json.read(before.get().event()).trust()) {
            throw new Malformed("The field [trust] stays as it was: how far a source is believed is not mended by hand");
        }
        parked.mend(id, mended, who);
        LOG.warn("{} mended the parked event {}", who, mended.id());
        retry(id);
    }

    /**
     * Nobody will decide it; those that waited behind it go on. It is kept, and can be taken back.
     *
     * @return false if it does not wait
     */
    public boolean discard(long id, String why, String who) {
        var behind = parked.stream(id);
        if (!parked.move(id, Status.WAITING, Status.DISCARDED, who, why)) {
            return false;
        }
        LOG.warn("{} discarded the parked event {}", who, id);
        pass(behind.stream().filter(row -> row.position() != id).toList());
        return true;
    }

    /**
     * A discarded event waits again in its old place, and is tried; what was decided meanwhile stays decided.
     *
     * @return false if it is not discarded
     */
    public boolean takeBack(long id, String who) {
        if (!parked.move(id, Status.DISCARDED, Status.WAITING, who, "")) {
            return false;
        }
        LOG.warn("{} took the discarded event {} back", who, id);
        retry(id);
        return true;
    }

    private int pass(List<ParkedRow> some) {
        oneAtATime.lock();
        try {
            return pass(some.stream().filter(row -> row.status == Status.WAITING).toList(), new HashSet<>());
        } finally {
            oneAtATime.unlock();
        }
    }

    private int pass(List<ParkedRow> some, Set<String> stillWaiting) {
        int handled = 0;
        for (ParkedRow row : some) {
            if (Collections.disjoint(row.identities, stillWaiting) && passes(row)) {
                handled++;
            } else {
                stillWaiting.addAll(row.identities);
            }
        }
        return handled;
    }

    /** A crash between the two transactions is harmless: the event is known by then, and skipped. An outage is no attempt. */
    private boolean passes(ParkedRow row) {
        try {
            transaction.handle(List.of(event(row)));
            parked.handled(row);
            return true;
        } catch (Malformed | RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError again) {
            LOG.warn("Event {} stays parked: {}", row.eventId, Trouble.describe(again));
            if (policy.isOutage(again) && again instanceof RuntimeException outage) {
                throw outage;
            }
            parked.failed(row, Trouble.describe(again));
            return false;
        }
    }

    private CustomerEvent event(ParkedRow row) throws Malformed {
        return json.read(row.mended == null ? row.event : row.mended);
    }
}
