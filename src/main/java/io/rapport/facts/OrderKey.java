package io.rapport.facts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The order that an event of an order file is a version of. The id of such an event is
 * {@code orders/<system>/<number>/<placed|returned>/<digest of the content>}: the same content has the same id, another content is
 * another version of the same order. {@code .../late-<digest>} are lines that come on top of what is known, out of quarantine.
 * Ids of before 28 November 2026 have no digest ({@code .../placed}, and {@code .../placed/2} for further lines of the order).
 *
 * @param order {@code orders/<system>/<number>/<placed|returned>}
 * @param telling what the event says of the order
 */
public record OrderKey(String order, Telling telling) {

    private static final Pattern ID = Pattern.compile("(orders/.+/(?:placed|returned))(?:/(?:\\d{1,9}|(late-)?[0-9a-f]{32}))?");

    private static final int OF_A_DIGEST = 33;

    /** What an event says of its order. */
    public enum Telling {
        /** The whole order, as it was at some time. */
        VERSION,
        /** Lines on top of what is known. */
        ADDITION,
        /** The order, or further lines of it, before orders had versions. */
        WITHOUT_VERSION
    }

    /** The key of what may have versions; empty for every other event. */
    public static Optional<OrderKey> of(CustomerEvent event) {
        var id = ID.matcher(event.id());
        if (!(event.data() instanceof EventData.Order) || !id.matches()) {
            return Optional.empty();
        }
        var order = id.group(1);
        var digest = event.id().length() == order.length() + OF_A_DIGEST;
        return Optional.of(new OrderKey(order,
                id.group(2) != null ? Telling.ADDITION : digest ? Telling.VERSION : Telling.WITHOUT_VERSION));
    }

    /** The order system that an event of an order file or of a stream names in its id; empty for every other event. */
    static Optional<String> systemOf(String id) {
        var parts = id.split("/", 3);
        return parts.length == 3 && parts[0].equals("orders") ? Optional.of(parts[1]) : Optional.empty();
    }

    /** {@link #order()} of an order that was placed. */
    static String placed(String system, String number) {
        return "orders/" + system + "/" + number + "/placed";
    }

    /** The id of a version of the order. */
    public String version(String digest) {
        return order + "/" + digest;
    }

    /** The id of lines that come on top. */
    public String addition(String digest) {
        return order + "/late-" + digest;
    }

    public boolean is(Telling other) {
        return telling == other;
    }
}
