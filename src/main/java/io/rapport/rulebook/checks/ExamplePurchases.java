package io.rapport.rulebook.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.rulebook.ExampleCustomer.Fact;
import io.rapport.rulebook.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Orders that make what is wanted true: so many purchase days, so far apart, the last so long ago.
 *
 * @param said the keys of what the steps make true
 */
public record ExamplePurchases(List<Shown> steps, List<Shown> unsaid, List<String> said) {

    /** Who is new has ordered nothing: there is no step to say it. */
    private static final Shown NEVER = new Shown("Anna has never ordered", "安娜从未订购");

    private static final double NEAR = 0.05;

    private static final double INTERVAL = 30;

    /** Null when nothing about purchases is wanted. */
    public static @Nullable ExamplePurchases of(Map<String, Fact> facts, LocalDate today) {
        var wanted = new LinkedHashMap<String, Double>();
        for (var id : List.of("purchase-days", "silence", "relationship-days", "silence-ratio", "usual-interval")) {
            var fact = facts.get(id);
            if (fact != null && !fact.unknown()) {
                wanted.put(id, fact.number());
            }
        }
        if (wanted.isEmpty()) {
            return null;
        }
        if (wanted.getOrDefault("purchase-days", 1.0) == 0) {
            return new ExamplePurchases(List.of(), List.of(NEVER), List.of("purchase-days"));
        }
        var days = days(wanted);
        var interval = days == 1 ? 0 : Math.max(1, Math.round(interval(wanted, days)));
        var silent = silent(wanted, interval, days);
        return new ExamplePurchases(List.of(step(days, interval, today.minusDays(silent))), List.of(),
                said(wanted, days, interval, silent));
    }

    private static long days(Map<String, Double> wanted) {
        // one gap is no rhythm: it is known from the third purchase day on
        var rhythm = wanted.containsKey("silence-ratio") || wanted.containsKey("usual-interval");
        var lasting = wanted.containsKey("relationship-days") && wanted.containsKey("silence");
        return Math.round(wanted.getOrDefault("purchase-days", rhythm ? 3.0 : lasting ? 2.0 : 1.0));
    }

    private static double interval(Map<String, Double> wanted, long days) {
        var silence = wanted.get("silence");
        var ratio = wanted.get("silence-ratio");
        var length = wanted.get("relationship-days");
        if (wanted.containsKey("usual-interval")) {
            return wanted.getOrDefault("usual-interval", INTERVAL);
        }
        if (silence != null && ratio != null && ratio > 0) {
            return silence / ratio;
        }
        if (length != null) {
            return (length - (silence == null ? 0 : silence)) / (days - 1 + (ratio == null || silence != null ? 0 : ratio));
        }
        return INTERVAL;
    }

    private static long silent(Map<String, Double> wanted, double interval, long days) {
        var silence = wanted.get("silence");
        if (silence != null) {
            return Math.round(silence);
        }
        var ratio = wanted.get("silence-ratio");
        if (ratio != null) {
            return Math.round(ratio * interval);
        }
        var length = wanted.get("relationship-days");
        return length == null ? 0 : Math.max(0, Math.round(length - interval * (days - 1)));
    }

    private static Shown step(long days, double interval, LocalDate last) {
        if (days == 1) {
            return Shown.of("Anna ordered on {0}", "安娜在{0}订购", last);
        }
        var first = last.minusDays((long) interval * (days - 1));
        return Shown.of("Anna ordered every {0} days from {1} to {2}", "从{1}到{2},安娜每{0}天订购一次", (long) interval, first, last);
    }

    private static List<String> said(Map<String, Double> wanted, long days, double interval, long silent) {
        var made = Map.of("purchase-days", (double) days, "silence", (double) silent, "relationship-days",
                silent + interval * (days - 1), "silence-ratio", interval == 0 ? Double.NaN : silent / interval, "usual-interval",
                interval);
        var said = new ArrayList<String>();
        wanted.forEach((id, value) -> {
            if (Math.abs(made.getOrDefault(id, Double.NaN) - value) <= NEAR) {
                said.add(id);
            }
        });
        return said;
    }
}
