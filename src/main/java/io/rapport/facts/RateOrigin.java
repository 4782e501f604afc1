package io.rapport.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an amount in another currency refers to: a return to its order, a payment to its invoice. It stands in the books at the
 * rate of that and not of its own day, so that an order that came back and an invoice that was paid leave nothing over.
 */
public final class RateOrigin {

    private static final Set<String> OF_AN_INVOICE = Set.of("invoice.issued", EventTypes.INVOICE_OVERDUE,
            EventTypes.PAYMENT_RECEIVED);

    private static final int LONGEST = 200;

    private RateOrigin() {}

    /** By which the log finds an event that others refer to; empty for what is in the books' currency. */
    public static Optional<String> key(CustomerEvent event) {
        return event.data() instanceof EventData.Money money && money.booked() != null
                && (event.is(EventTypes.ORDER_PLACED) || OF_AN_INVOICE.contains(event.type()))
                        ? Optional.of(OrderKey.of(event).map(OrderKey::order).orElse(key(money)))
                        : Optional.empty();
    }

    /** By which the log finds what an event refers to, the likeliest first; empty for what refers to nothing. */
    public static List<String> of(CustomerEvent event) {
        if (!(event.data() instanceof EventData.Money money) || money.booked() == null || event.is(EventTypes.ORDER_PLACED)) {
            return List.of();
        }
        if (money instanceof EventData.Amount) {
            return key(event).stream().toList();
        }
        return OrderKey.systemOf(event.id()).map(system -> List.of(OrderKey.placed(system, money.reference()), key(money)))
                .orElse(List.of(key(money)));
    }

    /** The event at the rate of what it refers to, if that is in the same currencies. */
    public static CustomerEvent booked(CustomerEvent event, CustomerEvent origin) {
        return event.data() instanceof EventData.Money money && origin.data() instanceof EventData.Money first
                && first.booked() != null && first.currency().equals(money.currency())
                && first.booksCurrency().equals(money.booksCurrency())
                        ? event.withData(money.in(money.currency(), first.booked()))
                        : event;
    }

    private static String key(EventData.Money money) {
        var key = (money instanceof EventData.Order ? "order/" : "invoice/") + money.currency() + "/" + money.reference();
        return key.substring(0, Math.min(LONGEST, key.length()));
    }
}
