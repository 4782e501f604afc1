package io.rapport.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;

/**
 * A shop drawn by lot, the same for the same figures: everybody buys at a pace of his own, leaves for good after some purchase or
 * other, has his own size of basket and his own few kinds of goods. Customers come evenly over the time that is looked at.
 *
 * @param customers how many ever buy
 * @param usualDays days between two purchases of somebody in the middle
 * @param usualAmount of money on a purchase day of somebody in the middle
 * @param leaving probability of leaving after a purchase, in the mean
 */
record GeneratedShop(int customers, double usualDays, double usualAmount, double leaving) {

    private static final Instant OPENED = Instant.parse("2024-11-20T09:00:00Z");

    private static final int DAYS = 730;

    /** One of every kind of goods that the rules know by its words, and one they do not; the first ones sell best. */
    private static final List<String> GOODS = List.of("wooden picture frame", "coffee mug", "scented candle", "gift paper",
            "shopping bag", "plant pot", "puzzle", "something else", "christmas bauble", "silver necklace", "postage");

    private static final long SEED = 20_261_129;

    OrdersOfAShop orders() {
        var byAccount = new LinkedHashMap<String, List<CustomerEvent>>();
        for (var customer = 0; customer < customers; customer++) {
            byAccount.put("C" + customer, life("C" + customer, new SplittableRandom(SEED + customer)));
        }
        return OrdersOfAShop.of(byAccount);
    }

    private List<CustomerEvent> life(String account, SplittableRandom random) {
        var pace = usualDays * Math.exp(0.7 * random.nextGaussian());
        var amount = usualAmount * Math.exp(0.8 * random.nextGaussian());
        var leaves = Math.clamp(leaving * -Math.log(random.nextDouble(1e-9, 1)), 0, 0.9);
        var kinds = 1 + random.nextInt(6);
        var events = new ArrayList<CustomerEvent>();
        var day = random.nextDouble(DAYS - 1);
        do {
            events.add(order(account, events.size(), OPENED.plus(Duration.ofMinutes((long) (day * 1_440))), amount, kinds,
                    random));
            day += pace * -Math.log(random.nextDouble(1e-9, 1));
        } while (day < DAYS && random.nextDouble() >= leaves);
        return events;
    }

    private static CustomerEvent order(String account, int number, Instant at, double amount, int kinds,
            SplittableRandom random) {
        var lines = new ArrayList<EventData.OrderLine>();
        for (var line = 1 + random.nextInt(kinds); line > 0; line--) {
            var price = amount * Math.exp(0.4 * random.nextGaussian());
            // a product of two draws: the first kinds are drawn most
            var kind = (int) (GOODS.size() * random.nextDouble() * random.nextDouble());
            lines.add(OrdersOfAShop.line(GOODS.get(kind), "1",
                    BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP).max(new BigDecimal("0.01")).toPlainString()));
        }
        return OrdersOfAShop.order(account + "/" + number, at, false, lines);
    }
}
