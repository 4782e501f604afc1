package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Trust;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;

/** What merge, unmerge and refold rest on: memory is a function of the events, not of how they came. */
class MemoryFoldProperties {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Money is compared to the last digit; only what fades, an estimate by nature, up to rounding. */
    private static final RecursiveComparisonConfiguration ONLY_WHAT_FADES_IS_ROUNDED = RecursiveComparisonConfiguration.builder()
            .withComparatorForFields(MemoryFoldProperties::compareRounded, "purchases.decayedCount", "purchases.decayedSpend")
            .build();

    @Property(tries = 500)
    void isTheSameInWhateverOrderEventsArrive(@ForAll("histories") List<CustomerEvent> history, @ForAll int seed) {
        var shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(fold(shuffled)).usingRecursiveComparison(ONLY_WHAT_FADES_IS_ROUNDED).isEqualTo(fold(history));
    }

    @Property(tries = 200)
    void aMergeRemembersBothHoweverTheirEventsCameBetweenOneAnother(
            @ForAll("histories") List<CustomerEvent> hers, @ForAll("histories") List<CustomerEvent> his, @ForAll int seed) {
        var oneAfterTheOther = new ArrayList<>(hers);
        oneAfterTheOther.addAll(his);

        assertThat(fold(between(hers, his, new Random(seed)))).usingRecursiveComparison(ONLY_WHAT_FADES_IS_ROUNDED)
                .isEqualTo(fold(oneAfterTheOther));
    }

    /** Each history in its own order, as a log has them. */
    private static List<CustomerEvent> between(List<CustomerEvent> hers, List<CustomerEvent> his, Random random) {
        var log = new ArrayList<CustomerEvent>();
        var left = new ArrayList<>(hers);
        var right = new ArrayList<>(his);
        while (!left.isEmpty() || !right.isEmpty()) {
            log.add((right.isEmpty() || !left.isEmpty() && random.nextBoolean() ? left : right).removeFirst());
        }
        return log;
    }

    private static Memory fold(List<CustomerEvent> history) {
        var memory = Memory.blank(7);
        for (var event : history) {
            memory = MemoryFold.fold(memory, event, SHANGHAI, 180);
        }
        return memory;
    }

    private static int compareRounded(Object fading, Object otherFading) {
        double one = (Double) fading;
        double other = (Double) otherFading;
        return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)) ? 0 : Double.compare(one, other);
    }

    @Provide
    Arbitrary<List<CustomerEvent>> histories() {
        var minutes = Arbitraries.integers().between(0, 3 * 365 * 24 * 60);
        return Combinators.combine(minutes, Arbitraries.integers().between(0, 11), Arbitraries.integers().between(0, 5))
                .as(MemoryFoldProperties::event).list().ofMaxSize(40);
    }

    /** By one of three addresses, claimed or verified. */
    private static CustomerEvent by(int which, CustomerEvent word) {
        return new CustomerEvent(word.id(), word.source(), word.type(),
                List.of(new Identity(Identity.Kind.EMAIL, "a" + which % 3 + "@example.org")), word.time(), word.data(),
                which < 3 ? Trust.CLAIMED : Trust.VERIFIED);
    }

    private static CustomerEvent event(int minute, int kind, int which) {
        var at = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60L * minute).toString();
        return switch (kind) {
            case 0, 1 ->
                Events.order(at, Events.line("Candles", 0.10 + which * 33.30, 0.253), Events.line("Line " + which, 3.07, 0.381));
            case 2 -> Events.returned(at, Events.line("Candles", 1.01 + which, 0.253));
            case 3 -> Events.delivered(at, "O" + which);
            case 4 -> Events.told(at, "name", "Name " + which);
            case 5 -> by(which, Events.consented(at));
            case 6 -> by(which, Events.withdrew(at));
            case 7 -> Events.mail(at, "question " + which);
            case 8 -> Events.resolved(at, "C" + minute % 10_000);
            case 9 -> Events.overdue(at, "I" + which, 99.99 + which);
            case 10 -> Events.paid(at, "I" + which, 0.10);
            default -> Events.complained(at, "C" + minute % 10_000);
        };
    }
}
