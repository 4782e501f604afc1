package io.rapport.publishing.dryrun;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;

/** Events as they came in: what an earlier rulebook understood of them, concluded from them or did about them is taken off. */
final class Untouched {

    private static final String ENGINE = "engine";

    private Untouched() {}

    /** Whether it happened by itself, and not because rules said so. */
    static boolean happened(CustomerEvent event) {
        return !event.source().equals(ENGINE) && !event.is(EventTypes.CUSTOMER_CONTACTED) && !event.is(EventTypes.REVIEW_DUE);
    }

    static CustomerEvent of(CustomerEvent event) {
        return switch (event.data()) {
            case EventData.Order order -> event.withData(
                    order.withLines(order.lines().stream().map(Untouched::line).toList()));
            case EventData.Message said when said.topic() != null -> event.withData(new EventData.Message(
                    said.channel(), said.subject(), said.text(), said.thread(), said.attachments(), said.automatic(), null));
            case EventData.Form form when form.topic() != null -> event.withData(new EventData.Form(
                    form.form(), form.text(), null, form.traits(), form.consents(), form.awaited()));
            default -> event;
        };
    }

    private static EventData.OrderLine line(EventData.OrderLine line) {
        return line.productLine() == null && line.marginRate() == null
                ? line
                : new EventData.OrderLine(
                        line.product(), line.description(), line.quantity(), line.unitPrice(), null, null);
    }
}
