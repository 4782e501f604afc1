package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapport.action.Outbox;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.customer.Everybody;
import io.rapport.customer.ImportAbandoned;
import io.rapport.customer.Known;
import io.rapport.customer.Population;
import io.rapport.customer.Snapshots;
import io.rapport.engine.queue.BrokenConnections;
import io.rapport.engine.queue.FullDisk;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryImportTests {

    private static final Instant TODAY = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void startedAgainAfterAnyEndItGoesOnAsIfNothingHadHappened() throws Exception {
        var file = years();
        Map<String, Object> uninterrupted;
        try (var engine = new Transactions(directory.resolve("one"), TODAY)) {
            engine.get(HistoryImport.class).run(file, progress -> {});
            uninterrupted = everything(engine);
        }

        for (var start = 1; start <= 2; start++) {
            try (var engine = new Transactions(directory.resolve("two"), TODAY)) {
                assertThatThrownBy(() -> endsAfter(4, file, engine)).isInstanceOf(Killed.class);
                assertThat(engine.get(HistoryImport.class).unfinished()).singleElement()
                        .satisfies(left -> assertThat(left.name()).isEqualTo("years.csv"));
            }
        }
        try (var engine = new Transactions(directory.resolve("two"), TODAY)) {
            engine.get(HistoryImport.class).run(file, progress -> {});

            assertThat(everything(engine)).isEqualTo(uninterrupted);
        }
    }

    @Test
    void onAFullDiskItWaitsAndGoesOnByItself() throws Exception {
        var file = years();
        try (var engine = new Transactions(directory.resolve("full"), TODAY, Map.of("rapport.engine.longest-pause", "100ms",
                "rapport.publishing.features", "no-features"))) {
            var imports = engine.get(HistoryImport.class);
            var room = engine.get(AtomicLong.class);
            var steps = new AtomicInteger();
            var thread = Thread.ofVirtual().start(() -> imports.run(file, progress -> {
                if (steps.incrementAndGet() == 3) {
                    room.set(10);
                }
            }));

            await().atMost(Duration.ofSeconds(60)).until(imports::isWaiting);
            var soFar = imports.unfinished().getFirst().events();
            assertThat(imports.isRunning()).isTrue();
            room.set(Long.MAX_VALUE);

            assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
            assertThat(imports.unfinished()).isEmpty();
            assertThat(imports.running()).satisfies(end -> assertThat(end.progress().events()).isGreaterThan(soFar));
            assertThat(imports.isWaiting()).isFalse();
        }
    }

    @Test
    void whileTheDatabaseIsAwayItWaitsAndGoesOnByItself() throws Exception {
        var file = years();
        FullDisk.register();
        try (var engine = new Transactions(directory.resolve("away"), TODAY, Map.of("rapport.engine.longest-pause", "100ms",
                "rapport.publishing.features", "no-features",
                "spring.datasource.url", "jdbc:h2:" + FullDisk.SCHEME + ":" + directory.resolve("away") + ";WRITE_DELAY=0",
                "spring.datasource.hikari.connection-test-query", "select 1",
                "spring.datasource.hikari.exception-override-class-name", BrokenConnections.class.getName()))) {
            var imports = engine.get(HistoryImport.class);
            var steps = new AtomicInteger();
            var thread = Thread.ofVirtual().start(() -> imports.run(file, progress -> {
                if (steps.incrementAndGet() == 3) {
                    FullDisk.fill();
                }
            }));

            await().atMost(Duration.ofSeconds(60)).until(imports::isWaiting);
            FullDisk.empty();

            assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
            assertThat(imports.unfinished()).isEmpty();
        } finally {
            FullDisk.empty();
        }
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        var file = years();
        try (var engine = new Transactions(directory, TODAY)) {
            var first = engine.get(HistoryImport.class).run(file, progress -> {});
            var before = everything(engine);

            assertThat(engine.get(HistoryImport.class).run(file, progress -> {})).isEqualTo(first);

            assertThat(everything(engine)).isEqualTo(before);
        }
    }

    @Test
    void decidesAsOfEachDateAndActsOnNothing() throws Exception {
        try (var engine = new Transactions(directory, TODAY)) {
            engine.get(HistoryImport.class).run(years(), progress -> {});

            assertThat(engine.get(Outbox.class).counts()).isEmpty();
            var timeline = timeline("1", engine);
            assertThat(timeline).extracting(item -> item.event().type()).contains(EventTypes.STAGE_MOVED)
                    .doesNotContain(EventTypes.CUSTOMER_CONTACTED);
            assertThat(timeline).filteredOn(item -> item.decision() != null)
                    .allSatisfy(item -> assertThat(item.decision().at()).isBetween(item.event().time(), TODAY))
                    .allSatisfy(item -> assertThat(item.decision().actions()).isEmpty());
            var moved = timeline.reversed().stream().map(item -> item.event())
                    .filter(event -> event.data() instanceof EventData.Move).toList();
            assertThat(moved).extracting(event -> event.time()).isSorted();
        }
    }

    @Test
    void countsThePopulationAtTheEndOfEachMonth() throws Exception {
        try (var engine = new Transactions(directory, TODAY)) {
            engine.get(HistoryImport.class).run(years(), progress -> {});

            var snapshots = engine.get(Snapshots.class);
            assertThat(snapshots.latestBefore(Instant.parse("2025-03-15T00:00:00Z")).id()).isEqualTo("2025-03-01T00:00:00Z");
            assertThat(snapshots.latest().customers()).isEqualTo(130);
            assertThat(engine.get(Population.class).countValues().get("tier")).containsKeys("diamond", "gold", "lead");
        }
    }

    @Test
    void whatCannotBeReadGoesToQuarantineAndTheRestGoesOn() throws Exception {
        var file = Files.writeString(directory.resolve("orders.csv"), """
                invoice,stock_code,description,quantity,ts,unit_price,customer_id
                1,A,WHITE LANTERN,2,2025-01-05 10:00:00,2.50,77
                2,A,WHITE LANTERN,two,2025-01-06 10:00:00,2.50,77
                3,A,WHITE LANTERN,2,2025-01-07 10:00:00,2.50,77
                """);
        try (var engine = new Transactions(directory, TODAY)) {
            var end = engine.get(HistoryImport.class).run(file, progress -> {});

            assertThat(end.events()).isEqualTo(2);
            assertThat(engine.get(io.rapport.intake.Quarantine.class).list(null, 0, 10)).singleElement()
                    .satisfies(bad -> assertThat(bad.reason()).contains("orders.csv:3"));
        }
    }

    @Test
    void whatNoDoorLetsInComesInByNoImport() throws Exception {
        var file = Files.writeString(directory.resolve("old.csv"), """
                invoice,stock_code,description,quantity,ts,unit_price,customer_id
                1,A,WHITE LANTERN,2,1969-12-31 10:00:00,2.50,77
                2,A,WHITE LANTERN,2,1899-12-30 00:00:00,2.50,77
                3,A,WHITE LANTERN,2,2025-01-07 10:00:00,2.50,77
                """);
        try (var engine = new Transactions(directory, TODAY)) {
            var end = engine.get(HistoryImport.class).run(file, progress -> {});

            assertThat(end.events()).isEqualTo(1);
            assertThat(timeline("77", engine)).filteredOn(item -> item.event().is(EventTypes.ORDER_PLACED)).hasSize(1);
            assertThat(engine.get(io.rapport.intake.Quarantine.class).list(null, 0, 10)).hasSize(2)
                    .allSatisfy(bad -> assertThat(bad.reason()).containsAnyOf("1969", "1899"));
        }
    }

    @Test
    void anUnfinishedImportSilencesNobodyOnceItHasEnded() throws Exception {
        var file = years();
        try (var engine = new Transactions(directory, TODAY)) {
            engine.take(Told.introduction("anna", TODAY, "1990-03-04", Told.email("anna")));
            assertThatThrownBy(() -> endsAfter(4, file, engine)).isInstanceOf(Killed.class);
            engine.moveTo(Instant.parse("2026-03-05T12:00:00Z"));

            engine.get(Reviews.class).playDue();

            assertThat(reviews("anna@example.org", engine)).as("her birthday was seen").isPositive();
            assertThat(engine.get(HistoryImport.class).unfinished()).singleElement().satisfies(left -> {
                assertThat(left.since()).isEqualTo(TODAY);
                assertThat(left.events()).isPositive();
                assertThat(left.reached()).isBefore(TODAY);
            });
        }
    }

    @Test
    void whileAnImportRunsOnlyThoseWaitWhomItTouches() throws Exception {
        var file = years();
        try (var engine = new Transactions(directory, TODAY)) {
            engine.take(Told.introduction("anna", TODAY, "1990-03-04", Told.email("anna")));
            engine.moveTo(Instant.parse("2026-03-05T12:00:00Z"));
            var left = new int[] {4};

            engine.get(HistoryImport.class).run(file, progress -> {
                if (--left[0] == 0) {
                    engine.get(Reviews.class).playDue();
                    assertThat(reviews("anna@example.org", engine)).isPositive();
                    assertThat(timeline("1", engine)).filteredOn(item -> item.decision() != null).isNotEmpty()
                            .allSatisfy(item -> assertThat(item.decision().at()).isBefore(TODAY));
                }
            });

            assertThat(left[0]).isNegative();
            assertThat(engine.get(HistoryImport.class).unfinished()).isEmpty();
        }
    }

    @Test
    void anImportIsGivenUpWhileItRunsAndGoesOnLaterWhereItWas() throws Exception {
        var file = years();
        try (var engine = new Transactions(directory, TODAY)) {
            var histories = engine.get(HistoryImport.class);
            var reached = new long[1];

            assertThatThrownBy(() -> histories.run(file, progress -> {
                reached[0] = progress.events();
                histories.unfinished().forEach(unfinished -> histories.abandon(unfinished.file(), "test"));
            })).isInstanceOf(ImportAbandoned.class);

            assertThat(histories.unfinished()).isEmpty();
            assertThat(histories.isRunning()).isFalse();
            assertThat(histories.abandon("unknown", "test")).isFalse();
            var first = new long[] {-1};
            var end = histories.run(file, progress -> first[0] = first[0] < 0 ? progress.events() : first[0]);
            assertThat(first[0]).as("it went on where it was").isGreaterThanOrEqualTo(reached[0]);
            assertThat(end.events()).isGreaterThan(first[0]);
        }
    }

    private static long reviews(String address, Transactions engine) {
        var customer = engine.get(CustomerSearch.class).find(new Identity(Identity.Kind.EMAIL, address));
        return engine.get(CustomerFile.class).timeline(Objects.requireNonNull(customer), 0, 1_000).stream()
                .filter(item -> item.event().is(EventTypes.REVIEW_DUE)).count();
    }

    private static void endsAfter(int batches, Path file, Transactions engine) {
        var left = new int[] {batches};
        engine.get(HistoryImport.class).run(file, progress -> {
            if (--left[0] == 0) {
                throw new Killed();
            }
        });
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Memories, next reviews, values and log, by what does not differ between two databases. */
    private static Map<String, Object> everything(Transactions engine) {
        var customers = new ArrayList<Known>();
        engine.get(Everybody.class).forEach(customers::add);
        var everything = new TreeMap<String, Object>();
        for (var customer : customers) {
            var timeline = engine.get(CustomerFile.class).timeline(customer.id(), 0, 10_000);
            var who = engine.get(CustomerFile.class).identities(List.of(customer.id())).get(customer.id()).getFirst().key();
            everything.put(who, List.of(
                    new TreeMap<>(customer.memory().tallies()), String.valueOf(customer.nextReview()), customer.standing(),
                    timeline.stream().map(item -> item.event().type() + item.event().time()).toList()));
        }
        everything.put("values", engine.get(Population.class).countValues());
        return everything;
    }

    private static List<CustomerFile.Item> timeline(String number, Transactions engine) {
        var customer = engine.get(CustomerSearch.class).find(new Identity(Identity.Kind.ORDER_SYSTEM, number));
        return engine.get(CustomerFile.class).timeline(Objects.requireNonNull(customer), 0, 1_000);
    }

    /** 130 customers, each with his own rhythm and size, over fourteen months; every seventh order of nobody known. */
    private Path years() throws Exception {
        var lines = new TreeMap<String, String>();
        for (var customer = 1; customer <= 130; customer++) {
            for (var order = 0; order < 2 + customer % 9; order++) {
                var at = Instant.parse("2025-01-03T10:00:00Z")
                        .plusSeconds(86_400L * (customer % 40 + order * (9L + customer % 31)));
                var time = at.toString().replace('T', ' ').replace("Z", "");
                lines.put(time + customer, "%d-%d,85123A,WHITE HANGING HEART T-LIGHT HOLDER,%d,%s,2.55,%s".formatted(
                        customer, order, 1 + customer % 17, time, (customer + order) % 7 == 0 ? "" : customer));
            }
        }
        var file = directory.resolve("years.csv");
        Files.writeString(file, "invoice,stock_code,description,quantity,ts,unit_price,customer_id\n"
                + String.join("\n", lines.values()) + "\n");
        return file;
    }
}
