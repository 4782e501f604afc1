package io.rapport.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one rule looks at: a customer at a moment, and perhaps one of his things. Immutable but for {@link #conclusions},
 * which holds the results of earlier strata only and is complete before the first rule of a stratum looks.
 *
 * @param scope what kind of thing it is about
 * @param thing the order line, complaint, delivery, product line's name or proposed action; null for the customer
 * @param event what happened just now
 * @param zone the customer's time zone
 * @param conclusions by {@code concept} for the customer, {@code concept@subject} for a thing; where several values may hold
 *     {@code =value} follows
 */
public record Situation(
        Scope scope,
        @Nullable Object thing,
        Memory memory,
        CustomerEvent event,
        Instant now,
        ZoneId zone,
        Snapshot snapshot,
        double tauDays,
        Map<String, Conclusion> conclusions) {

    /** What the key of a product line begins with. */
    public static final String LINE = "product line/";

    /** What kind of thing a rule is about, following from the words it uses. */
    public enum Scope {
        CUSTOMER,
        ORDER_LINE,
        PRODUCT_LINE,
        COMPLAINT,
        DELIVERY,
        ACTION
    }

    /** The customer's calendar day. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** The same at another moment. */
    public Situation at(Instant moment) {
        return new Situation(scope, thing, memory, event, moment, zone, snapshot, tauDays, conclusions);
    }

    /** Key of the thing: empty for the customer, {@code product line/Candles}, {@code complaint/ID}, {@code delivery/ORDER}. */
    public String subject() {
        return switch (thing) {
            case null -> "";
            case String productLine -> LINE + productLine;
            case Memory.OpenComplaint complaint -> "complaint/" + complaint.id();
            case Memory.Delivery delivery -> "delivery/" + delivery.orderId();
            case EventData.OrderLine line -> "order line/" + line.description();
            case Action action -> "action/" + action.id();
            default -> throw new IllegalStateException("No rule is about a " + thing.getClass().getSimpleName());
        };
    }

    /** The value of a concept: about the thing itself if it has one, else about the customer; null if not concluded. */
    public @Nullable String concluded(String concept) {
        if (thing != null) {
            var own = conclusions.get(Conclusion.key(concept, subject()));
            if (own != null) {
                return own.value();
            }
        }
        var general = conclusions.get(concept);
        return general == null ? null : general.value();
    }

    /** Whether this value, perhaps beside others, was concluded of a concept that may have several. */
    public boolean concludes(String concept, String value) {
        return thing != null && conclusions.containsKey(Conclusion.key(concept, subject()) + "=" + value)
                || conclusions.containsKey(Conclusion.key(concept, "") + "=" + value);
    }

    @Override
    public String toString() {
        return "Situation[" + scope + " of customer " + memory.customer() + "]";
    }
}
