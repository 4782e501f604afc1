package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
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
    void aMergeRemembersTheUnionAndAnUnmergeForgetsIt(
            @ForAll("histories") List<CustomerEvent> hers, @ForAll("histories") List<CustomerEvent> his) {
        var union = new ArrayList<>(hers);
        union.addAll(his);
        var asIfAlwaysOne = new ArrayList<>(union);
        asIfAlwaysOne.sort(Comparator.comparing(CustomerEvent::time));

        assertThat(fold(union)).usingRecursiveComparison(ONLY_WHAT_FADES_IS_ROUNDED).isEqualTo(fold(asIfAlwaysOne));
        assertThat(fold(hers)).usingRecursiveComparison().isEqualTo(fold(List.copyOf(hers)));
    }

    @Property(tries = 100)
    void foldsTheSameHistoryToTheSameMemory(@ForAll("histories") List<CustomerEvent> history) {
        assertThat(fold(history)).isEqualTo(fold(history));
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

    private static CustomerEvent event(int minute, int kind, int which) {
        var at = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60L * minute).toString();
        return switch (kind) {
            case 0, 1 ->
                Events.order(at, Events.line("Candles", 0.10 + which * 33.30, 0.253), Events.line("Line " + which, 3.07, 0.381));
            case 2 -> Events.returned(at, Events.line("Candles", 1.01 + which, 0.253));
            case 3 -> Events.delivered(at, "O" + which);
            case 4 -> Events.told(at, "name", "Name " + which);
            case 5 -> Events.consented(at);
            case 6 -> Events.withdrew(at);
            case 7 -> Events.mail(at, "question " + which);
            case 8 -> Events.resolved(at, "C" + minute % 10_000);
            case 9 -> Events.overdue(at, "I" + which, 99.99 + which);
            case 10 -> Events.paid(at, "I" + which, 0.10);
            default -> Events.complained(at, "C" + minute % 10_000);
        };
    }
}
