package io.rapport.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rapport.customer.Snapshots;
import io.rapport.facts.Snapshot;

/** Figures about everybody, as the dated snapshots of the population have them. */
@Component
public class Reports {

    private final Snapshots snapshots;
    private final Clock clock;
    private final Amounts amounts;

    Reports(Snapshots snapshots, Clock clock, Amounts amounts) {
        this.amounts = amounts;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** What the forecasts rest on that decisions read now; null while nothing could be fitted. */
    @Nullable
    public ForecastView forecasts() {
        return ForecastView.of(snapshots.latest(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /**
     * @param at of the latest snapshot; null while there is none
     * @param before of the one it is compared with; null while there is none so early
     * @param currency of all money
     * @param forecasts null while nothing could be fitted
     */
    record ReportsView(String currency, @Nullable Instant at, @Nullable Instant before, int days, @Nullable Equity equity,
            @Nullable ForecastView forecasts, List<Source> sources, List<Growth> growth) {}

    /**
     * The sum of all lifetime values.
     *
     * @param error its standard error, 0 when every buyer was looked at
     */
    record Equity(double value, double error, long buyers) {}

    /** What came of those whom one source brought; an empty source is one that nobody told. */
    record Source(String source, long customers, long purchasers, double revenue, double margin) {

        /** Share of its customers who bought, in percent. */
        public double yield() {
            return customers == 0 ? 0 : 100.0 * purchasers / customers;
        }
    }

    /**
     * One tier now and before: wider are more customers, longer are more days since their first purchase, deeper are more
     * product lines and more current value each. Null where there was nobody.
     */
    record Growth(String tier, @Nullable Size now, @Nullable Size before) {}

    /** Means over the customers of a tier. */
    record Size(long customers, double relationshipDays, double productLines, double currentValue) {}

    ReportsView over(int days) {
        var latest = snapshots.latest();
        if (latest.id().equals(Snapshot.NONE.id())) {
            return new ReportsView(amounts.currency(), null, null, days, null, null, List.of(), List.of());
        }
        var before = snapshots.latestBefore(latest.at().minus(Duration.ofDays(days)));
        var known = !before.id().equals(Snapshot.NONE.id());
        return new ReportsView(amounts.currency(), latest.at(), known ? before.at() : null, days, equity(latest), forecasts(),
                sources(latest),
                growth(latest, before));
    }

    private static @Nullable Equity equity(Snapshot snapshot) {
        var figures = snapshot.measures().get(Snapshot.EQUITY);
        return figures == null || Double.isNaN(figures[0]) ? null : new Equity(figures[0], figures[1], (long) figures[2]);
    }

    private static List<Source> sources(Snapshot snapshot) {
        return snapshot.measures().entrySet().stream().filter(one -> one.getKey().startsWith(Snapshot.SOURCE))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> source(one.getKey().substring(Snapshot.SOURCE.length()), one.getValue())).toList();
    }

    private static Source source(String name, double[] figures) {
        return new Source(name, (long) figures[0], (long) figures[1], figures[2], figures[3]);
    }

    private static List<Growth> growth(Snapshot now, Snapshot before) {
        var tiers = new TreeSet<String>();
        Stream.of(now, before).flatMap(snapshot -> snapshot.measures().keySet().stream())
                .filter(name -> name.startsWith(Snapshot.SEGMENT))
                .forEach(name -> tiers.add(name.substring(Snapshot.SEGMENT.length())));
        return tiers.stream().map(tier -> new Growth(tier, size(now, tier), size(before, tier))).toList();
    }

    private static @Nullable Size size(Snapshot snapshot, String tier) {
        var figures = snapshot.measures().get(Snapshot.SEGMENT + tier);
        return figures == null ? null : new Size((long) figures[0], figures[1], figures[2], figures[3]);
    }
}
