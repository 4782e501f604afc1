package io.rapport.console.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.rapport.facts.Conclusion;
import io.rapport.facts.Decision;
import io.rapport.facts.Reason;

class HistoryViewTests {

    @Test
    void aFigureIsALineFromItsLeastToItsMost() {
        var figure = new HistoryView.Figure("current-value", "current value", Arrays.asList(null, 10.0, 30.0));

        assertThat(figure.line()).isEqualTo("120.0,34.0 240.0,2.0");
        assertThat(figure.known()).isTrue();
    }

    @Test
    void oneKnownPointIsNoLine() {
        assertThat(new HistoryView.Figure("x", "x", Arrays.asList(null, 10.0)).line()).isEmpty();
        assertThat(new HistoryView.Figure("x", "x", Arrays.asList(null, null)).known()).isFalse();
    }

    @Test
    void whatNeverChangesIsALineInTheMiddle() {
        assertThat(new HistoryView.Figure("x", "x", List.of(5.0, 5.0)).line()).isEqualTo("0.0,18.0 240.0,18.0");
    }

    @Test
    void everyChangeIsToldWithWhatStoodBefore() {
        var changes = Insights.allChanges(List.of(decision("2026-03-03", "gold", null), decision("2026-03-02", "silver", "basic"),
                decision("2026-03-01", "silver", "basic")));

        assertThat(changes).extracting(change -> change.concept() + ": " + change.from() + " > " + change.to())
                .containsExactly("tier: silver > gold", "relationship: basic > ", "tier:  > silver", "relationship:  > basic");
        assertThat(changes.getFirst().at()).isEqualTo("2026-03-03T00:00:00Z");
    }

    private static Decision decision(String day, String tier, @org.jspecify.annotations.Nullable String relationship) {
        var why = new Reason("RULE-001/1", List.of());
        var tiers = List.of(new Conclusion("tier", "", tier, why), new Conclusion("topic", "", "praise", why));
        var all = relationship == null ? tiers
                : List.of(tiers.getFirst(), new Conclusion("relationship", "product line/Candles", relationship, why));
        return new Decision("e" + day, 7, Instant.parse(day + "T00:00:00Z"), "rulebook", "snapshot", all, List.of(), List.of(),
                List.of());
    }
}
