package io.rapport.engine;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The load of the benches: seven orders in ten events, the rest deliveries, mails and visits; the same for the same seed. */
final class BenchEvents {

    private static final String[] GOODS = {"PINK CHERRY LIGHTS", "RED RETROSPOT CAKE TIN", "JUMBO BAG STRAWBERRY",
            "CHRISTMAS CRAFT TREE TOP ANGEL", "SET OF 3 NOTEBOOKS", "WOODEN PICTURE FRAME WHITE", "GARDEN METAL SIGN",
            "SILVER LOCKET NECKLACE", "POTTERY MUG", "NOVELTY UNKNOWN THING"};

    private final Random random;
    private final int customers;
    private final Instant from;
    private final String run;
    private int serial;

    BenchEvents(String run, int customers, Instant from, long seed) {
        this.run = run;
        this.customers = customers;
        this.from = from;
        this.random = new Random(seed);
    }

    /** One order of every customer, so that each exists and has a memory. */
    List<CustomerEvent> firstOrders() {
        var events = new ArrayList<CustomerEvent>(customers);
        for (var customer = 0; customer < customers; customer++) {
            events.add(order(customer));
        }
        return events;
    }

    List<CustomerEvent> next(int count) {
        var events = new ArrayList<CustomerEvent>(count);
        for (var i = 0; i < count; i++) {
            var customer = random.nextInt(customers);
            events.add(switch (random.nextInt(10)) {
                case 7 -> event("order.delivered", customer, new EventData.OrderStep("O" + serial));
                case 8 -> event("email.received", customer,
                        new EventData.Message(Channel.EMAIL, "Your shop", "Thank you, all arrived well " + serial, "t" + serial,
                                0, false, null));
                case 9 -> event("web.visit", customer, new EventData.Open(Map.of("page", "/candles")));
                default -> order(customer);
            });
        }
        return events;
    }

    private CustomerEvent order(int customer) {
        var lines = new ArrayList<EventData.OrderLine>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            lines.add(new EventData.OrderLine("P" + i, GOODS[random.nextInt(GOODS.length)],
                    BigDecimal.valueOf(1 + random.nextInt(12)), BigDecimal.valueOf(99 + random.nextInt(2000), 2), null, null));
        }
        return event("order.placed", customer, new EventData.Order("O" + serial, "GBP", lines));
    }

    private CustomerEvent event(String type, int customer, EventData data) {
        serial++;
        return new CustomerEvent(run + "-" + serial, "bench", type,
                List.of(new Identity(Identity.Kind.ORDER_SYSTEM, "C" + customer)), from.plusMillis(serial), data);
    }
}
