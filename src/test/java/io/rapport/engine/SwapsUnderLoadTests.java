package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import io.rapport.engine.start.Occupied;
import io.rapport.publishing.Publication;
import io.rapport.publishing.Publisher;
import io.rapport.rulebook.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rules are published one after the other while events come in, every second one broken: unreadable, or against an example. No
 * event may fail, none may be decided by a version that was refused, and old versions may leave nothing behind. The long form
 * is part of {@code -Pcrash}.
 */
class SwapsUnderLoadTests {

    private static final int SWAPS = Integer.getInteger("swaps", 40);
    private static final int WORKERS = 3;
    private static final String TIERS = "1-classify/value-tier.csv";
    private static final RuleFiles SHIPPED = RuleFiles.ofFolder(Path.of("rules"));

    /** A compiled version has several hundred classes; what is loaded late for the first time is far less. */
    private static final long CLASSES_MAY_GROW = 1_500;
    private static final long METASPACE_MAY_GROW = 8L << 20;
    private static final long HEAP_MAY_GROW = 48L << 20;

    @TempDir
    Path directory;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void noEventFailsNoneIsDecidedByARefusedVersionAndNothingIsLeftBehind() throws Exception {
        try (var engine = new Transactions(directory, Instant.parse("2026-03-02T12:00:00Z"),
                Map.of("rapport.publishing.features", features()));
                var workers = Executors.newFixedThreadPool(WORKERS)) {
            var publisher = engine.get(Publisher.class);
            var valid = new HashSet<>(Set.of(publisher.live().version()));
            var running = new ArrayList<Future<?>>();
            for (var lane = 0; lane < WORKERS; lane++) {
                var first = lane;
                running.add(workers.submit(() -> takeEvents(engine, first)));
            }

            var early = swap(publisher, 0, SWAPS / 10, valid);
            var late = swap(publisher, SWAPS / 10, SWAPS, valid);

            stopped.set(true);
            awaitAll(running);
            var decidedBy = decidedBy(engine);
            System.out.printf(
                    "%d swaps, half of them refused, over %d events decided by %d versions%n  after %d: %s%n  after %d: %s%n",
                    SWAPS, taken.get(), decidedBy.size(), SWAPS / 10, early, SWAPS, late);
            assertThat(valid).containsAll(decidedBy);
            assertThat(decidedBy).hasSizeGreaterThan(SWAPS / 10);
            assertThat(late.classes() - early.classes()).as("classes left behind").isLessThan(CLASSES_MAY_GROW);
            assertThat(late.metaspace() - early.metaspace()).as("metaspace left behind").isLessThan(METASPACE_MAY_GROW);
            assertThat(late.heap() - early.heap()).as("heap left behind").isLessThan(HEAP_MAY_GROW);
        }
    }

    private Occupied swap(Publisher publisher, int from, int to, Set<String> valid) {
        for (var turn = from; turn < to; turn++) {
            var files = switch (turn % 4) {
                case 1 -> changed("100,lead", "l00,lead" + turn);
                case 3 -> changed("\n1,diamond", "\n0." + (100 + turn) + ",diamond");
                default -> changed("\n20,silver", "\n20." + "%05d".formatted(turn + 1) + ",silver");
            };
            var before = publisher.live();
            var publication = publisher.publish(files, publisher.draftFeatures(), "somebody", "turn " + turn);
            if (turn % 2 == 0) {
                assertThat(publication).isInstanceOf(Publication.Published.class);
                valid.add(files.hash());
            } else {
                assertThat(publication).isInstanceOf(Publication.Refused.class);
                assertThat(publisher.live()).isSameAs(before);
            }
        }
        return Occupied.now();
    }

    private void takeEvents(Transactions engine, int lane) {
        for (var round = 0; !stopped.get(); round++) {
            var customer = "lane" + lane + "-customer" + round % 50;
            engine.take(Told.order(lane + "-" + round, Instant.parse("2026-03-02T12:00:00Z"), 10, Told.account(customer)),
                    Told.complaint(lane + "-" + round, Instant.parse("2026-03-02T12:00:00Z"), Told.account(customer)));
            taken.addAndGet(2);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** A failed event is an exception here, since nothing stands between it and the transaction. */
    private static void awaitAll(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (var worker : running) {
            worker.get();
        }
    }

    private static Set<String> decidedBy(Transactions engine) {
        return new HashSet<>(new JdbcTemplate(engine.get(DataSource.class))
                .queryForList("select distinct rulebook from decision", String.class));
    }

    private String features() throws IOException {
        var folder = Files.createDirectories(directory.resolve("features"));
        Files.copy(Path.of("features/1-classify/value-tier.feature"), folder.resolve("value-tier.feature"));
        return folder.toString();
    }

    private static RuleFiles changed(String words, String others) {
        var texts = new TreeMap<>(SHIPPED.texts());
        assertThat(texts.get(TIERS)).contains(words);
        texts.computeIfPresent(TIERS, (file, text) -> text.replace(words, others));
        return new RuleFiles(texts);
    }
}
