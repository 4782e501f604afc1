package io.rapport.publishing.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;

import io.rapport.facts.CustomerEvent;
import io.rapport.intake.HistoryFile;
import io.rapport.intake.OrderFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The year of real orders that ships, without Spring and without a database. */
class SampleTests {

    private static final Path SAMPLE = Path.of("src/samples/orders-online-retail.csv");

    @TempDir
    private Path folder;

    @Test
    void aHistoryFileIsComparedWithNothingRunning() {
        try (var live = Histories.shipped();
                var candidate = Histories.shippedBut("3-churn/churn-level.csv", "0.7 and above", "0.8 and above")) {
            var report = DryRun.of(Histories.context(live), candidate, DryRun.Settings.usual())
                    .run(EventSource.of("sample", "sample", SampleTests::read, () -> 0), folder, _ -> {}, () -> false);

            assertThat(report.subject().customers()).isEqualTo(122);
            assertThat(report.subject().events()).isEqualTo(988);
            assertThat(report.values()).filteredOn(value -> value.concept().equals("churn-level")).singleElement()
                    .satisfies(level -> assertThat(level.changed()).isPositive());
            assertThat(report.score().candidate().flagged().customers())
                    .isGreaterThan(report.score().live().flagged().customers());
            assertThat(report.affected()).allSatisfy(row -> assertThat(row.who()).startsWith("order-system:"));
            assertThat(report.summary(Locale.ENGLISH)).contains("988 events of 122 customers",
                    "did not come back within 90 days");
        }
    }

    private static void read(Consumer<CustomerEvent> each) {
        var clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        try {
            HistoryFile.mappedBy(Path.of("routes"), "GB", clock).read(SAMPLE, (found, _) -> {
                if (found instanceof OrderFile.Event event) {
                    each.accept(event.event());
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
