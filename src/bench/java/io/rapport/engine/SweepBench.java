package io.rapport.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.OperatingSystemMXBean;
import io.rapport.Rapport;
import io.rapport.customer.DecidedBy;
import io.rapport.customer.DecidedCustomers;
import io.rapport.engine.queue.EmbeddedBroker;
import io.rapport.intake.EventQueue;
import io.rapport.publishing.Publication;
import io.rapport.publishing.Publisher;
import io.rapport.rulebook.RuleFiles;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a published version takes to reach everybody, beside traffic: the whole engine on H2, its settings as they ship. Prints
 * the time from the publication until the last customer is decided by it, CPU, heap, and from receipt to commit of the traffic
 * before and meanwhile.
 *
 * <p>Arguments: customers, events a second beside it (default 100000 100).
 */
public final class SweepBench {

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int CHUNK = 1_000;
    private static final int SECONDS_BEFORE = 30;

    private final int customers;
    private final int perSecond;
    private final Path directory;

    private SweepBench(int customers, int perSecond, Path directory) {
        this.customers = customers;
        this.perSecond = perSecond;
        this.directory = directory;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("io.netty.noUnsafe", "false");
        new SweepBench(args.length > 0 ? Integer.parseInt(args[0]) : 100_000, args.length > 1 ? Integer.parseInt(args[1]) : 100,
                Files.createTempDirectory("rapport-sweep-bench")).run();
        System.exit(0);
    }

    private void run() throws Exception {
        try (var first = start("--rapport.engine.sweep.per-second=1000000")) {
            populate(first);
        }
        try (var engine = start()) {
            measure(engine);
        }
    }

    private ConfigurableApplicationContext start(String... more) {
        var arguments = new String[] {"--rapport.data-directory=" + directory.resolve("data"), "--server.port=0",
                "--logging.level.root=error", "--rapport.engine.routes=" + directory.resolve("no-routes"),
                "--rapport.publishing.features=" + directory.resolve("no-features"), "--rapport.publishing.publish-on-save=false"};
        var all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return SpringApplication.run(Rapport.class, all);
    }

    private void populate(ConfigurableApplicationContext context) {
        var begun = System.nanoTime();
        var queue = context.getBean(EventQueue.class);
        var all = new BenchEvents("first", customers, Instant.now().minus(Duration.ofDays(30)), 1).firstOrders();
        for (var from = 0; from < all.size(); from += CHUNK) {
            queue.putAll(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        while (context.getBean(EmbeddedBroker.class).waiting() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        context.getBean(SnapshotSchedule.class).takeNow();
        await(context);
        System.out.printf(Locale.ROOT, "%,d customers, decided by a snapshot of all, in %.0f s%n", customers, seconds(begun));
    }

    private void measure(ConfigurableApplicationContext engine) throws Exception {
        await(engine);
        traffic("alone", engine, SECONDS_BEFORE, () -> {});
        var begun = System.nanoTime();
        var published = engine.getBean(Publisher.class).publish(changed(), engine.getBean(Publisher.class).draftFeatures(), "bench",
                "");
        if (!(published instanceof Publication.Published(var version))) {
            throw new IllegalStateException("Not published: " + published);
        }
        System.out.printf(Locale.ROOT, "published in %.1f s, %d rules%n", seconds(begun),
                engine.getBean(Publisher.class).live().rules().size());
        traffic("beside the sweep", engine, 0, () -> reached(engine, version.hash()));
    }

    private void reached(ConfigurableApplicationContext engine, String version) {
        var begun = System.nanoTime();
        var cpu = SYSTEM.getProcessCpuTime();
        var wanted = new DecidedBy(version, engine.getBean(Contexts.class).now().snapshot().id());
        var progress = engine.getBean(DecidedCustomers.class).count(wanted);
        while (progress.byRulebook() < progress.customers()) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            progress = engine.getBean(DecidedCustomers.class).count(wanted);
        }
        var seconds = seconds(begun);
        System.out.printf(Locale.ROOT, "%,d customers decided anew in %.0f s, %,.0f/s, %.0f us CPU each, heap at most %,d MB%n",
                progress.customers(), seconds, progress.customers() / seconds,
                (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / progress.customers(), heapMegabytes());
    }

    /** Offers events at a steady rate, one durable message a send, for some seconds or until the work is done. */
    private void traffic(String when, ConfigurableApplicationContext engine, int seconds, Runnable work) throws Exception {
        var queue = engine.getBean(EventQueue.class);
        var sent = new BenchEvents(when, customers, Instant.now(), 99).next(perSecond * 600);
        var worker = Thread.ofPlatform().start(work);
        try (var watcher = new CommitWatcher(engine)) {
            var begun = System.nanoTime();
            var i = 0;
            for (; i < sent.size() && (worker.isAlive() || i < perSecond * seconds); i++) {
                var due = begun + (long) (i * 1e9 / perSecond);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(100_000);
                }
                if (i % 10 == 0) {
                    watcher.expect(sent.get(i).id(), due);
                }
                queue.put(sent.get(i));
            }
            worker.join();
            var sorted = watcher.finished().stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(Locale.ROOT, "%s: %,.0f events/s, from receipt to commit p50 %.0f ms, p99 %.0f ms, slowest %.0f ms%n",
                    when, i / seconds(begun), sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
        }
    }

    private static void await(ConfigurableApplicationContext engine) {
        while (engine.getBean(Sweep.class).isDue()) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private static RuleFiles changed() {
        var texts = new TreeMap<>(RuleFiles.ofFolder(Path.of("rules")).texts());
        texts.computeIfPresent("1-classify/value-tier.csv", (_, table) -> table.replace("20,silver", "25,silver"));
        return new RuleFiles(texts);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long heapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / (1024 * 1024);
    }
}
