package io.rapport.engine.queue;

import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventJson;
import io.rapport.intake.Quarantine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final EventTransaction transaction;
    private final ParkedEvents parked;
    private final FailurePolicy policy;
    private final Quarantine quarantine;
    private final EventJson json = new EventJson();

    BatchHandling(EventTransaction transaction, ParkedEvents parked, FailurePolicy policy, Quarantine quarantine) {
        this.transaction = transaction;
        this.parked = parked;
        this.policy = policy;
        this.quarantine = quarantine;
    }

    /**
     * @param batch in the order of the queue
     * @param patience waits between two attempts
     * @return false if the consumer is to stop before the batch was through; it is then still the queue's
     */
    boolean handle(List<CustomerEvent> batch, Patience patience) throws InterruptedException {
        var attempts = policy.of(batch.size());
        while (true) {
            try {
                List<CustomerEvent> free = parkThoseBehind(batch);
                if (!free.isEmpty()) {
                    transaction.handle(free);
                }
                patience.passed();
                return true;
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError failure) {
                switch (attempts.failed(failure)) {
                    case RETRY -> {
                        if (!patience.pause(failure)) {
                            return false;
                        }
                    }
                    case SPLIT -> {
                        return halve(batch, failure, patience);
                    }
                    case PARK -> {
                        if (canPark()) {
                            return park(batch.getFirst(), failure, patience);
                        }
                        attempts = policy.of(batch.size());
                        if (!patience.pause(failure)) {
                            return false;
                        }
                    }
                    case STOP -> {
                        patience.giveUp(failure);
                        return false;
                    }
                }
            }
        }
    }

    private boolean halve(List<CustomerEvent> batch, Throwable failure, Patience patience) throws InterruptedException {
        LOG.debug("A batch of {} is halved: {}", batch.size(), Trouble.describe(failure));
        int middle = batch.size() / 2;
        return handle(batch.subList(0, middle), patience) && handle(batch.subList(middle, batch.size()), patience);
    }

    /** What cannot even be parked is filed as it came: then those behind it do not wait, but neither does anybody else. */
    private boolean park(CustomerEvent event, Throwable failure, Patience patience) throws InterruptedException {
        String reason = Trouble.describe(failure);
        var attempts = policy.of(1);
        while (true) {
            try {
                parked.park(List.of(event), reason);
                LOG.error("Event {} cannot be handled and is parked, its customer waits: {}", event.id(), reason);
                LOG.debug("Event {}", event.id(), failure);
                patience.passed();
                return true;
            } catch (RuntimeException again) {
                if (attempts.failed(again) != FailurePolicy.Verdict.RETRY && canPark()) {
                    quarantine.put(EmbeddedBroker.EVENTS, reason, json.write(event), event.id());
                    LOG.error("Event {} can be neither handled nor parked and is in quarantine: {}; {}", event.id(), reason,
                            Trouble.describe(again));
                    return true;
                }
                if (!patience.pause(again)) {
                    return false;
                }
            }
        }
    }

    /** If nothing can be parked, it is not for this event: the database lacks more than that. */
    private boolean canPark() {
        try {
            return parked.count() >= 0;
        } catch (RuntimeException broken) {
            LOG.debug("Nothing can be parked", broken);
            return false;
        }
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
}
