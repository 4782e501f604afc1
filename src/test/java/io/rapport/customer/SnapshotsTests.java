package io.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.rapport.facts.Decimal;
import io.rapport.facts.DaySet;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Snapshot;
import io.rapport.facts.Tally;
import io.rapport.forecast.ModelParameters;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotsTests {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    private static final LocalDate DAY = LocalDate.parse("2026-02-27");

    @TempDir
    Path directory;

    @Test
    void keepsEveryValueOfASmallPopulationInOrder() {
        var census = new Census(AT, ZoneOffset.UTC);
        for (var spend = 200; spend > 0; spend--) {
            census.count(buyer(spend));
        }
        census.count(Memory.blank(1));

        var snapshot = census.snapshot();

        assertThat(snapshot.customers()).isEqualTo(200);
        assertThat(snapshot.measures().get("spend")).hasSize(200).isSorted().startsWith(1, 2).endsWith(200);
        assertThat(snapshot.measures().get("recency")).containsOnly(2);
        assertThat(snapshot.topPercent("spend", 199)).isEqualTo(1.0);
        assertThat(snapshot.productLines().get("Candles").customers()).isEqualTo(200);
        assertThat(snapshot.productLines().get("Candles").marginRate()).isCloseTo(0.4, within(1e-6));
    }

    @Test
    void keepsExactQuantilesOfALargeOne() {
        var census = new Census(AT, ZoneOffset.UTC);
        for (var spend = 0; spend <= 50_000; spend++) {
            census.count(buyer(spend));
        }

        assertThat(census.snapshot().measures().get("spend")).hasSize(Census.MOST_VALUES).startsWith(0, 5, 10).endsWith(50_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSameInWhateverOrderCustomersAreCounted(long seed) {
        var random = new Random(seed);
        var customers = new ArrayList<Memory>();
        for (var i = 0; i < 2_000; i++) {
            customers.add(told(earning(buyer(1_000 * random.nextDouble()), 300 * random.nextDouble()), "source " + i % 3));
        }
        var told = counted(customers);

        Collections.shuffle(customers, random);

        var shuffled = counted(customers);
        assertThat(shuffled.measures()).hasSameSizeAs(told.measures())
                .allSatisfy((measure, values) -> assertThat(values).as(measure).containsExactly(told.measures().get(measure)));
        assertThat(shuffled.productLines()).isEqualTo(told.productLines());
    }

    private static Snapshot counted(List<Memory> customers) {
        var census = new Census(AT, ZoneOffset.UTC);
        customers.forEach(each -> census.count(each, "tier=gold\ncost-of-message=0.1\n#=0\n"));
        return census.snapshot();
    }

    @Test
    void findsTheSnapshotOfItsTimeAgain() {
        try (var books = new Books(directory)) {
            var snapshots = books.get(Snapshots.class);
            assertThat(snapshots.latest()).isEqualTo(Snapshot.NONE);

            books.transaction(() -> snapshots.take(AT, ZoneOffset.UTC));
            var later = books.transaction(() -> snapshots.take(AT.plusSeconds(60), ZoneOffset.UTC));

            assertThat(snapshots.latest().id()).isEqualTo(later.id());
            assertThat(snapshots.latestBefore(AT.plusSeconds(59)).at()).isEqualTo(AT);
            assertThat(snapshots.latestBefore(AT.minusSeconds(1))).isEqualTo(Snapshot.NONE);
        }
    }

    @Test
    void nobodyTakesTheOldSnapshotForTheLatestOnceTheNewOneIsCommitted() {
        try (var books = new Books(directory)) {
            var snapshots = books.get(Snapshots.class);
            books.transaction(() -> snapshots.take(AT, ZoneOffset.UTC));

            var taken = books.transaction(() -> {
                var snapshot = snapshots.take(AT.plusSeconds(60), ZoneOffset.UTC);
                assertThat(CompletableFuture.supplyAsync(snapshots::latest).join().at()).as("not committed yet").isEqualTo(AT);
                return snapshot;
            });

            assertThat(snapshots.latest().id()).isEqualTo(taken.id());
        }
    }

    @Test
    void oneTakenByAnotherProcessIsSeenSoonWhateverTheClockOnTheWallSays() {
        try (var books = new Books(directory, Clock.fixed(AT, ZoneOffset.UTC))) {
            var snapshots = books.get(Snapshots.class);
            books.transaction(() -> snapshots.take(AT, ZoneOffset.UTC));
            var other = new Snapshots(books.get(Sessions.class), books.get(Everybody.class));

            var taken = books.transaction(() -> other.take(AT.plusSeconds(60), ZoneOffset.UTC));

            await().atMost(Duration.ofSeconds(5)).until(() -> snapshots.latest().id().equals(taken.id()));
        }
    }

    @Test
    void countsWhatCameOfEachSourceAndHowSegmentsGrow() {
        var census = new Census(AT, ZoneOffset.UTC);
        census.count(told(buyer(100), "fair"), "tier=gold\ncost-of-message=1\n#=0\n");
        census.count(told(buyer(300), "fair"), "status=loyal\ntier=gold\n#=0\n");
        census.count(told(Memory.blank(3), "fair"), Standing.NONE);
        census.count(buyer(50), Standing.NONE);

        var measures = census.snapshot().measures();

        assertThat(measures.get(Snapshot.SOURCE + "fair")).containsExactly(3, 2, 400, 0);
        assertThat(measures.get(Snapshot.SOURCE)).containsExactly(1, 1, 50, 0);
        assertThat(measures.get(Snapshot.SEGMENT + "gold")).containsExactly(2, 2, 1, 0);
        assertThat(measures.get(Snapshot.SEGMENT + "unknown")).containsExactly(1, 2, 1, 0);
    }

    @Test
    void customerEquityIsUnknownWithoutForecasts() {
        var equity = new Equity();
        equity.add(buyer(100));

        var snapshot = equity.into(Snapshot.NONE, DAY);

        assertThat(snapshot.measures()).doesNotContainKey(Snapshot.EQUITY);
    }

    @Test
    void customerEquityIsTheSumOfAllLifetimeValuesOrAGoodEstimateOfIt() {
        var parameters = ModelParameters.published(DAY);
        var snapshot = new Snapshot("s", AT, 3, parameters.measure(), Map.of());
        var few = new Equity();
        var many = new Equity();
        var sum = 0.0;
        var all = 0.0;
        for (var number = 1; number <= 30_000; number++) {
            var buyer = buyer(number, 10 + number % 97);
            var value = parameters.of(Objects.requireNonNull(buyer.purchases()), DAY).lifetimeValue();
            many.add(buyer);
            all += value;
            if (number <= 3) {
                few.add(buyer);
                sum += value;
            }
        }

        var exact = Objects.requireNonNull(few.into(snapshot, DAY).measures().get(Snapshot.EQUITY));
        assertThat(exact[0]).isPositive().isCloseTo(sum, within(1e-9));
        assertThat(exact[1]).isZero();
        var estimate = Objects.requireNonNull(many.into(snapshot, DAY).measures().get(Snapshot.EQUITY));
        assertThat(estimate[0]).isCloseTo(all, within(4 * estimate[1]));
        assertThat(estimate[1]).isPositive().isLessThan(0.02 * all);
        assertThat(estimate[2]).isEqualTo(10_000);
    }

    @Test
    void knowsWhoBringsTheProfitAndWhoseNeedsDiffer() {
        var census = new Census(AT, ZoneOffset.UTC);
        for (var margin = 1; margin <= 200; margin++) {
            census.count(earning(buyer(10), margin), "potential-rate=50\n#=0\n");
        }

        var snapshot = census.snapshot();

        assertThat(snapshot.contributionUpTo(1)).isEqualTo(100);
        assertThat(snapshot.contributionUpTo(200)).isCloseTo(100 * 200 / 20_100.0, within(1e-9));
        assertThat(snapshot.contributionUpTo(199)).isCloseTo(100 * 399 / 20_100.0, within(1e-9));
        assertThat(snapshot.contributionUpTo(201)).isZero();
        assertThat(snapshot.measures().get("potential-value")).hasSize(200).startsWith(0.5).endsWith(100);
        assertThat(snapshot.measures().get("historical-value")).as("nobody knows what contacts cost").isEmpty();
        assertThat(snapshot.measures().get("needs-difference")).containsOnly(0);
    }

    private static Memory earning(Memory memory, double margin) {
        return memory.withTallies(Map.of("margin", Tally.of(AT, (int) DAY.toEpochDay(), Decimal.nearest(margin))));
    }

    private static Memory told(Memory memory, String source) {
        return new Memory(memory.customer(), memory.tallies(), memory.purchases(), memory.productLines(), memory.complaints(),
                memory.deliveries(), Map.of(Memory.ACQUISITION_SOURCE, source), memory.traitsAt(), memory.consents(),
                memory.concluded(), memory.occasions(), memory.latest());
    }

    private static Memory buyer(double spend) {
        return buyer(1, spend);
    }

    private static Memory buyer(long number, double spend) {
        var blank = Memory.blank(number);
        var purchases = new Purchases(1, DAY, DAY, DaySet.NONE.with((int) DAY.toEpochDay()), 0, 1, spend, Decimal.nearest(spend),
                Decimal.nearest(spend * 0.4));
        return new Memory(number, blank.tallies(), purchases,
                Map.of("Candles", new Memory.LineMemory(1, Decimal.nearest(spend), Decimal.nearest(spend * 0.4), DAY)),
                blank.complaints(), blank.deliveries(), blank.traits(), blank.traitsAt(), blank.consents(), blank.concluded(),
                blank.occasions(), AT);
    }
}
