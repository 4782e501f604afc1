package io.rapport.intake.orders;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.OrderLine;
import io.rapport.facts.EventTypes;
import io.rapport.facts.OrderKey;
import io.rapport.intake.Digest;
import io.rapport.intake.Malformed;
import io.rapport.intake.OrderContent;
import io.rapport.intake.orders.OrderReading.About;
import io.rapport.intake.orders.OrderReading.BadCell;
import io.rapport.intake.orders.SourceRows.Cells;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of records. All lines of one number are one order, wherever in the file they stand: it is complete with its last
 * line. An order with its lines inside is one by itself. What an order takes back is an event of its own.
 */
public final class OrderAssembly {

    private final OrderReading reading;

    private final OrderColumns columns;

    private final String source;

    private final boolean stream;

    private final boolean addition;

    private final OrderRuns runs;

    private final Occurrences occurrences = new Occurrences();

    /** Orders of which lines are still to come, by number. */
    private final Map<String, Waiting> torn = new HashMap<>();

    private @Nullable Waiting current;

    /** What becomes of records. */
    public sealed interface Made {}

    /** An event. */
    public record Complete(CustomerEvent event) implements Made {}

    /**
     * Records that are none.
     *
     * @param line of the first of them
     * @param column of the character at fault, from 1
     * @param raw their bytes, one below the other
     */
    public record Refused(long line, int column, String reason, byte[] raw) implements Made {}

    private static final class Waiting {

        private final GatheredOrder order;

        private int runsToCome;

        Waiting(GatheredOrder order, int runsToCome) {
            this.order = order;
            this.runsToCome = runsToCome;
        }
    }

    private OrderAssembly(OrderSettings settings, String source, boolean stream, boolean addition, OrderRuns runs) {
        this.columns = settings.columns();
        this.reading = new OrderReading(settings);
        this.source = source;
        this.stream = stream;
        this.addition = addition;
        this.runs = runs;
    }

    /**
     * For one file, which is read once beforehand to see which of its orders are torn apart.
     *
     * @param source of the events
     * @param addition whether the lines come on top of an order that is known: out of quarantine
     */
    public static OrderAssembly of(Path file, OrderSettings settings, String source, boolean addition)
            throws IOException, Malformed {
        try (SourceRows rows = SourceFormat.open(file, settings.columns())) {
            return new OrderAssembly(settings, source, rows.eventStream(), addition,
                    rows.eventStream() ? new OrderRuns() : OrderRuns.of(rows));
        }
    }

    /** Takes a record; gives what is complete with it. */
    public List<Made> take(SourceRows.Read record) {
        List<Made> made = new ArrayList<>();
        Cells cells = record.cells();
        try {
            List<Cells> lines = cells.lines();
            if (stream) {
                made.add(new Complete(new StreamedEvent(reading, columns, source, occurrences).read(cells)));
            } else if (lines.isEmpty()) {
                waitingFor(reading.order(cells), made).order.take(record);
            } else {
                runEnds(made);
                made.addAll(ofOrder(record, lines));
            }
        } catch (BadCell e) {
            made.add(new Refused(record.line(), cells.column(e.field()), String.valueOf(e.getMessage()), record.raw()));
        }
        return made;
    }

    /** What still waits at the end of the file, in the order of their first lines. */
    public List<Made> end() {
        List<Made> made = new ArrayList<>();
        runEnds(made);
        torn.values().stream().map(waiting -> waiting.order).sorted(Comparator.comparing(GatheredOrder::firstLine))
                .forEach(order -> complete(order, made));
        torn.clear();
        return made;
    }

    private Waiting waitingFor(String number, List<Made> made) {
        Waiting open = current;
        if (open != null && open.order.number().equals(number)) {
            return open;
        }
        runEnds(made);
        Waiting next = torn.remove(number);
        if (next == null) {
            next = new Waiting(new GatheredOrder(number, reading), runs.of(number));
        }
        current = next;
        return next;
    }

    private void runEnds(List<Made> made) {
        Waiting ended = current;
        current = null;
        if (ended != null && --ended.runsToCome > 0) {
            torn.put(ended.order.number(), ended);
        } else if (ended != null) {
            complete(ended.order, made);
        }
    }

    private void complete(GatheredOrder order, List<Made> made) {
        if (order.lines().isEmpty()) {
            return;
        }
        var fault = order.fault();
        try {
            if (fault == null) {
                events(order.about(), order.lines(), order.outcome(), order.raw())
                        .forEach(event -> made.add(new Complete(event)));
            } else {
                made.add(new Refused(order.firstLine(), fault.column(), fault.reason(), order.raw()));
            }
        } catch (BadCell e) {
            throw new IllegalStateException("An order without a fault has a currency", e);
        }
    }

    /** An order as one object is taken as a whole or not at all. */
    private List<Made> ofOrder(SourceRows.Read record, List<Cells> cells) throws BadCell {
        String number = reading.order(record.cells());
        List<OrderLine> lines = new ArrayList<>();
        String currency = null;
        for (Cells cell : cells) {
            String own = reading.currency(cell).orElse(currency);
            if (currency != null && !currency.equals(own)) {
                throw new BadCell(OrderField.CURRENCY, GatheredOrder.disagreement(number, "the currency", record.line()));
            }
            currency = own;
            lines.addAll(reading.lines(cell));
        }
        About about = reading.about(record.cells(), number, currency);
        return events(about, lines, reading.outcome(record.cells()), record.raw()).stream().<Made>map(Complete::new).toList();
    }

    /** An order that is still open is none yet; one that is cancelled stands in the place of the one that was placed. */
    private List<CustomerEvent> events(About about, List<OrderLine> lines, OrderOutcome outcome, byte[] raw) {
        if (outcome.status() == OrderStatus.OPEN) {
            return List.of();
        }
        if (outcome.status() == OrderStatus.CANCELLED) {
            return List.of(event(EventTypes.ORDER_CANCELLED, "placed", about, lines, raw));
        }
        String number = about.order();
        List<OrderLine> kept = lines.stream().filter(line -> !reading.isReturn(number, line)).toList();
        List<OrderLine> returned = lines.stream().filter(line -> reading.isReturn(number, line)).map(OrderAssembly::positive)
                .toList();
        List<OrderLine> back = Stream.concat(returned.stream(), outcome.refund(kept, returned, about.currency()).stream())
                .toList();
        List<CustomerEvent> events = new ArrayList<>();
        if (!kept.isEmpty()) {
            events.add(event(EventTypes.ORDER_PLACED, "placed", about, kept, raw));
        }
        if (!back.isEmpty()) {
            events.add(event(EventTypes.ORDER_RETURNED, "returned", about.at(outcome.refundTime()), back, raw));
        }
        return events;
    }

    private CustomerEvent event(String type, String kind, About about, List<OrderLine> lines, byte[] raw) {
        String order = "orders/" + columns.system() + "/" + about.order() + "/" + kind;
        var key = new OrderKey(order, addition ? OrderKey.Telling.ADDITION : OrderKey.Telling.VERSION);
        var data = new EventData.Order(about.order(), about.currency(), lines, about.booked());
        var unnamed = new CustomerEvent(order, source, type, about.identities(), about.time(), data);
        String id = addition ? key.addition(Digest.of(raw)) : key.version(OrderContent.digest(List.of(unnamed)));
        return new CustomerEvent(id, source, type, about.identities(), about.time(), data);
    }

    private static OrderLine positive(OrderLine line) {
        BigDecimal quantity = line.quantity().abs();
        return new OrderLine(line.product(), line.description(), quantity, line.unitPrice(), null, null);
    }
}
