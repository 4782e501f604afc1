package io.rapport.customer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Tally;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.slf4j.LoggerFactory;

/**
 * Counts a population of a million: the first time with a fit of the forecasts, then with a fresh one. Customers are written by
 * the room's own store; a fifth of them has not bought, the others bought on up to sixty days of two years, of up to five lines.
 */
public final class SnapshotBench {

    private static final LocalDate OPENS = LocalDate.of(2024, 11, 1);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static final int CHUNK = 5_000;

    private static final int DAYS = 730;

    private static final String[] TIERS = {"diamond", "gold", "silver", "iron", "lead"};

    private final Random random = new Random(1);

    private SnapshotBench() {}

    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        var customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        var folder = Files.createTempDirectory("rapport-snapshot");
        try (var books = new Books(folder)) {
            var begun = System.nanoTime();
            new SnapshotBench().fill(books, customers);
            System.out.printf(Locale.ROOT, "%,d customers written in %.1f s, %,d MB on disk%n", customers, since(begun), size(folder) >> 20);
            count(books, "with a fit of the forecasts", TODAY);
            count(books, "with forecasts still fresh", TODAY.plusDays(1));
            count(books, "with forecasts still fresh", TODAY.plusDays(2));
        }
        System.exit(0);
    }

    private static void count(Books books, String how, LocalDate day) {
        System.gc();
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        var begun = System.nanoTime();
        var snapshot = books.transaction(
                () -> books.get(Snapshots.class).take(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
        var seconds = since(begun);
        var peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(Locale.ROOT, "snapshot of %,d buyers %s: %.1f s; heap at most %,d MB of %,d MB; %d measures%n",
                snapshot.customers(), how, seconds, peak >> 20, Runtime.getRuntime().maxMemory() >> 20,
                snapshot.measures().size());
    }

    private void fill(Books books, int customers) {
        var sessions = books.get(Sessions.class);
        for (var from = 1; from <= customers; from += CHUNK) {
            var rows = new ArrayList<CustomerRow>(CHUNK);
            for (var id = from; id < from + CHUNK && id <= customers; id++) {
                rows.add(row(id));
            }
            books.transaction(() -> sessions.insert(rows));
        }
    }

    private CustomerRow row(long id) {
        var row = new CustomerRow();
        row.id = id;
        row.format = MemoryCodec.FORMAT;
        row.memory = MemoryCodec.write(memory(id));
        row.standing = "status=repeat\ntier=" + TIERS[(int) (id % TIERS.length)]
                + "\npotential-rate=30\ncost-of-message=0.02\ncost-of-call=5\ncost-of-visit=60\ncost-of-complaint=12\n#=0\n";
        return row;
    }

    /** Buys with a rate and leaves with a probability of his own. */
    private Memory memory(long id) {
        var blank = Memory.blank(id);
        if (random.nextInt(5) == 0) {
            return blank;
        }
        var gap = 5 - 60 * Math.log(random.nextDouble());
        var leaves = random.nextDouble() * 0.3;
        Purchases purchases = null;
        var tallies = new HashMap<String, Tally>();
        var lines = new HashMap<String, Memory.LineMemory>();
        for (var day = random.nextInt(DAYS); day < DAYS; day += 1 + (int) (-gap * Math.log(random.nextDouble()))) {
            var date = OPENS.plusDays(day);
            var at = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
            var amount = Math.round(1_000 + 5_000 * random.nextDouble()) / 100.0;
            purchases = purchases == null ? Purchases.of(date, amount, amount * 0.3) : purchases.plus(date, amount, amount * 0.3, 182);
            tally(tallies, EventTypes.ORDER_PLACED, at, date, amount);
            tally(tallies, "margin", at, date, amount * 0.3);
            lines.merge("line " + (id + random.nextInt(5)) % 40, new Memory.LineMemory(1, amount, amount * 0.3, date),
                    (one, other) -> new Memory.LineMemory(one.orders() + 1, one.spend() + other.spend(), one.margin() + other.margin(),
                            date));
            if (random.nextDouble() < leaves) {
                break;
            }
        }
        return new Memory(id, tallies, purchases, lines, blank.complaints(), blank.deliveries(),
                Map.of(Memory.ACQUISITION_SOURCE, "source " + id % 7), blank.traitsAt(), blank.consents(), blank.concluded(),
                blank.occasions(), Instant.EPOCH);
    }

    private static void tally(Map<String, Tally> tallies, String name, Instant at, LocalDate day, double amount) {
        var before = tallies.get(name);
        tallies.put(name, before == null ? Tally.of(at, (int) day.toEpochDay(), amount) : before.plus(at, (int) day.toEpochDay(), amount));
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long size(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
