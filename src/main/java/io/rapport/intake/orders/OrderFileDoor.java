package io.rapport.intake.orders;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventQueue;
import io.rapport.intake.OrderFile;
import io.rapport.intake.OrderMapping;
import io.rapport.intake.Quarantine;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a file of orders. Returns when every event is durable and every bad line is in quarantine, so that the file may be moved;
 * throws when the queue or the database is out of reach: the file stays, and reading it again changes nothing twice.
 */
@Component("orderFileDoor")
public final class OrderFileDoor implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(OrderFileDoor.class);

    private static final int EVENTS_AT_ONCE = 500;
    private static final int REASONS_TOLD = 10;

    private final EventQueue queue;

    private final Quarantine quarantine;

    private final OrderMapping mapping;

    OrderFileDoor(EventQueue queue, Quarantine quarantine, OrderMapping mapping) {
        this.queue = queue;
        this.quarantine = quarantine;
        this.mapping = mapping;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        File file = exchange.getMessage().getMandatoryBody(File.class);
        boolean replayed = exchange.getProperty(Quarantine.REPLAYED, false, Boolean.class);
        var taken = new Taken(exchange.getFromRouteId(), replayed);
        try (OrderFile orders = replayed
                ? OrderFile.openRecord(file.toPath(), mapping.of(exchange))
                : OrderFile.open(file.toPath(), mapping.of(exchange), 0)) {
            while (orders.hasNext()) {
                taken.next(orders.next());
            }
        }
        taken.flush();
        exchange.setProperty(Quarantine.REJECTED, taken.reasons);
        LOG.info("{}: [{}] gave {} events, {} records are in quarantine", taken.route, file.getName(), taken.events,
                taken.rejected);
    }

    /** What was taken out of one file so far. */
    private final class Taken {

        private final String route;

        private final boolean replayed;

        private final List<String> reasons = new ArrayList<>();

        private final List<CustomerEvent> waiting = new ArrayList<>(EVENTS_AT_ONCE);

        private int events;

        private int rejected;

        Taken(String route, boolean replayed) {
            this.route = route;
            this.replayed = replayed;
        }

        void next(OrderFile.Read read) {
            switch (read) {
                case OrderFile.Event event -> {
                    events++;
                    waiting.add(event.event());
                }
                case OrderFile.Rejected bad -> {
                    rejected++;
                    if (reasons.size() < REASONS_TOLD) {
                        reasons.add(bad.reason());
                    }
                    if (!replayed) {
                        quarantine.putRecord(route, bad);
                    }
                }
            }
            if (waiting.size() == EVENTS_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            queue.putAll(List.copyOf(waiting));
            waiting.clear();
        }
    }
}
