package io.rapport.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.rapport.customer.Snapshots;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.ModelParameters;

/** What the snapshots of the population say of sources, of growth per tier and of all customers together. */
class ReportsTests {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    private final Snapshots snapshots = mock();

    private final Reports reports = new Reports(snapshots, Clock.fixed(AT, ZoneOffset.UTC), new Amounts(() -> "EUR"));

    @Test
    void whatCameOfASourceIsItsYield() {
        now(Map.of(Snapshot.SOURCE + "fair", new double[] {3, 2, 400, 120}, Snapshot.SOURCE, new double[] {0, 0, 0, 0}));

        var fair = reports.over(365).sources().getLast();

        assertThat(fair.source()).isEqualTo("fair");
        assertThat(fair.yield()).isCloseTo(66.67, within(0.01));
        assertThat(fair.margin()).isEqualTo(120);
        assertThat(reports.over(365).sources().getFirst().yield()).isZero();
    }

    @Test
    void aTierGrowsWiderLongerAndDeeperThanInTheSnapshotBefore() {
        now(Map.of(Snapshot.SEGMENT + "gold", new double[] {40, 412, 3.2, 480}));
        var before = snapshot(AT.minus(Duration.ofDays(366)), Map.of(Snapshot.SEGMENT + "gold", new double[] {30, 300, 2.5, 400},
                Snapshot.SEGMENT + "iron", new double[] {9, 10, 1, 5}));
        when(snapshots.latestBefore(AT.minus(Duration.ofDays(365)))).thenReturn(before);

        var view = reports.over(365);

        assertThat(view.before()).isEqualTo(before.at());
        assertThat(view.growth()).extracting(Reports.Growth::tier).containsExactly("gold", "iron");
        assertThat(view.growth().getFirst().now()).isEqualTo(new Reports.Size(40, 412, 3.2, 480));
        assertThat(view.growth().getFirst().before()).isEqualTo(new Reports.Size(30, 300, 2.5, 400));
        assertThat(view.growth().getLast().now()).isNull();
    }

    @Test
    void customerEquityHasItsErrorBesideIt() {
        now(Map.of(Snapshot.EQUITY, new double[] {1_000, 20, 10_000}));

        assertThat(reports.over(30).equity()).isEqualTo(new Reports.Equity(1_000, 20, 10_000));
    }

    @Test
    void nothingIsSaidBeforeAnybodyWasCounted() {
        when(snapshots.latest()).thenReturn(Snapshot.NONE);

        var view = reports.over(30);

        assertThat(view.at()).isNull();
        assertThat(view.growth()).isEmpty();
    }

    private void now(Map<String, double[]> measures) {
        when(snapshots.latest()).thenReturn(snapshot(AT, measures));
        when(snapshots.latestBefore(any())).thenReturn(Snapshot.NONE);
    }

    private static Snapshot snapshot(Instant at, Map<String, double[]> measures) {
        return new Snapshot(at.toString(), at, 100, measures, Map.of());
    }

    @Test
    void forecastsAreSaidToBeStaleAndThinFromTheDaysAndCustomersOn() {
        now(ModelParameters.published(LocalDate.of(2025, 9, 1)).measure());
        assertThat(Objects.requireNonNull(reports.forecasts()).isDoubtful()).isFalse();

        now(ModelParameters.published(LocalDate.of(2025, 8, 31)).measure());
        assertThat(Objects.requireNonNull(reports.over(30).forecasts()).stale()).isTrue();

        now(Map.of());
        assertThat(reports.forecasts()).isNull();
    }
}
