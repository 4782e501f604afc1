package io.rapport.intake;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.OrderLine;
import io.rapport.facts.Identity;

/**
 * What makes two tellings of an order the same: customer, day, currency and lines, in whatever order the lines came, and the
 * rate of another currency: a rate that was corrected brings the order to the books anew. What the engine has concluded about a
 * line since does not count.
 */
public final class OrderContent {

    private OrderContent() {}

    /**
     * A name for the content of an order, 32 hexadecimal digits.
     *
     * @param parts events of one order, at least one; their lines count together
     */
    public static String digest(Collection<CustomerEvent> parts) {
        var first = parts.stream().min(java.util.Comparator.comparing(CustomerEvent::time)).orElseThrow();
        var customer = parts.stream().flatMap(part -> part.identities().stream()).map(Identity::key).distinct().sorted().toList();
        var lines = parts.stream().map(CustomerEvent::data).map(EventData.Order.class::cast)
                .flatMap(order -> order.lines().stream()).map(OrderContent::line).sorted().toList();
        var order = (EventData.Order) first.data();
        var rate = order.booked();
        var currency = order.currency() + (rate == null ? "" : " " + plain(rate.rate()) + " " + rate.currency());
        return Digest.of(Stream.of(
                List.of(first.type(), String.join(" ", customer), first.time().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                        currency),
                lines).flatMap(List::stream).toArray(String[]::new));
    }

    private static String line(OrderLine line) {
        return String.join("\n", line.product(), line.description(), plain(line.quantity()), plain(line.unitPrice()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
