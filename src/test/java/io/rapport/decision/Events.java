package io.rapport.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Purpose;

/** Events as tests like to say them. */
final class Events {

    private Events() {}

    static CustomerEvent event(String type, String at, EventData data) {
        return new CustomerEvent(type + "/" + at, "test", type, List.of(), Instant.parse(at), data);
    }

    static CustomerEvent order(String at, EventData.OrderLine... lines) {
        return event(EventTypes.ORDER_PLACED, at, new EventData.Order("O" + at, "GBP", Arrays.asList(lines)));
    }

    static CustomerEvent returned(String at, EventData.OrderLine... lines) {
        return event(EventTypes.ORDER_RETURNED, at, new EventData.Order("C" + at, "GBP", Arrays.asList(lines)));
    }

    static EventData.OrderLine line(String description, double amount) {
        return new EventData.OrderLine("SKU", description, BigDecimal.ONE, BigDecimal.valueOf(amount), null, null);
    }

    static EventData.OrderLine line(String productLine, double amount, double rate) {
        return line(productLine, amount).classified(productLine, rate);
    }

    static CustomerEvent delivered(String at, String orderId) {
        return event(EventTypes.ORDER_DELIVERED, at, new EventData.OrderStep(orderId));
    }

    static CustomerEvent mail(String at, String text) {
        return event(EventTypes.EMAIL_RECEIVED, at,
                new EventData.Message(Channel.EMAIL, "Hello", text, "thread-" + at, 0, false, null));
    }

    static CustomerEvent complained(String at, String id) {
        return event(EventTypes.COMPLAINT_RAISED, at, new EventData.Complaint(id, Channel.EMAIL, "late again"));
    }

    static CustomerEvent resolved(String at, String id) {
        return event(EventTypes.COMPLAINT_RESOLVED, at, new EventData.Complaint(id, Channel.EMAIL, ""));
    }

    static CustomerEvent told(String at, String name, String value) {
        return event(EventTypes.CUSTOMER_UPDATED, at, new EventData.Traits(Map.of(name, value)));
    }

    static CustomerEvent consented(String at) {
        return event(EventTypes.CONSENT_GIVEN, at, new EventData.Consent(Channel.EMAIL, Purpose.PROMOTION, "form"));
    }

    static CustomerEvent withdrew(String at) {
        return event(EventTypes.CONSENT_WITHDRAWN, at, new EventData.Consent(Channel.EMAIL, Purpose.PROMOTION, "mail"));
    }

    static CustomerEvent contacted(String at, String occasion, String outcome) {
        return event(EventTypes.CUSTOMER_CONTACTED, at, new EventData.Contact(
                "action", "CARE-1/1", occasion, Channel.EMAIL, Purpose.PROMOTION, "news", outcome));
    }

    static CustomerEvent overdue(String at, String invoice, double amount) {
        return event(EventTypes.INVOICE_OVERDUE, at, new EventData.Amount(invoice, BigDecimal.valueOf(amount), "GBP"));
    }

    static CustomerEvent paid(String at, String invoice, double amount) {
        return event(EventTypes.PAYMENT_RECEIVED, at, new EventData.Amount(invoice, BigDecimal.valueOf(amount), "GBP"));
    }

    static CustomerEvent reviewDue(String at) {
        return event(EventTypes.REVIEW_DUE, at, new EventData.ReviewDue(Instant.parse(at), "CARE-1/1"));
    }
}
