package io.rapport.console.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rapport.decision.Context;
import io.rapport.decision.Judge;
import io.rapport.decision.MemoryFold;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.Histories;
import io.rapport.forecast.PurchaseDays;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Rulebook;

/**
 * What the rules say of each customer on the morning of the split, and who of them buys afterwards: whether stages and churn levels
 * stand in order.
 */
final class Standings {

    private static final List<String> CONCEPTS = List.of("stage", "churn-level");

    private static final double TAU_DAYS = 182;

    private final Context context;
    private final LocalDate split;
    private final int horizonDays;

    private Standings(Rulebook rulebook, LocalDate split, int horizonDays) {
        this.context = new Context(rulebook, Snapshot.NONE, ZoneOffset.UTC, TAU_DAYS).ofThePast();
        this.split = split;
        this.horizonDays = horizonDays;
    }

    /**
     * All customers of one value.
     *
     * @param concept {@code stage} or {@code churn-level}
     * @param share of them who buy within the days that follow
     */
    record Standing(String concept, String value, int customers, double share) {}

    /** Of everybody who had bought before the split; values lowest first, those of nobody left out. */
    static List<Standing> of(Histories histories, Rulebook rulebook, LocalDate split, int horizonDays) {
        return new Standings(rulebook, split, horizonDays).counted(histories);
    }

    private List<Standing> counted(Histories histories) {
        Map<String, int[]> counts = new TreeMap<>();
        try (var judge = new Judge(context.rulebook())) {
            for (var customer : histories.customers()) {
                if (customer.days()[0] < split.toEpochDay()) {
                    count(customer, judge, counts);
                }
            }
        }
        var standings = new ArrayList<Standing>();
        for (var concept : CONCEPTS) {
            for (var value : Concepts.values(concept)) {
                var count = counts.getOrDefault(concept + "/" + value, new int[2]);
                if (count[0] > 0) {
                    standings.add(new Standing(concept, value, count[0], (double) count[1] / count[0]));
                }
            }
        }
        return standings;
    }

    private void count(PurchaseDays customer, Judge judge, Map<String, int[]> counts) {
        var memory = Memory.blank(1);
        var buys = false;
        for (var i = 0; i < customer.days().length; i++) {
            var day = customer.days()[i];
            if (day < split.toEpochDay()) {
                memory = MemoryFold.fold(memory, bought(LocalDate.ofEpochDay(day), customer.amounts()[i]), ZoneOffset.UTC,
                        TAU_DAYS);
            } else {
                buys |= day < split.toEpochDay() + horizonDays;
            }
        }
        var at = split.atStartOfDay(ZoneOffset.UTC).toInstant();
        var look = event(EventTypes.REVIEW_DUE, at, new EventData.ReviewDue(at, "quality"));
        var decision = judge.step(memory, look, context, at).decision();
        for (var concept : CONCEPTS) {
            var value = decision.valueOf(concept);
            if (value != null) {
                var count = counts.computeIfAbsent(concept + "/" + value, _ -> new int[2]);
                count[0]++;
                count[1] += buys ? 1 : 0;
            }
        }
    }

    /** A day's sum as the forecasts have it; the order rounds it to the cent again. */
    private static CustomerEvent bought(LocalDate day, double amount) {
        return event(EventTypes.ORDER_PLACED, day.atTime(12, 0).toInstant(ZoneOffset.UTC), new EventData.Order("order", "EUR",
                List.of(new EventData.OrderLine("", "", BigDecimal.ONE, BigDecimal.valueOf(amount), null, null))));
    }

    private static CustomerEvent event(String type, Instant at, EventData data) {
        return new CustomerEvent("history/" + at.toEpochMilli(), "history", type, List.of(), at, data);
    }
}
