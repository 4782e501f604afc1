package io.rapport.engine.queue;

import io.rapport.intake.EventJson;
import io.rapport.intake.Malformed;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tries parked events again, from time to time and on demand, each customer's in their order. */
@Component
public class ParkedStreams {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedStreams.class);
    private static final int AT_ONCE = 1_000;

    private final ParkedEvents parked;
    private final EventTransaction transaction;
    private final EventJson json = new EventJson();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    ParkedStreams(ParkedEvents parked, EventTransaction transaction) {
        this.parked = parked;
        this.transaction = transaction;
    }

    /**
     * A parked event as a person sees it.
     *
     * @param eventId the event's id
     * @param reason what went wrong, without any content of the event
     * @param since when it was parked
     */
    public record Parked(String eventId, String reason, Instant since) {}

    /** The oldest parked events, at most so many. */
    public List<Parked> list(int most) {
        return parked.oldest(most).stream().map(row -> new Parked(row.eventId, row.reason, row.parkedAt)).toList();
    }

    /** Tries each once, the oldest first; an event that fails again keeps those behind it waiting. Returns how many were handled. */
    @Scheduled(fixedDelayString = "${rapport.engine.parked-retry:10m}", initialDelayString = "${rapport.engine.parked-retry:10m}")
    public int retry() {
        oneAtATime.lock();
        try {
            Set<String> stillWaiting = new HashSet<>();
            int handled = 0;
            List<ParkedRow> some = parked.after(Long.MIN_VALUE, AT_ONCE);
            while (!some.isEmpty()) {
                for (ParkedRow row : some) {
                    if (Collections.disjoint(row.identities, stillWaiting) && passes(row)) {
                        handled++;
                    } else {
                        stillWaiting.addAll(row.identities);
                    }
                }
                some = parked.after(Objects.requireNonNull(some.getLast().position), AT_ONCE);
            }
            return handled;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** A crash between the two transactions is harmless: the event is known by then, and skipped. */
    private boolean passes(ParkedRow row) {
        try {
            transaction.handle(List.of(json.read(row.event)));
            parked.release(row);
            return true;
        } catch (Malformed | RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError again) {
            LOG.warn("Event {} stays parked: {}", row.eventId, Trouble.describe(again));
            return false;
        }
    }
}
