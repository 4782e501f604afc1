package io.rapport.intake;

import java.time.Clock;
import java.time.Duration;

import io.rapport.intake.orders.OrderColumns;
import io.rapport.intake.orders.OrderSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Reads from the running routes how the shop writes its orders, so that a history import and the door read alike. */
@Component
public final class OrderMapping {

    /** The route that sets the variables of {@link OrderColumns}. */
    static final String ROUTE = "direct:order-columns";

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final CamelContext camel;

    private final Identities identities;

    private final Clock clock;

    private final CurrentBooks books;

    OrderMapping(CamelContext camel, Identities identities, Clock clock, CurrentBooks books) {
        this.books = books;
        this.camel = camel;
        this.identities = identities;
        this.clock = clock;
    }

    /** @throws CamelExecutionException if the route is not there or does not say what it should */
    public OrderSettings current() {
        try (var template = camel.createProducerTemplate()) {
            Exchange answer = template.request(ROUTE + "?block=false", exchange -> exchange.getMessage().setBody(null));
            if (answer.getException() != null) {
                throw new CamelExecutionException("Nobody says which column of an order file means what: [" + ROUTE + "] failed"
                        + "\nMaybe the route file 12-orders-in.camel.yaml was removed.", answer, answer.getException());
            }
            return of(answer);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("A producer template did not close", e);
        }
    }

    /** What the route has said about the file at hand. */
    public OrderSettings of(Exchange exchange) {
        return new OrderSettings(OrderColumns.of(exchange.getVariables()), identities, clock.instant().plus(CLOCKS_DIFFER),
                books.now());
    }
}
