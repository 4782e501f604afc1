package io.rapport.engine;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import java.time.Instant;
import java.util.List;

/** Small events for tests, told apart by their id. */
public final class Events {

    private Events() {}

    public static CustomerEvent deliveryOf(String customer, String id) {
        return new CustomerEvent(id, "test", EventTypes.ORDER_DELIVERED,
                List.of(new Identity(Identity.Kind.ACCOUNT, customer)), Instant.parse("2026-11-20T10:00:00Z"),
                new EventData.OrderStep("order-" + id));
    }
}
