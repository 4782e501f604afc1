package io.rapport.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Customers made up by a known law, so that it is known what a fit has to find. */
final class Shop {

    static final LocalDate OPENS = LocalDate.of(2025, 1, 1);

    record Purchase(String customer, LocalDate day, double amount) {}

    private Shop() {}

    /**
     * Everybody comes within the first 80 days, buys at a rate of his own (gamma, mean 1 in 20 days), leaves after each purchase
     * with a chance of his own (about 1 in 6), spends around a mean of his own.
     */
    static List<Purchase> purchases(int customers, int days, long seed) {
        var random = new Random(seed);
        var purchases = new ArrayList<Purchase>();
        for (var i = 0; i < customers; i++) {
            var rate = exponential(random) / 20;
            var leaves = 0.3 * random.nextDouble();
            var mean = 20 + 60 * random.nextDouble();
            double day = random.nextInt(80);
            do {
                purchases.add(new Purchase("c" + i, OPENS.plusDays((long) day), mean * (0.5 + random.nextDouble())));
                day += exponential(random) / rate;
            } while (day < days && random.nextDouble() > leaves);
        }
        return purchases;
    }

    private static double exponential(Random random) {
        return -Math.log(1 - random.nextDouble());
    }

    static Histories histories(List<Purchase> purchases) {
        var collector = new Histories.Collector();
        purchases.forEach(each -> collector.add(each.customer(), each.day(), each.amount()));
        return collector.histories();
    }

    static List<Purchase> shuffled(List<Purchase> purchases, long seed) {
        var shuffled = new ArrayList<>(purchases);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
