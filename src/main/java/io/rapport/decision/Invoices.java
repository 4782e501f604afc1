package io.rapport.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decimal;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * Invoices that fell overdue, and what was paid of them, by reference; the same in whatever order the news arrives. Of very
 * many those with the latest news are kept.
 */
final class Invoices {

    /** Keeps what an event costs bounded. */
    private static final int MOST = 50;

    private Invoices() {}

    static Map<String, Invoice> with(Map<String, Invoice> known, CustomerEvent event) {
        var overdue = event.is(EventTypes.INVOICE_OVERDUE);
        if (!(event.data() instanceof EventData.Amount money) || !overdue && !event.is(EventTypes.PAYMENT_RECEIVED)) {
            return known;
        }
        var before = known.getOrDefault(money.reference(), new Invoice(Decimal.ZERO, null, Decimal.ZERO, event.time()));
        var amount = money.inBooks();
        var at = before.at().isAfter(event.time()) ? before.at() : event.time();
        var all = new HashMap<>(known);
        all.put(money.reference(), overdue
                ? new Invoice(before.overdue().compareTo(amount) > 0 ? before.overdue() : amount,
                        earlier(before.since(), event.time()), before.paid(), at)
                : new Invoice(before.overdue(), before.since(), before.paid().plus(amount), at));
        if (all.size() > MOST) {
            all.remove(all.entrySet().stream().min(Comparator
                    .comparing((Map.Entry<String, Invoice> entry) -> entry.getValue().at()).thenComparing(Map.Entry::getKey))
                    .orElseThrow().getKey());
        }
        return Map.copyOf(all);
    }

    private static Instant earlier(@Nullable Instant known, Instant at) {
        return known == null || at.isBefore(known) ? at : known;
    }
}
