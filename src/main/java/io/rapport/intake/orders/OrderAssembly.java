package io.rapport.intake.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.OrderLine;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.Digest;
import io.rapport.intake.orders.OrderReading.About;
import io.rapport.intake.orders.OrderReading.BadCell;
import io.rapport.intake.orders.SourceRows.Cells;
import org.jspecify.annotations.Nullable;

/** Makes events of records: consecutive lines of one order become one event, an order with its lines inside is one. */
public final class OrderAssembly {

    /** A longer order goes on in a further event, so that one event stays below a million characters. */
    static final int MOST_LINES = 1_000;

    private final OrderReading reading;

    private final OrderColumns columns;

    private final String source;

    private final boolean stream;

    private final boolean fragment;

    private final Occurrences occurrences = new Occurrences();

    private @Nullable Open open;

    /** The order whose lines are coming in. */
    private record Open(String order, boolean returned, List<Identity> identities, Instant time, List<OrderLine> lines) {}

    /** @param fragment whether the record is read on its own, apart from the order it belongs to */
    public OrderAssembly(OrderSettings settings, String source, boolean stream, boolean fragment) {
        this.columns = settings.columns();
        this.reading = new OrderReading(columns, settings.identities(), settings.notAfter());
        this.source = source;
        this.stream = stream;
        this.fragment = fragment;
    }

    /** Takes a record; gives the events that are complete with it. */
    public List<CustomerEvent> take(SourceRows.Read record) throws BadCell {
        Cells cells = record.cells();
        if (stream) {
            return List.of(new StreamedEvent(reading, columns, source, occurrences).read(cells));
        }
        List<Cells> lines = cells.lines();
        return lines.isEmpty() ? ofLine(cells, record.raw()) : ofOrder(cells, lines);
    }

    /** The last order, if lines of one are still waiting. */
    public Optional<CustomerEvent> end() {
        Open last = open;
        open = null;
        return last == null ? Optional.empty() : Optional.of(event(last, ""));
    }

    private List<CustomerEvent> ofLine(Cells cells, byte[] raw) throws BadCell {
        String order = reading.order(cells);
        OrderLine line = reading.line(cells);
        About about = reading.about(cells, OrderField.ORDER);
        boolean returned = reading.isReturn(order, line);
        if (fragment) {
            return List.of(event(new Open(order, returned, about.identities(), about.time(), List.of(line)),
                    "/late-" + Digest.of(raw)));
        }
        Open current = open;
        if (current != null && current.order().equals(order) && current.returned() == returned
                && current.lines().size() < MOST_LINES) {
            current.lines().add(line);
            return List.of();
        }
        open = new Open(order, returned, about.identities(), about.time(), new ArrayList<>(List.of(line)));
        return current == null ? List.of() : List.of(event(current, ""));
    }

    /** An order as one object is taken as a whole or not at all; what it takes back is an event of its own. */
    private List<CustomerEvent> ofOrder(Cells cells, List<Cells> lines) throws BadCell {
        String order = reading.order(cells);
        About about = reading.about(cells, OrderField.ORDER);
        var kept = new Open(order, false, about.identities(), about.time(), new ArrayList<>());
        var returned = new Open(order, true, about.identities(), about.time(), new ArrayList<>());
        for (Cells cell : lines) {
            OrderLine line = reading.line(cell);
            (reading.isReturn(order, line) ? returned : kept).lines().add(line);
        }
        List<CustomerEvent> events = new ArrayList<>();
        end().ifPresent(events::add);
        for (Open part : List.of(kept, returned)) {
            for (int from = 0; from < part.lines().size(); from += MOST_LINES) {
                int to = Math.min(part.lines().size(), from + MOST_LINES);
                events.add(event(new Open(part.order(), part.returned(), part.identities(), part.time(),
                        part.lines().subList(from, to)), ""));
            }
        }
        return events;
    }

    private CustomerEvent event(Open order, String suffix) {
        String type = order.returned() ? EventTypes.ORDER_RETURNED : EventTypes.ORDER_PLACED;
        String id = "orders/" + columns.system() + "/" + order.order() + (order.returned() ? "/returned" : "/placed") + suffix;
        List<OrderLine> lines = order.returned() ? order.lines().stream().map(OrderAssembly::positive).toList() : order.lines();
        return new CustomerEvent(suffix.isEmpty() ? occurrences.numbered(id) : id, source, type, order.identities(), order.time(),
                new EventData.Order(order.order(), columns.currency(), lines));
    }

    private static OrderLine positive(OrderLine line) {
        BigDecimal quantity = line.quantity().abs();
        return new OrderLine(line.product(), line.description(), quantity, line.unitPrice(), null, null);
    }
}
