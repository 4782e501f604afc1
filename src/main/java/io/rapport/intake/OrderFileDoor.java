package io.rapport.intake;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.rapport.facts.CustomerEvent;

/**
 * Takes a file of orders. Returns when every event is durable and every bad line is in quarantine, so that the file may be moved;
 * throws when the queue or the database is out of reach: the file stays, and reading it again changes nothing twice.
 */
@Component("orderFileDoor")
final class OrderFileDoor implements Processor {

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
        String route = exchange.getFromRouteId();
        int events = 0;
        int rejected = 0;
        List<String> reasons = new ArrayList<>();
        List<CustomerEvent> waiting = new ArrayList<>(EVENTS_AT_ONCE);
        try (OrderFile orders = OrderFile.open(file.toPath(), mapping.of(exchange), 0)) {
            while (orders.hasNext()) {
                switch (orders.next()) {
                    case OrderFile.Event event -> {
                        events++;
                        waiting.add(event.event());
                    }
                    case OrderFile.Rejected bad -> {
                        rejected++;
                        if (rejected <= REASONS_TOLD) {
                            reasons.add(bad.reason());
                        }
                        quarantine.putRecord(route, bad);
                    }
                }
                if (waiting.size() == EVENTS_AT_ONCE) {
                    queue.putAll(List.copyOf(waiting));
                    waiting.clear();
                }
            }
        }
        queue.putAll(waiting);
        exchange.setProperty(Quarantine.REJECTED, reasons);
        LOG.info("{}: [{}] gave {} events, {} records are in quarantine", route, file.getName(), events, rejected);
    }
}
