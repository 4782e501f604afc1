package io.rapport.facts;

import static java.util.Map.entry;

import java.util.Map;

/** The declared event types and the fields each one has. */
public final class EventTypes {

    public static final String ORDER_PLACED = "order.placed";
    public static final String ORDER_RETURNED = "order.returned";
    public static final String ORDER_CANCELLED = "order.cancelled";
    public static final String ORDER_DELIVERED = "order.delivered";
    public static final String EMAIL_RECEIVED = "email.received";
    public static final String EMAIL_BOUNCED = "email.bounced";
    public static final String EMAIL_COMPLAINED = "email.complained";
    public static final String EMAIL_DELAYED = "email.delayed";
    public static final String EMAIL_DELIVERED = "email.delivered";
    public static final String ADDRESS_SUPPRESSED = "address.suppressed";
    public static final String ADDRESS_RELEASED = "address.released";
    public static final String WEB_FORM = "web.form";
    public static final String COMPLAINT_RAISED = "complaint.raised";
    public static final String COMPLAINT_RESOLVED = "complaint.resolved";
    public static final String CASE_OPENED = "case.opened";
    public static final String CASE_ESCALATED = "case.escalated";
    public static final String CASE_CLOSED = "case.closed";
    public static final String CONSENT_GIVEN = "consent.given";
    public static final String CONSENT_WITHDRAWN = "consent.withdrawn";
    public static final String CUSTOMER_UPDATED = "customer.updated";
    public static final String CUSTOMER_CONTACTED = "customer.contacted";
    public static final String STAGE_MOVED = "stage.moved";
    public static final String STATUS_MOVED = "status.moved";
    public static final String MOOD_MOVED = "mood.moved";
    public static final String CUSTOMER_LINKED = "customer.linked";
    public static final String CUSTOMER_UNLINKED = "customer.unlinked";
    public static final String VISIT_ANNOUNCED = "visit.announced";
    public static final String REFERRAL_MADE = "referral.made";
    public static final String INVOICE_OVERDUE = "invoice.overdue";
    public static final String PAYMENT_RECEIVED = "payment.received";
    public static final String REVIEW_DUE = "review.due";

    private static final Map<String, Class<? extends EventData>> DECLARED = Map.ofEntries(
            entry(ORDER_PLACED, EventData.Order.class),
            entry(ORDER_RETURNED, EventData.Order.class),
            entry(ORDER_CANCELLED, EventData.Order.class),
            entry("order.paid", EventData.OrderStep.class),
            entry("order.shipped", EventData.OrderStep.class),
            entry(ORDER_DELIVERED, EventData.OrderStep.class),
            entry(EMAIL_RECEIVED, EventData.Message.class),
            entry(EMAIL_BOUNCED, EventData.DeliveryReport.class),
            entry(EMAIL_COMPLAINED, EventData.DeliveryReport.class),
            entry(EMAIL_DELAYED, EventData.DeliveryReport.class),
            entry(EMAIL_DELIVERED, EventData.DeliveryReport.class),
            entry(ADDRESS_SUPPRESSED, EventData.Suppression.class),
            entry(ADDRESS_RELEASED, EventData.Suppression.class),
            entry("chat.message", EventData.Message.class),
            entry("sms.received", EventData.Message.class),
            entry("letter.received", EventData.Message.class),
            entry("fax.received", EventData.Message.class),
            entry("call.received", EventData.Message.class),
            entry(WEB_FORM, EventData.Form.class),
            entry(COMPLAINT_RAISED, EventData.Complaint.class),
            entry(COMPLAINT_RESOLVED, EventData.Complaint.class),
            entry(CASE_OPENED, EventData.Case.class),
            entry(CASE_ESCALATED, EventData.Case.class),
            entry("case.transferred", EventData.Case.class),
            entry(CASE_CLOSED, EventData.Case.class),
            entry(CONSENT_GIVEN, EventData.Consent.class),
            entry(CONSENT_WITHDRAWN, EventData.Consent.class),
            entry(CUSTOMER_UPDATED, EventData.Traits.class),
            entry(CUSTOMER_CONTACTED, EventData.Contact.class),
            entry(STAGE_MOVED, EventData.Move.class),
            entry(STATUS_MOVED, EventData.Move.class),
            entry(MOOD_MOVED, EventData.Move.class),
            entry(CUSTOMER_LINKED, EventData.Link.class),
            entry(CUSTOMER_UNLINKED, EventData.Link.class),
            entry(REVIEW_DUE, EventData.ReviewDue.class),
            entry(REFERRAL_MADE, EventData.Amount.class),
            entry("survey.answered", EventData.Rating.class),
            entry("review.posted", EventData.Rating.class),
            entry("invoice.issued", EventData.Amount.class),
            entry(INVOICE_OVERDUE, EventData.Amount.class),
            entry(PAYMENT_RECEIVED, EventData.Amount.class),
            entry("quote.sent", EventData.Amount.class),
            entry("quote.accepted", EventData.Amount.class));

    private EventTypes() {}

    /** The fields of a type; {@link EventData.Open} for every type without fields of its own. */
    public static Class<? extends EventData> dataOf(String type) {
        return DECLARED.getOrDefault(type, EventData.Open.class);
    }
}
