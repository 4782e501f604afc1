package io.rapport.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

import io.rapport.facts.DaySet;
import io.rapport.facts.Decimal;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Those on whose history the forecasts are fitted when the population is counted: everybody who bought, or of very many a
 * sample that depends on their numbers only, so that it is the same in whatever order they come.
 */
public final class Buyers {

    /** So many tell four parameters and five weights exactly enough; more would only take longer. */
    private static final int MOST = 4_000;

    private static final int FRESH_DAYS = 30;

    private static final double GROWN = 1.5;

    private final TreeMap<Long, PurchaseDays> byChance = new TreeMap<>();

    /** Takes a customer in, if he ever bought. */
    public void add(Memory memory) {
        if (memory.purchases() == null) {
            return;
        }
        var chance = scattered(memory.customer());
        if (byChance.size() < MOST || chance < byChance.lastKey()) {
            byChance.put(chance, of(memory));
            if (byChance.size() > MOST) {
                byChance.pollLastEntry();
            }
        }
    }

    /**
     * The same snapshot with parameters: those of the one before while they are fresh, else fitted anew; none while too few bought.
     *
     * @param until the last day that counts
     */
    public Snapshot into(Snapshot snapshot, Snapshot before, LocalDate until) {
        var parameters = parameters(ModelParameters.of(before), until);
        if (parameters == null) {
            return snapshot;
        }
        var measures = new HashMap<>(snapshot.measures());
        measures.putAll(parameters.measure());
        return new Snapshot(snapshot.id(), snapshot.at(), snapshot.customers(), measures, snapshot.productLines());
    }

    private @Nullable ModelParameters parameters(@Nullable ModelParameters before, LocalDate until) {
        if (before != null && !before.until().plusDays(FRESH_DAYS).isBefore(until) && !before.until().isAfter(until)
                && byChance.size() < before.customers() * GROWN) {
            return before;
        }
        if (byChance.size() < ModelParameters.FEWEST_CUSTOMERS) {
            return null;
        }
        var histories = Histories.of(List.copyOf(byChance.values()));
        return ModelParameters.fit(histories, until, ModelParameters.usualTau(histories, until));
    }

    /** Spreads neighbouring numbers, each to a place of its own (the finaliser of splitmix64). */
    private static long scattered(long number) {
        var mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** Amounts by day are remembered for two years; what was spent before is spread over the days before. */
    static PurchaseDays of(Memory memory) {
        var purchases = java.util.Objects.requireNonNull(memory.purchases());
        var days = new ArrayList<Integer>();
        for (var day = (int) purchases.first().toEpochDay(); day != DaySet.NO_DAY; day = purchases.calendar().after(day)) {
            days.add(day);
        }
        var epochDays = days.stream().mapToInt(Integer::intValue).toArray();
        var amounts = new double[epochDays.length];
        Arrays.fill(amounts, Double.NaN);
        var tally = memory.tallies().get(EventTypes.ORDER_PLACED);
        var left = purchases.spend().toDouble();
        var unknown = epochDays.length;
        for (var i = 0; i < epochDays.length; i++) {
            var at = tally == null ? -1 : Arrays.binarySearch(tally.days().day(), epochDays[i]);
            if (tally != null && at >= 0) {
                amounts[i] = tally.days().sum()[at] / (double) Decimal.ONE;
                left -= amounts[i];
                unknown--;
            }
        }
        for (var i = 0; i < amounts.length; i++) {
            amounts[i] = Double.isNaN(amounts[i]) ? Math.max(0, left) / unknown : amounts[i];
        }
        return new PurchaseDays(String.valueOf(memory.customer()), epochDays, amounts);
    }
}
