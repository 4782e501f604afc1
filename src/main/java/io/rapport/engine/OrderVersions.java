package io.rapport.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.rapport.customer.CustomerLedger;
import io.rapport.engine.queue.EmbeddedBroker;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.OrderKey;
import io.rapport.facts.OrderKey.Telling;
import io.rapport.intake.EventJson;
import io.rapport.intake.Quarantine;
import io.rapport.intake.OrderContent;
import org.springframework.stereotype.Component;

/**
 * Keeps an order from being counted twice: what tells of a known order the same again is nothing new, under whatever id it came;
 * what tells something else waits in quarantine, where a person can add its lines to the order.
 */
@Component
final class OrderVersions {

    private final CustomerLedger ledger;
    private final Quarantine quarantine;
    private final EventJson json = new EventJson();

    OrderVersions(CustomerLedger ledger, Quarantine quarantine) {
        this.ledger = ledger;
        this.quarantine = quarantine;
    }

    /** Those that are to be taken, in their order. Inside the caller's transaction. */
    List<CustomerEvent> fresh(List<CustomerEvent> unseen) {
        Map<CustomerEvent, OrderKey> keys = new HashMap<>();
        unseen.forEach(event -> OrderKey.of(event).filter(key -> key.is(Telling.VERSION)).ifPresent(key -> keys.put(event, key)));
        if (keys.isEmpty()) {
            return unseen;
        }
        Map<String, List<CustomerEvent>> known = new HashMap<>(
                ledger.tellingsOf(keys.values().stream().map(OrderKey::order).distinct().toList()));
        List<CustomerEvent> fresh = new ArrayList<>(unseen.size());
        for (CustomerEvent event : unseen) {
            var key = keys.get(event);
            var before = key == null ? List.<CustomerEvent>of() : known.getOrDefault(key.order(), List.of());
            if (before.isEmpty()) {
                fresh.add(event);
            } else if (!isKnown(event, before)) {
                putAside(event, Objects.requireNonNull(key));
            }
            if (key != null) {
                known.putIfAbsent(key.order(), List.of(event));
            }
        }
        return fresh;
    }

    /** As one of the tellings, as those of before the digests together, or with all that was added since. */
    private static boolean isKnown(CustomerEvent event, List<CustomerEvent> before) {
        var content = OrderContent.digest(List.of(event));
        var withoutAdded = before.stream().filter(each -> OrderKey.of(each).filter(key -> key.is(Telling.ADDITION)).isEmpty())
                .toList();
        return before.stream().anyMatch(each -> content.equals(OrderContent.digest(List.of(each))))
                || !withoutAdded.isEmpty() && content.equals(OrderContent.digest(withoutAdded))
                || content.equals(OrderContent.digest(before));
    }

    private void putAside(CustomerEvent event, OrderKey key) {
        var added = new CustomerEvent(key.addition(OrderContent.digest(List.of(event))),
                event.source(),
                event.type(), event.identities(), event.time(), event.data(), event.trust());
        quarantine.put(EmbeddedBroker.EVENTS, "the order [" + ((EventData.Order) event.data()).orderId()
                + "] is known with other lines\nMaybe these came on top: play them again, and they are added.",
                json.write(added), event.source());
    }
}
