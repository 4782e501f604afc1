package io.rapport.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.OrderLine;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.Stratum;

/** What the rules understand of an event itself: product line and margin of order lines, and what a message is about. */
final class Understanding {

    private static final String PRODUCT_LINE = "product-line";
    private static final String MARGIN_RATE = "margin-rate";
    private static final double PERCENT = 100;

    private final Strata strata;

    Understanding(Strata strata) {
        this.strata = strata;
    }

    /** The event with its order lines classified, on what was remembered before it. */
    CustomerEvent ofOrderLines(Memory memory, CustomerEvent event, Context context, Instant now) {
        if (!(event.data() instanceof EventData.Order order) || order.lines().isEmpty()) {
            return event;
        }
        var situations = new ArrayList<Situation>(order.lines().size());
        for (var line : order.lines()) {
            situations.add(new Situation(
                    Situation.Scope.ORDER_LINE, line, memory, event, now, memory.zoneOr(context.zone()), context.snapshot(),
                    context.tauDays(), Map.of()));
        }
        var hits = strata.fire(Stratum.CLASSIFY, situations);
        return hits.isEmpty() ? event
                : event.withData(order.withLines(classified(situations, hits)));
    }

    private static List<OrderLine> classified(List<Situation> situations, List<Hit> hits) {
        var names = new String[situations.size()];
        var rates = new double[situations.size()];
        java.util.Arrays.fill(rates, Double.NaN);
        var places = new java.util.IdentityHashMap<Situation, Integer>();
        for (var i = 0; i < names.length; i++) {
            places.put(situations.get(i), i);
        }
        for (var hit : hits) {
            var at = java.util.Objects.requireNonNull(places.get(hit.situation()));
            for (var consequence : hit.rule().then()) {
                if (consequence instanceof Consequence.Conclude said && said.concept().equals(PRODUCT_LINE)
                        && names[at] == null) {
                    names[at] = said.value();
                } else if (consequence instanceof Consequence.Conclude said && said.concept().equals(MARGIN_RATE)
                        && Double.isNaN(rates[at])) {
                    rates[at] = Double.parseDouble(said.value()) / PERCENT;
                }
            }
        }
        return lines(situations, names, rates);
    }

    private static List<OrderLine> lines(List<Situation> situations, String[] names, double[] rates) {
        var lines = new ArrayList<OrderLine>(names.length);
        for (var i = 0; i < names.length; i++) {
            var line = (OrderLine) java.util.Objects.requireNonNull(situations.get(i).thing());
            lines.add(new OrderLine(
                    line.product(), line.description(), line.quantity(), line.unitPrice(),
                    names[i] == null ? line.productLine() : names[i],
                    Double.isNaN(rates[i]) ? line.marginRate() : Double.valueOf(rates[i])));
        }
        return lines;
    }

    /** The event with its topics, when the rules concluded any. */
    static CustomerEvent ofTopics(CustomerEvent event, Conclusions conclusions) {
        var topics = conclusions.valuesOf("topic");
        if (topics.isEmpty()) {
            return event;
        }
        return switch (event.data()) {
            case EventData.Message message -> event.withData(message.about(topics));
            case EventData.Form form -> event.withData(form.about(topics));
            default -> event;
        };
    }
}
