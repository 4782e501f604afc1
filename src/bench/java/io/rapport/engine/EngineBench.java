package io.rapport.engine;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.OperatingSystemMXBean;
import io.rapport.Rapport;
import io.rapport.customer.BareBooks;
import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.engine.queue.EmbeddedBroker;
import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventQueue;
import io.rapport.publishing.Publisher;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The engine against a bare reference, in turns, in one process: the same events, rulebook, snapshot, durability and rows, each
 * on a copy of the same database and on a broker of its own. Prints events per second from the first send to the last commit,
 * CPU per event, the ratio of each pair, and the engine's latency at half load.
 *
 * <p>Arguments: customers, events a round, rounds (default 100000 50000 5; the first round warms up and is not counted).
 */
public final class EngineBench {

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int CHUNK = 1_000;
    private static final int SENDERS = 4;
    /** The doors' path of single sends is compiled late; what it costs then says nothing about the day. */
    private static final int WARM_SECONDS = 15;
    private static final int COUNTED_SECONDS = 20;

    private final int customers;
    private final int events;
    private final int rounds;
    private final Path directory;

    private EngineBench(int customers, int events, int rounds, Path directory) {
        this.customers = customers;
        this.events = events;
        this.rounds = rounds;
        this.directory = directory;
    }

    /** Events per second and CPU microseconds per event of one measurement. */
    private record Figure(double rate, double cpuMicros) {}

    /** Something that hands over events and returns once all are committed. */
    private interface Load {
        void run(List<CustomerEvent> events) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("io.netty.noUnsafe", "false");
        var bench = new EngineBench(number(args, 0, 100_000), number(args, 1, 50_000), number(args, 2, 5),
                Files.createTempDirectory("rapport-bench"));
        bench.run();
        System.exit(0);
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }

    private void run() throws Exception {
        var engineData = directory.resolve("engine");
        try (var first = start(engineData)) {
            populate(first);
        }
        var bareData = directory.resolve("bare");
        Files.createDirectories(bareData);
        Files.copy(engineData.resolve("rapport.mv.db"), bareData.resolve("rapport.mv.db"));
        try (var engine = start(engineData); var connection = open(bareData)) {
            compare(engine, connection);
        }
    }

    private ConfigurableApplicationContext start(Path data) {
        return SpringApplication.run(Rapport.class, "--rapport.data-directory=" + data, "--server.port=0",
                "--logging.level.root=error", "--rapport.engine.routes=" + directory.resolve("no-routes"));
    }

    private static Connection open(Path data) throws SQLException {
        var connection = DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("rapport").toAbsolutePath() + ";WRITE_DELAY=0", "rapport", "");
        connection.setAutoCommit(false);
        return connection;
    }

    private void populate(ConfigurableApplicationContext context) throws Exception {
        var begun = System.nanoTime();
        var load = engineLoad(context);
        var all = new BenchEvents("first", customers, Instant.now().minus(Duration.ofDays(30)), 1).firstOrders();
        load.run(all);
        context.getBean(SnapshotSchedule.class).takeNow();
        System.out.printf(Locale.ROOT, "%,d customers in %.0f s%n", customers, (System.nanoTime() - begun) / 1e9);
    }

    private void compare(ConfigurableApplicationContext engine, Connection connection) throws Exception {
        var rulebook = engine.getBean(Publisher.class).live();
        var context = engine.getBean(Contexts.class).now();
        System.out.printf("rulebook of %d rules, snapshot %s, %,d events a round%n", rulebook.rules().size(),
                context.snapshot().id(), events);
        var broker = new EmbeddedBroker(directory.resolve("bare-queue"),
                engine.getBean(EngineSettings.class).broker());
        broker.start();
        try (broker; var judge = new Judge(rulebook)) {
            var bare = bareLoad(new BareLoop(broker.url()), new BareBooks(connection, new Course(judge), context));
            var figures = pairs(engineLoad(engine), bare);
            System.out.printf(Locale.ROOT, "heap in use after the rounds: %,d MB%n", heapMegabytes());
            latency(engine, figures.getLast().rate() / 2);
        }
    }

    private List<Figure> pairs(Load engine, Load bare) throws Exception {
        var engines = new ArrayList<Figure>();
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            var sent = new BenchEvents("r" + round, customers, Instant.now(), round).next(events);
            var bareFirst = round % 2 == 0;
            var reference = bareFirst ? measure(bare, sent) : null;
            var own = measure(engine, sent);
            reference = reference == null ? measure(bare, sent) : reference;
            System.out.printf(Locale.ROOT, "round %d%s: engine %,.0f/s %.0f us CPU, bare %,.0f/s %.0f us CPU, ratio %.2f%n",
                    round, round == 0 ? " (warm-up)" : "", own.rate(), own.cpuMicros(), reference.rate(),
                    reference.cpuMicros(), own.rate() / reference.rate());
            if (round > 0) {
                engines.add(own);
                ratios.add(own.rate() / reference.rate());
            }
        }
        ratios.sort(Double::compare);
        System.out.printf(Locale.ROOT, "ratio engine to bare: min %.2f, median %.2f, max %.2f%n", ratios.getFirst(),
                ratios.get(ratios.size() / 2), ratios.getLast());
        return engines;
    }

    private static Figure measure(Load load, List<CustomerEvent> events) throws Exception {
        var cpu = SYSTEM.getProcessCpuTime();
        var begun = System.nanoTime();
        load.run(events);
        var nanos = System.nanoTime() - begun;
        return new Figure(events.size() * 1e9 / nanos, (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / events.size());
    }

    private static Load engineLoad(ConfigurableApplicationContext context) {
        var queue = context.getBean(EventQueue.class);
        var broker = context.getBean(EmbeddedBroker.class);
        return all -> {
            for (var from = 0; from < all.size(); from += CHUNK) {
                queue.putAll(all.subList(from, Math.min(all.size(), from + CHUNK)));
            }
            while (broker.waiting() > 0) {
                LockSupport.parkNanos(1_000_000);
            }
        };
    }

    private static Load bareLoad(BareLoop loop, BareBooks books) {
        return all -> {
            var failure = new Throwable[1];
            var receiver = Thread.ofPlatform().start(() -> {
                try {
                    loop.receive(all.size(), books);
                } catch (Exception e) {
                    failure[0] = e;
                }
            });
            loop.send(all);
            receiver.join();
            if (failure[0] != null) {
                throw new IllegalStateException(failure[0]);
            }
        };
    }

    /**
     * Offers events at a steady rate from several senders, one durable message a send as the doors do it, and watches the log for
     * one event in fifty; resolution about 1 ms. An event is late from the moment it was due, so a sender that falls behind shows.
     */
    private void latency(ConfigurableApplicationContext context, double rate) throws Exception {
        var queue = context.getBean(EventQueue.class);
        var sent = new BenchEvents("paced", customers, Instant.now(), 99).next((int) (rate * (WARM_SECONDS + COUNTED_SECONDS)));
        var counted = (int) (rate * WARM_SECONDS);
        try (var watcher = new CommitWatcher(context)) {
            var begun = System.nanoTime();
            var next = new AtomicInteger();
            var senders = new ArrayList<Thread>();
            for (var each = 0; each < SENDERS; each++) {
                senders.add(Thread.ofPlatform().start(() -> pace(sent, next, begun, rate, queue, counted, watcher)));
            }
            for (var sender : senders) {
                sender.join();
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            var sorted = watcher.finished().stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(Locale.ROOT, "half load, offered %,.0f/s, sent %,.0f/s by %d senders%n", rate, sent.size() / seconds,
                    SENDERS);
            System.out.printf(Locale.ROOT, "from receipt to commit: p50 %.1f ms, p99 %.1f ms, slowest %.1f ms (%d samples)%n",
                    sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6, sorted[sorted.length - 1] / 1e6,
                    sorted.length);
        }
    }

    private static void pace(List<CustomerEvent> sent, AtomicInteger next, long begun, double rate, EventQueue queue,
            int counted, CommitWatcher watcher) {
        for (var i = next.getAndIncrement(); i < sent.size(); i = next.getAndIncrement()) {
            var due = begun + (long) (i * 1e9 / rate);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(100_000);
            }
            if (i >= counted && i % 50 == 0) {
                watcher.expect(sent.get(i).id(), Math.max(due, begun));
            }
            queue.put(sent.get(i));
        }
    }

    private static long heapMegabytes() {
        System.gc();
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return memory.getUsed() / (1024 * 1024);
    }

}
