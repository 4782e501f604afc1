package io.rapport.intake.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of an order file, or a property of an order in JSON, can mean; the route file says which column means what. */
public enum OrderField {
    /** Number of the order; all lines that share it are one order. */
    ORDER,
    PRODUCT,
    DESCRIPTION,
    /** Negative for goods that came back. */
    QUANTITY,
    /** Of one piece, in the shop's currency. */
    PRICE,
    /** Of the whole line, where the shop gives no price of one piece. */
    LINE_AMOUNT,
    /** With or without an offset; without one it is the shop's local time. */
    TIME,
    /** Number of the customer in the order system. */
    CUSTOMER,
    E_MAIL,
    PHONE,
    ACCOUNT,
    CURRENCY,
    /** What has become of the order, in the shop's words; only where the route names the column. */
    STATUS,
    /** How much of the order was paid back so far; only where the route names the column. */
    REFUNDED,
    /** When it was paid back; only where the route names the column. */
    REFUND_TIME,
    /** JSON only: the array of an order's lines. */
    LINES,
    /** Event streams only: what happened. */
    TYPE,
    /** Event streams only: how much. */
    AMOUNT,
    /** Event streams only: order number or other reference. */
    REFERENCE;

    /** The word in route files: {@code e-mail}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OrderField> ofWord(String word) {
        return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(OrderField::word).toList();
    }
}
