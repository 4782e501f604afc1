package io.rapport.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DaySetTests {

    @Test
    void isEmptyAtFirst() {
        assertThat(DaySet.NONE.contains(0)).isFalse();
        assertThat(DaySet.NONE.before(0)).isEqualTo(DaySet.NO_DAY);
        assertThat(DaySet.NONE.after(0)).isEqualTo(DaySet.NO_DAY);
    }

    @Property
    void knowsItsDaysAndTheirNeighboursLikeASortedSet(
            @ForAll @Size(max = 30) List<@IntRange(min = -400, max = 400) Integer> days,
            @ForAll @IntRange(min = -500, max = 500) int asked) {
        var sorted = new TreeSet<>(days);
        var set = DaySet.NONE;
        for (var day : days) {
            set = set.with(day);
        }

        assertThat(set.contains(asked)).isEqualTo(sorted.contains(asked));
        assertThat(set.before(asked)).isEqualTo(Objects.requireNonNullElse(sorted.lower(asked), DaySet.NO_DAY));
        assertThat(set.after(asked)).isEqualTo(Objects.requireNonNullElse(sorted.higher(asked), DaySet.NO_DAY));
    }
}
