package io.rapport.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import io.rapport.facts.Decimal;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Snapshot;
import io.rapport.facts.Tally;
import org.junit.jupiter.api.Test;

class ModelParametersTests {

    private static final LocalDate TODAY = Shop.OPENS.plusDays(280);

    private static final Snapshot POPULATION = new Snapshot("s", Instant.EPOCH, 400, Map.of("spend", new double[] {1, 2}),
            Map.of());

    private static Memory memory(PurchaseDays customer, long number) {
        Purchases purchases = null;
        Tally tally = null;
        for (var i = 0; i < customer.days().length; i++) {
            var day = LocalDate.ofEpochDay(customer.days()[i]);
            var at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            var amount = customer.amounts()[i];
            purchases = purchases == null ? Purchases.of(day, Decimal.nearest(amount), Decimal.nearest(amount / 2))
                    : purchases.plus(day, Decimal.nearest(amount), Decimal.nearest(amount / 2), 182);
            tally = tally == null
                    ? Tally.of(at, customer.days()[i], Decimal.nearest(amount))
                    : tally.plus(at, customer.days()[i], Decimal.nearest(amount));
        }
        var blank = Memory.blank(number);
        return new Memory(number, Map.of(EventTypes.ORDER_PLACED, Objects.requireNonNull(tally)), purchases, blank.productLines(),
                blank.complaints(), blank.deliveries(), blank.traits(), blank.traitsAt(), blank.consents(), blank.concluded(),
                blank.occasions(), null);
    }

    private static List<Memory> population(int customers, long seed) {
        var histories = Shop.histories(Shop.purchases(customers, 280, seed));
        var memories = new ArrayList<Memory>();
        histories.customers().forEach(each -> memories.add(memory(each, memories.size())));
        return memories;
    }

    private static Snapshot counted(List<Memory> memories, Snapshot before, LocalDate until) {
        var buyers = new Buyers();
        memories.forEach(buyers::add);
        return buyers.into(POPULATION, before, until);
    }

    @Test
    void standInTheSnapshotAndAreReadFromItAgain() {
        var snapshot = counted(population(400, 1), Snapshot.NONE, TODAY);

        var parameters = Objects.requireNonNull(ModelParameters.of(snapshot));
        assertThat(parameters.until()).isEqualTo(TODAY);
        assertThat(parameters.customers()).isEqualTo(400);
        assertThat(parameters.isThin()).isFalse();
        assertThat(snapshot.measures()).containsKey("spend");
    }

    @Test
    void areTheSameInWhateverOrderCustomersAreCounted() {
        var memories = population(300, 2);
        var shuffled = new ArrayList<>(memories);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(ModelParameters.of(counted(shuffled, Snapshot.NONE, TODAY)))
                .isEqualTo(ModelParameters.of(counted(memories, Snapshot.NONE, TODAY)));
    }

    @Test
    void areKeptWhileFreshAndFittedAnewAfterAMonth() {
        var memories = population(300, 4);
        var first = counted(memories, Snapshot.NONE, TODAY);

        var soon = ModelParameters.of(counted(memories, first, TODAY.plusDays(30)));
        var later = ModelParameters.of(counted(memories, first, TODAY.plusDays(31)));

        assertThat(soon).isEqualTo(ModelParameters.of(first));
        assertThat(Objects.requireNonNull(later).until()).isEqualTo(TODAY.plusDays(31));
    }

    @Test
    void areUnknownBelowAHundredBuyersAndThinBelowThreeHundred() {
        assertThat(ModelParameters.of(counted(population(99, 5), Snapshot.NONE, TODAY))).isNull();
        assertThat(Objects.requireNonNull(ModelParameters.of(counted(population(299, 5), Snapshot.NONE, TODAY))).isThin())
                .isTrue();
        assertThat(ModelParameters.of(Snapshot.NONE)).isNull();
    }

    @Test
    void areStaleAfterHalfAYear() {
        var parameters = Objects.requireNonNull(ModelParameters.of(counted(population(300, 6), Snapshot.NONE, TODAY)));

        assertThat(parameters.isStale(TODAY.plusMonths(6))).isFalse();
        assertThat(parameters.isStale(TODAY.plusMonths(6).plusDays(1))).isTrue();
    }

    @Test
    void everyFigureMovesOneWayWhileACustomerIsSilent() {
        var memories = population(400, 7);
        var parameters = Objects.requireNonNull(ModelParameters.of(counted(memories, Snapshot.NONE, TODAY)));

        for (var memory : memories.subList(0, 60)) {
            var purchases = Objects.requireNonNull(memory.purchases());
            var before = parameters.of(purchases, purchases.last());
            for (var day = 30; day < 900; day += 30) {
                var now = parameters.of(purchases, purchases.last().plusDays(day));
                assertThat(now.pAlive()).isLessThanOrEqualTo(before.pAlive());
                assertThat(now.pBuy(90)).isLessThanOrEqualTo(before.pBuy(90));
                assertThat(now.orders(90)).isLessThanOrEqualTo(before.orders(90));
                assertThat(now.churn()).isGreaterThanOrEqualTo(before.churn());
                assertThat(now.lifetimeValue()).isLessThanOrEqualTo(before.lifetimeValue() + 1e-9);
                assertThat(now.valueAtRisk()).isGreaterThanOrEqualTo(before.valueAtRisk() - 1e-9);
                assertThat(now.secondLifetimeValue()).isLessThanOrEqualTo(before.secondLifetimeValue() + 1e-9);
                before = now;
            }
        }
    }

    @Test
    void lifetimeValueIsMarginNotSpend() {
        var memories = population(400, 8);
        var parameters = Objects.requireNonNull(ModelParameters.of(counted(memories, Snapshot.NONE, TODAY)));
        var purchases = Objects.requireNonNull(memories.getFirst().purchases());
        var twice = new Purchases(purchases.days(), purchases.first(), purchases.last(), purchases.calendar(),
                purchases.gapSquares(),
                purchases.decayedCount(), purchases.decayedSpend(), purchases.spend(),
                purchases.margin().plus(purchases.margin()));

        assertThat(parameters.of(twice, TODAY).lifetimeValue())
                .isCloseTo(2 * parameters.of(purchases, TODAY).lifetimeValue(), within(1e-9));
    }
}
