package io.rapport.customer;

import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events and decisions for the tests of this room. */
final class Happenings {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Happenings() {}

    static Identity email(String value) {
        return new Identity(Identity.Kind.EMAIL, value);
    }

    static Identity account(String value) {
        return new Identity(Identity.Kind.ACCOUNT, value);
    }

    static CustomerEvent order(String id, Instant at, Identity... identities) {
        var line = new EventData.OrderLine(
                "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", new BigDecimal("6"), new BigDecimal("2.55"), "Candles", 0.4);
        return new CustomerEvent(
                id, "test", EventTypes.ORDER_PLACED, List.of(identities), at, new EventData.Order(id, "GBP", List.of(line)));
    }

    static CustomerEvent named(String id, String name, Identity... identities) {
        return new CustomerEvent(id, "test", EventTypes.CUSTOMER_UPDATED, List.of(identities), NOON,
                new EventData.Traits(Map.of("name", name)));
    }

    static Decision decided(CustomerEvent event, long customer, String tier) {
        var reason = new Reason("TIER-001/2", List.of(new Reason.Captured("top-percent", "3.2")));
        return new Decision(event.id(), customer, NOON, "hash", "none",
                List.of(new Conclusion("tier", "", tier, reason)), List.of(), List.of(),
                List.of(new Decision.Review(NOON.plusSeconds(3600), "CHURN-001/1")));
    }
}
