package io.rapport.intake.orders;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.rapport.facts.EventData.OrderLine;
import io.rapport.facts.Identity;
import io.rapport.intake.orders.OrderReading.About;
import io.rapport.intake.orders.OrderReading.BadCell;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one order number as they come in, in whatever order. What a line leaves blank of customer and day, another line of
 * the order says; lines that say different things are no order.
 */
final class GatheredOrder {

    /** What a spreadsheet makes of a long number: {@code 1.14E+11}. */
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:[.,]\\d+)?[Ee]\\+\\d+");

    /** So much fits into one row of the log, in characters; no order of a shop comes near. */
    private static final int LARGEST = 900_000;

    /** Characters of a line besides its texts. */
    private static final int BESIDES = 120;

    private final String number;

    private final OrderReading reading;

    private final Map<OrderField, String> written = new EnumMap<>(OrderField.class);

    private final Map<OrderField, Identity> customer = new EnumMap<>(OrderField.class);

    private final List<OrderLine> lines = new ArrayList<>();

    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

    private SourceRows.@Nullable Read first;

    private @Nullable Instant time;

    private @Nullable LocalDate day;

    /** The code, where a line says one. */
    private @Nullable String currency;

    private @Nullable OrderStatus status;

    private @Nullable BigDecimal refunded;

    private @Nullable Instant refundTime;

    private @Nullable Fault fault;

    private int characters;

    private boolean tooLarge;

    /** Why the lines are no order.
     *
     * @param column of the cell in the first line that shows it, from 1
     */
    record Fault(int column, String reason) {}

    GatheredOrder(String number, OrderReading reading) {
        this.number = number;
        this.reading = reading;
    }

    String number() {
        return number;
    }

    /** Number of the first line that was taken, from 1. */
    long firstLine() {
        return first == null ? 0 : first.line();
    }

    List<OrderLine> lines() {
        return lines;
    }

    /** Customer, time (the earliest of its lines) and currency of an order without a fault. */
    About about() throws BadCell {
        if (time == null) {
            throw new IllegalStateException("An order without a time has a fault");
        }
        return reading.about(number, List.copyOf(customer.values()), time, currency);
    }

    OrderOutcome outcome() {
        return new OrderOutcome(status == null ? OrderStatus.PLACED : status, refunded, refundTime);
    }

    /** The bytes of its lines as they came, one below the other. */
    byte[] raw() {
        return raw.toByteArray();
    }

    /** Takes a line; one whose goods cannot be read still says whose order it is, and when it was. */
    void take(SourceRows.Read row) throws BadCell {
        var cells = row.cells();
        var told = told(cells);
        var at = cells.text(OrderField.TIME).isEmpty() ? null : reading.time(cells);
        told.forEach((field, identity) -> {
            var known = customer.putIfAbsent(field, identity);
            written.putIfAbsent(field, cells.text(field));
            if (known != null && !known.equals(identity)) {
                disagree(field, row.line(), "the customer");
            }
        });
        if (at != null) {
            take(at, row.line());
        }
        takeWhatHoldsForAll(row);
        take(reading.lines(cells), row);
    }

    /** What one line says of the whole order: a line that cannot be read puts the order aside, and not only itself. */
    private void takeWhatHoldsForAll(SourceRows.Read row) {
        var cells = row.cells();
        try {
            reading.currency(cells).ifPresent(
                    code -> currency = agreed(currency, code, OrderField.CURRENCY, row.line(), "the currency"));
            reading.status(cells).ifPresent(
                    said -> status = agreed(status, said, OrderField.STATUS, row.line(), "what has become of it"));
            reading.refunded(cells)
                    .ifPresent(said -> refunded = agreed(refunded, said.stripTrailingZeros(), OrderField.REFUNDED, row.line(),
                            "what was paid back"));
            reading.refundTime(cells)
                    .ifPresent(
                            paidBack -> refundTime = refundTime == null || paidBack.isAfter(refundTime) ? paidBack : refundTime);
        } catch (BadCell e) {
            fault = fault == null ? new Fault(cells.column(e.field()), String.valueOf(e.getMessage())) : fault;
        }
    }

    private <T> T agreed(@Nullable T before, T said, OrderField field, long line, String about) {
        if (before != null && !before.equals(said)) {
            disagree(field, line, about);
        }
        return before == null ? said : before;
    }

    private void take(List<OrderLine> goods, SourceRows.Read row) {
        first = first == null ? row : first;
        goods.forEach(line -> characters += line.product().length() + line.description().length() + BESIDES);
        if (characters <= LARGEST) {
            lines.addAll(goods);
            if (raw.size() > 0) {
                raw.write('\n');
            }
            raw.writeBytes(row.raw());
        } else if (!tooLarge) {
            tooLarge = true;
            fault = fault(OrderField.ORDER, "the order [" + number + "] has more than " + lines.size()
                    + " lines; these are its first\nMaybe the column [" + reading.name(OrderField.ORDER)
                    + "] is not the number of the order.");
        }
    }

    /** Why these lines are no order, null if they are. */
    @Nullable
    Fault fault() {
        if (SHORTENED.matcher(number).matches()) {
            return fault(OrderField.ORDER, (fault == null ? "[" + number + "] is no number of an order" : fault.reason())
                    + "\nMaybe a spreadsheet has shortened the number: [" + number
                    + "] may stand for many; export the file again with the column as text.");
        }
        return fault != null ? fault : time == null ? untimed() : unbooked();
    }

    private @Nullable Fault unbooked() {
        try {
            about();
            return null;
        } catch (BadCell e) {
            return fault(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private Fault untimed() {
        try {
            reading.time(Objects.requireNonNull(first).cells());
            throw new IllegalStateException("A line that has a time gives it to its order");
        } catch (BadCell e) {
            return fault(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private Fault fault(OrderField field, String reason) {
        return new Fault(first == null ? 1 : first.cells().column(field), reason);
    }

    private void take(Instant at, long line) {
        var itsDay = reading.day(at);
        if (day != null && !day.equals(itsDay)) {
            disagree(OrderField.TIME, line, "the day");
        }
        day = day == null ? itsDay : day;
        time = time == null || at.isBefore(time) ? at : time;
    }

    /** Only what was not written so before: reading a phone number or an address costs. */
    private Map<OrderField, Identity> told(SourceRows.Cells cells) throws BadCell {
        Map<OrderField, Identity> told = new EnumMap<>(OrderField.class);
        for (OrderField field : OrderReading.OF_THE_CUSTOMER) {
            String text = cells.text(field);
            if (!text.equals(written.get(field)) && reading.names(cells, field)) {
                told.put(field, reading.identity(cells, field));
            }
        }
        return told;
    }

    private void disagree(OrderField field, long line, String about) {
        if (fault == null) {
            fault = fault(field, disagreement(number, about, line));
        }
    }

    static String disagreement(String number, String about, long line) {
        return "the lines of the order [" + number + "] disagree about " + about + ", see line [" + line
                + "]\nMaybe two orders share the number.";
    }
}
