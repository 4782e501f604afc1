package io.rapport.engine.queue;

import io.rapport.facts.CustomerEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gets a batch through, whatever is in it. When this returns, every event of the batch is committed or parked, so that the queue
 * may forget it. One bad event costs its own customer and nobody else.
 */
@Component
public class BatchHandling {

    private static final Logger LOG = LoggerFactory.getLogger(BatchHandling.class);
    private static final int SECONDS_TO_ANSWER = 5;

    /** Memory may be short because of others for a while; what ends so again and again is too much for it. */
    private static final int MEMORY_TRIES = 4;

    private final EventTransaction transaction;
    private final ParkedEvents parked;
    private final DataSource database;

    BatchHandling(EventTransaction transaction, ParkedEvents parked, DataSource database) {
        this.transaction = transaction;
        this.parked = parked;
        this.database = database;
    }

    /**
     * @param batch in the order of the queue
     * @param patience decides how long infrastructure is waited for
     * @return false if the consumer was stopped before the batch was through; it is then still the queue's
     */
    boolean handle(List<CustomerEvent> batch, Patience patience) throws InterruptedException {
        List<CustomerEvent> free = patience.until(() -> parkThoseBehind(batch));
        boolean failedAlone = false;
        int shortOfMemory = 0;
        while (free != null && !free.isEmpty()) {
            try {
                transaction.handle(free);
                patience.passed();
                return true;
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError trouble) {
                shortOfMemory += trouble instanceof OutOfMemoryError ? 1 : 0;
                boolean atFault = shortOfMemory > MEMORY_TRIES || isEventAtFault(trouble);
                if (atFault && free.size() > 1) {
                    return halve(free, trouble, patience);
                }
                if (atFault && failedAlone) {
                    return park(free.getFirst(), trouble, patience);
                }
                if (!atFault && !patience.pause(trouble)) {
                    return false;
                }
                // an event alone may have met another process that took in the same customer: by now that one is there
                failedAlone |= atFault;
            }
        }
        return free != null;
    }

    private boolean halve(List<CustomerEvent> batch, Throwable trouble, Patience patience) throws InterruptedException {
        LOG.debug("A batch of {} is halved: {}", batch.size(), Trouble.describe(trouble));
        int middle = batch.size() / 2;
        return handle(batch.subList(0, middle), patience) && handle(batch.subList(middle, batch.size()), patience);
    }

    private boolean park(CustomerEvent event, Throwable trouble, Patience patience) throws InterruptedException {
        String reason = Trouble.describe(trouble);
        Boolean done = patience.until(() -> {
            parked.park(List.of(event), reason);
            return true;
        });
        if (done != null) {
            LOG.error("Event {} cannot be handled and is parked, its customer waits: {}", event.id(), reason);
            LOG.debug("Event {}", event.id(), trouble);
        }
        return done != null;
    }

    private List<CustomerEvent> parkThoseBehind(List<CustomerEvent> batch) {
        Set<String> waiting = parked.waiting(batch);
        if (waiting.isEmpty()) {
            return batch;
        }
        Map<Boolean, List<CustomerEvent>> split = batch.stream()
                .collect(Collectors.partitioningBy(event -> waiting.contains(event.id())));
        parked.park(split.getOrDefault(true, List.of()), "waits behind an earlier event of the same customer");
        return split.getOrDefault(false, List.of());
    }

    /** Only when the failure looks like the event's own and the database answers. */
    private boolean isEventAtFault(Throwable trouble) {
        if (Trouble.of(trouble) == Trouble.INFRASTRUCTURE) {
            return false;
        }
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException unreachable) {
            LOG.debug("The database does not answer: {}", Trouble.describe(unreachable));
            return false;
        }
    }
}
