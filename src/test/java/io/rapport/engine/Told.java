package io.rapport.engine;

import io.rapport.facts.Booking;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events for the tests of the transaction. */
final class Told {

    private Told() {}

    static Identity email(String name) {
        return new Identity(Identity.Kind.EMAIL, name + "@example.org");
    }

    static Identity account(String number) {
        return new Identity(Identity.Kind.ACCOUNT, number);
    }

    static CustomerEvent order(String id, Instant at, double price, Identity... who) {
        var line = new EventData.OrderLine(
                "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", BigDecimal.ONE, BigDecimal.valueOf(price), null, null);
        return event("orders/" + id, EventTypes.ORDER_PLACED, at, new EventData.Order(id, "GBP", List.of(line)), who);
    }

    /** @param booked null in pounds */
    static CustomerEvent order(String id, Instant at, BigDecimal price, String currency, @Nullable Booking booked,
            Identity... who) {
        var line = new EventData.OrderLine(
                "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", BigDecimal.ONE, price, null, null);
        return event("orders/" + id, EventTypes.ORDER_PLACED, at, new EventData.Order(id, currency, List.of(line), booked), who);
    }

    static CustomerEvent introduction(String id, Instant at, String birthday, Identity... who) {
        var yes = new EventData.ConsentChoice(Channel.EMAIL, Purpose.PROMOTION, true);
        var traits = Map.of("name", "Anna", "birthday", birthday, "language", "en");
        return event("forms/" + id, EventTypes.WEB_FORM, at, new EventData.Form("newsletter", "", null, traits, List.of(yes)),
                who);
    }

    static CustomerEvent traits(String id, Instant at, Map<String, String> values, Identity... who) {
        return event("updates/" + id, EventTypes.CUSTOMER_UPDATED, at, new EventData.Traits(values), who);
    }

    /** A box in a form that anybody may have filled in, of a route that asks for no confirmation. */
    static CustomerEvent ticked(String id, Instant at, boolean yes, Identity who) {
        return new CustomerEvent("forms/" + id, "web-forms-in/news", EventTypes.WEB_FORM, List.of(who), at,
                new EventData.Form("news",
                        "", null, Map.of(), List.of(new EventData.ConsentChoice(Channel.EMAIL, Purpose.PROMOTION, yes))));
    }

    static CustomerEvent confirmed(String id, Instant at, Identity who) {
        return event("confirmed/" + id, EventTypes.CONSENT_GIVEN, at,
                new EventData.Consent(Channel.EMAIL, Purpose.PROMOTION, "link"), who);
    }

    static CustomerEvent complaint(String id, Instant at, Identity... who) {
        return event("mail/" + id, EventTypes.EMAIL_RECEIVED, at,
                new EventData.Message(Channel.EMAIL, "Complaint", "The lamp arrived broken, I want a refund.", id, 0, false,
                        null),
                who);
    }

    private static CustomerEvent event(String id, String type, Instant at, EventData data, Identity... who) {
        return new CustomerEvent(id, "test", type, List.of(who), at, data);
    }
}
