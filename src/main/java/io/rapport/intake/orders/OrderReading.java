package io.rapport.intake.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.rapport.facts.Booking;
import io.rapport.facts.Currencies;
import io.rapport.facts.EventData.OrderLine;
import io.rapport.facts.Identity;
import io.rapport.intake.Books;
import io.rapport.intake.Identities;
import io.rapport.intake.Malformed;
import io.rapport.intake.NearestWord;
import io.rapport.intake.PlainText;
import io.rapport.intake.orders.SourceRows.Cells;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a record as what they mean. */
public final class OrderReading {

    /** Fields that say whose order it is. */
    static final Set<OrderField> OF_THE_CUSTOMER = EnumSet.of(OrderField.CUSTOMER, OrderField.ACCOUNT, OrderField.E_MAIL,
            OrderField.PHONE);

    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    private static final int LONGEST_TEXT = 300;

    private final OrderColumns columns;

    private final Identities identities;

    private final Instant notAfter;

    private final Books books;

    OrderReading(OrderSettings settings) {
        this.columns = settings.columns();
        this.identities = settings.identities();
        this.notAfter = settings.notAfter();
        this.books = settings.books();
    }

    /** A cell that cannot be read: which field, and why. */
    public static final class BadCell extends Exception {

        private static final long serialVersionUID = 1L;

        private final OrderField field;

        BadCell(OrderField field, String reason) {
            super(reason);
            this.field = field;
        }

        public OrderField field() {
            return field;
        }
    }

    /**
     * Customer, time, order and currency of one record, whatever else it holds.
     *
     * @param booked at what its amounts stand in the books, null if they are in their currency
     */
    record About(String order, List<Identity> identities, Instant time, String currency, @Nullable Booking booked) {

        /** The same at another time, if there is one, but never before the order; its rate stays. */
        About at(@Nullable Instant other) {
            return other == null || other.isBefore(time) ? this : new About(order, identities, other, currency, booked);
        }
    }

    /** @param currency null if nothing says one */
    About about(Cells cells, String order, @Nullable String currency) throws BadCell {
        List<Identity> found = new ArrayList<>();
        for (OrderField field : OF_THE_CUSTOMER) {
            if (names(cells, field)) {
                found.add(identity(cells, field));
            }
        }
        return about(order, found, time(cells), currency);
    }

    /** @param currency null if nothing says one */
    About about(String order, List<Identity> customer, Instant time, @Nullable String currency) throws BadCell {
        String code = currency == null ? columns.currency() : currency;
        try {
            return new About(order, customer, time, code, books.booking(code, day(time)));
        } catch (Malformed unknown) {
            throw new BadCell(OrderField.CURRENCY, unknown.reason());
        }
    }

    /** The currency that a record says, empty if it says none. */
    Optional<String> currency(Cells cells) throws BadCell {
        String written = cells.text(OrderField.CURRENCY);
        Optional<String> code = columns.currency(written);
        if (code.isEmpty() && !written.isEmpty()) {
            String advice = NearestWord.advice(written, Currencies.USUAL);
            throw new BadCell(OrderField.CURRENCY, "no currency has the code [" + cut(written) + "]" + (advice.isEmpty()
                    ? "\nMaybe say in the route which one is meant: set the variable [currency." + cut(written) + "]."
                    : advice));
        }
        return code;
    }

    /** What has become of the order; empty if the shop does not say, or this record does not. */
    Optional<OrderStatus> status(Cells cells) throws BadCell {
        String written = said(cells, OrderField.STATUS);
        Optional<OrderStatus> status = columns.status(written);
        if (status.isEmpty() && !written.isEmpty()) {
            throw new BadCell(OrderField.STATUS, said(OrderField.STATUS) + ": what does [" + cut(written) + "] mean?"
                    + "\nMaybe say in the route: set the variable [status." + cut(written) + "] to one of "
                    + String.join(", ", OrderStatus.words()) + ".");
        }
        return status;
    }

    /** How much was paid back so far; empty if the shop does not say, or this record does not. */
    Optional<BigDecimal> refunded(Cells cells) throws BadCell {
        return said(cells, OrderField.REFUNDED).isEmpty()
                ? Optional.empty()
                : Optional.of(number(cells, OrderField.REFUNDED).abs());
    }

    Optional<Instant> refundTime(Cells cells) throws BadCell {
        return said(cells, OrderField.REFUND_TIME).isEmpty() ? Optional.empty()
                : Optional.of(time(cells, OrderField.REFUND_TIME));
    }

    OrderOutcome outcome(Cells cells) throws BadCell {
        return new OrderOutcome(status(cells).orElse(OrderStatus.PLACED), refunded(cells).orElse(null),
                refundTime(cells).orElse(null));
    }

    /** Of a field that means nothing unless the route names its column: many a file has a status of something else. */
    private String said(Cells cells, OrderField field) {
        return columns.names().containsKey(field) ? cells.text(field) : "";
    }

    /** Whether a field of {@link #OF_THE_CUSTOMER} says who it is: not a guest, and no telephone that cannot be one. */
    boolean names(Cells cells, OrderField field) {
        String text = cells.text(field);
        return !columns.nobody().isMeant(text) && (field != OrderField.PHONE || identities.phone(text).isPresent());
    }

    /** Whom a field that {@link #names} somebody names. */
    Identity identity(Cells cells, OrderField field) throws BadCell {
        return switch (field) {
            case ACCOUNT -> identity(cells, field, identities::account);
            case E_MAIL -> identity(cells, field, identities::email);
            case PHONE -> identity(cells, field, identities::phone);
            default -> identity(cells, field, text -> identities.orderSystem(columns.customerPrefix() + text));
        };
    }

    /** The day of the shop. */
    LocalDate day(Instant time) {
        return time.atZone(columns.zone()).toLocalDate();
    }

    /** What the shop calls a field. */
    String name(OrderField field) {
        return columns.name(field);
    }

    /**
     * The goods of a line. Of a price that is for the whole line, pieces that differ by a cent are lines of their own: 25.00 for 3
     * is 2 of 8.33 and 1 of 8.34.
     */
    List<OrderLine> lines(Cells cells) throws BadCell {
        if (cells.text(OrderField.LINE_AMOUNT).isEmpty()) {
            return List.of(line(cells, quantity(cells), number(cells, OrderField.PRICE)));
        }
        BigDecimal quantity = quantity(cells);
        BigDecimal amount = number(cells, OrderField.LINE_AMOUNT);
        BigDecimal pieces = quantity.abs();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(2, amount.scale()));
        BigDecimal each = amount.abs().divide(pieces, unit.scale(), RoundingMode.DOWN);
        BigDecimal dearer = amount.abs().subtract(each.multiply(pieces)).divide(unit, 0, RoundingMode.HALF_UP);
        if (dearer.signum() == 0) {
            return List.of(line(cells, quantity, each));
        }
        if (pieces.stripTrailingZeros().scale() > 0) {
            return List.of(line(cells, quantity, amount.abs().divide(pieces, 12, RoundingMode.HALF_UP)));
        }
        BigDecimal sign = BigDecimal.valueOf(quantity.signum());
        List<OrderLine> lines = new ArrayList<>(List.of(line(cells, dearer.multiply(sign), each.add(unit))));
        if (pieces.compareTo(dearer) > 0) {
            lines.add(line(cells, pieces.subtract(dearer).multiply(sign), each));
        }
        return lines;
    }

    private BigDecimal quantity(Cells cells) throws BadCell {
        BigDecimal quantity = number(cells, OrderField.QUANTITY);
        if (quantity.signum() == 0) {
            throw new BadCell(OrderField.QUANTITY, said(OrderField.QUANTITY) + " needs a number other than 0, found [0]");
        }
        return quantity;
    }

    private OrderLine line(Cells cells, BigDecimal quantity, BigDecimal price) {
        return new OrderLine(text(cells, OrderField.PRODUCT), text(cells, OrderField.DESCRIPTION), quantity, price, null, null);
    }

    /** Whether a line came back: by the order's number or by a quantity below zero. */
    boolean isReturn(String order, OrderLine line) {
        return line.quantity().signum() < 0 || columns.isReturn(order);
    }

    String order(Cells cells) throws BadCell {
        String order = PlainText.oneLine(cells.text(OrderField.ORDER), 101);
        if (order.isEmpty() || order.length() > 100) {
            throw new BadCell(OrderField.ORDER, said(OrderField.ORDER) + " needs 1 to 100 characters, found ["
                    + (order.isEmpty() ? "" : order.length() + " characters") + "]"
                    + (order.isEmpty() ? NearestWord.advice(columns.name(OrderField.ORDER), names(cells)) : ""));
        }
        return order;
    }

    BigDecimal number(Cells cells, OrderField field) throws BadCell {
        String written = cells.text(field);
        try {
            var number = WrittenNumber.read(written, columns.decimal());
            if (number.isEmpty()) {
                throw new BadCell(field,
                        said(field) + " needs a number, found [" + cut(written) + "]" + advice(cells, field, written));
            }
            return number.get();
        } catch (WrittenNumber.Contrary e) {
            throw new BadCell(field, said(field) + ": does [" + cut(written) + "] mean " + e.readings() + "?"
                    + "\nMaybe the route's variable file.decimal should say [" + (columns.decimal() == ',' ? '.' : ',') + "].");
        }
    }

    String said(OrderField field) {
        return "\"" + columns.name(field) + "\"";
    }

    Instant time(Cells cells) throws BadCell {
        return time(cells, OrderField.TIME);
    }

    private Instant time(Cells cells, OrderField field) throws BadCell {
        String written = cells.text(field);
        Instant time;
        try {
            time = WrittenTime.read(written, columns.zone(), columns.days());
        } catch (WrittenTime.Ambiguous e) {
            throw new BadCell(field, said(field) + ": which number of [" + cut(written) + "] is the month?"
                    + "\nMaybe the route's variable file.days should say [day-first] or [month-first].");
        } catch (DateTimeException e) {
            throw new BadCell(field,
                    said(field) + " needs a day and time such as 2026-11-21 17:45:00, found ["
                            + cut(written) + "]" + (written.isEmpty() ? advice(cells, field, "") : ""));
        }
        if (time.isBefore(EARLIEST) || time.isAfter(notAfter)) {
            throw new BadCell(field,
                    said(field) + " needs a moment between 1970 and now, found [" + cut(written) + "]");
        }
        return time;
    }

    private Identity identity(Cells cells, OrderField field, Function<String, Optional<Identity>> reader) throws BadCell {
        Optional<Identity> identity = reader.apply(cells.text(field));
        if (identity.isEmpty()) {
            throw new BadCell(field, said(field) + " is no " + field.word() + ", found [" + cells.text(field).length()
                    + " characters]");
        }
        return identity.get();
    }

    private String text(Cells cells, OrderField field) {
        return PlainText.bounded(cells.text(field), LONGEST_TEXT);
    }

    private String advice(Cells cells, OrderField field, String written) {
        if (written.isEmpty()) {
            return NearestWord.advice(columns.name(field), names(cells));
        }
        String digits = written.replace('l', '1').replace('I', '1').replace('O', '0').replace('o', '0')
                .replaceAll("[\\p{Sc}\\s]|\\p{L}{3}$", "");
        try {
            return WrittenNumber.read(digits, columns.decimal()).isPresent() ? "\nMaybe you meant " + digits + "." : "";
        } catch (WrittenNumber.Contrary eitherWay) {
            return "";
        }
    }

    private List<String> names(Cells cells) {
        List<String> names = new ArrayList<>();
        cells.names().forEach(names::add);
        names.removeIf(name -> name.equalsIgnoreCase(columns.name(OrderField.ORDER)));
        return names;
    }

    private static String cut(String written) {
        return PlainText.bounded(written, 40);
    }
}
