package io.rapport.console.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Decimal;
import io.rapport.console.Amounts;
import io.rapport.customer.CustomerSearch;
import io.rapport.decision.Context;
import io.rapport.engine.Contexts;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.ModelParameters;
import io.rapport.rulebook.Shelf;
import org.junit.jupiter.api.Test;

/** Whom to rescue and whom to win back, by the figures of the shipped vocabulary and the published forecasts. */
class ChurnListTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private static final CustomerSearch.Remembered NEVER_BOUGHT = remembered(1, Memory.blank(1));
    private static final CustomerSearch.Remembered RECENT = bought(2, 100, 40);
    private static final CustomerSearch.Remembered SILENT = bought(3, 80, 700);
    private static final CustomerSearch.Remembered SILENT_TOO = bought(4, 80, 700);
    private static final CustomerSearch.Remembered RETURNED_MORE = bought(5, -50, 700);

    private final CustomerSearch search = mock();
    private final Contexts contexts = mock();
    private final ChurnList list = new ChurnList(
            search, contexts, Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
            new Amounts(() -> "EUR"));

    @Test
    void rescueIsRankedByTheMarginAtRiskAndTheUnknownStandLast() {
        found("rescue", NEVER_BOUGHT, RECENT, RETURNED_MORE, SILENT_TOO, SILENT);

        var lines = list.now().rescue().lines();

        assertThat(lines).extracting(ChurnList.Line::id).containsExactly(3L, 4L, 2L, 5L, 1L);
        assertThat(lines.getLast().worth()).isEqualTo("unknown");
        assertThat(lines.get(3).worth()).startsWith("-");
    }

    @Test
    void winBackIsRankedByTheSecondLifetimeValueAndTheUnknownStandLast() {
        found("win-back", NEVER_BOUGHT, RETURNED_MORE, SILENT_TOO, SILENT, RECENT);

        var lines = list.now().winBack().lines();

        assertThat(lines).extracting(ChurnList.Line::id).containsExactly(2L, 3L, 4L, 5L, 1L);
        assertThat(lines).extracting(ChurnList.Line::worth).last().isEqualTo("unknown");
    }

    private void found(String retention, CustomerSearch.Remembered... customers) {
        when(contexts.now()).thenReturn(new Context(Shelf.SHIPPED,
                new Snapshot("s", TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), 0, ModelParameters.published(TODAY).measure(),
                        Map.of()),
                ZoneOffset.UTC, 180));
        when(search.remembered(eq("retention"), eq(retention), anyInt())).thenReturn(List.of(customers));
    }

    /** Two purchases, a month from each other, the later one so many days ago. */
    private static CustomerSearch.Remembered bought(long id, double margin, int daysAgo) {
        var last = TODAY.minusDays(daysAgo);
        var purchases = Purchases.of(last.minusDays(30), Decimal.of(200), Decimal.nearest(margin)).plus(last, Decimal.of(200),
                Decimal.nearest(margin), 180);
        return remembered(id, Memory.blank(id).withPurchases(purchases, Map.of()));
    }

    private static CustomerSearch.Remembered remembered(long id, Memory memory) {
        return new CustomerSearch.Remembered(new CustomerSearch.Line(id, "Li Lei", Map.of(), null, null), memory);
    }
}
