package io.rapport.customer;

import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.ModelParameters;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.TreeMap;

/**
 * Customer equity: the sum of all lifetime values (Blattberg and Deighton, Harvard Business Review 74 (1996)). Of up to 10,000
 * buyers each is counted; of more a sample drawn by their numbers, which is the same whatever the order, with the standard
 * error of its sum beside it.
 */
final class Equity {

    private static final int MOST = 10_000;

    private final TreeMap<Long, Purchases> byChance = new TreeMap<>();
    private long buyers;

    void add(Memory memory) {
        var purchases = memory.purchases();
        if (purchases == null) {
            return;
        }
        buyers++;
        // an odd factor keeps different numbers different and spreads neighbours
        var chance = memory.customer() * 0x9E3779B97F4A7C15L;
        if (byChance.size() < MOST || chance < byChance.lastKey()) {
            byChance.put(chance, purchases);
            if (byChance.size() > MOST) {
                byChance.pollLastEntry();
            }
        }
    }

    /** The snapshot with customer equity, its standard error and how many buyers were looked at; as it is without forecasts. */
    Snapshot into(Snapshot snapshot, LocalDate day) {
        var parameters = ModelParameters.of(snapshot);
        if (parameters == null || byChance.isEmpty()) {
            return snapshot;
        }
        var sum = 0.0;
        var squares = 0.0;
        for (var purchases : byChance.values()) {
            var value = day.isBefore(purchases.last()) ? 0 : parameters.of(purchases, day).lifetimeValue();
            sum += value;
            squares += value * value;
        }
        var looked = byChance.size();
        var mean = sum / looked;
        var variance = looked < 2 ? 0 : Math.max(0, squares - looked * mean * mean) / (looked - 1);
        var error = buyers == looked ? 0 : buyers * Math.sqrt(variance / looked * (1 - (double) looked / buyers));
        var measures = new HashMap<>(snapshot.measures());
        measures.put(Snapshot.EQUITY, new double[] {mean * buyers, error, looked});
        return new Snapshot(snapshot.id(), snapshot.at(), snapshot.customers(), measures, snapshot.productLines());
    }
}
