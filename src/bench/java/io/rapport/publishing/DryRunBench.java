package io.rapport.publishing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.rapport.decision.Context;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Snapshot;
import io.rapport.intake.Identities;
import io.rapport.intake.OrderFile;
import io.rapport.intake.orders.OrderColumns;
import io.rapport.intake.orders.OrderSettings;
import io.rapport.publishing.dryrun.ChannelCosts;
import io.rapport.publishing.dryrun.DryRun;
import io.rapport.publishing.dryrun.EventSource;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/**
 * A file of orders through the shipped rules and through a candidate that differs in win-back, churn level and, on request,
 * product lines: steps a second and core, and heap.
 *
 * <p>Arguments: file of orders, threads (default 1), rounds (2), what differs ({@code care}, {@code lines}, {@code nothing}), how
 * often each event happens (1): more events of the same customers, to see what the heap grows with.
 */
public final class DryRunBench {

    private static final Map<String, String> RETAIL = Map.of("shop.system", "retail", "shop.time-zone", "Europe/London",
            "shop.currency", "GBP", "shop.returns", "C", "column.order", "invoice", "column.product", "stock_code",
            "column.price", "unit_price", "column.time", "ts", "column.customer", "customer_id", "file.comments", "#");

    private DryRunBench() {}

    public static void main(String[] arguments) throws Exception {
        var file = Path.of(arguments[0]);
        var threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        var rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        var live = compiled(RuleFiles.ofFolder(Path.of("rules")));
        var times = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1;
        var candidate = compiled(changed(arguments.length > 3 ? arguments[3] : "care"));
        System.out.printf("%d rules, %d threads%n", live.rules().size(), threads);
        var context = new Context(live, Snapshot.NONE, ZoneId.of("UTC"), 182);
        for (var round = 1; round <= rounds; round++) {
            round(round, source(file, times), DryRun.of(context, candidate, new DryRun.Settings(threads, 90, ChannelCosts.usual())), threads);
        }
    }

    private static void round(int number, EventSource source, DryRun run, int threads) throws Exception {
        System.gc();
        var before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        var folder = Files.createTempDirectory("dry-run-bench");
        var cpu = cpu();
        var begin = System.nanoTime();
        var surveyed = new long[2];
        var report = run.run(source, folder, progress -> {
            if (surveyed[0] == 0 && progress.share() >= 0.25) {
                surveyed[0] = System.nanoTime() - begin;
                surveyed[1] = cpu() - cpu;
            }
        }, () -> false);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var cores = (cpu() - cpu) / 1e9;
        var steps = report.subject().steps().live() + report.subject().steps().candidate();
        var playing = cores - surveyed[1] / 1e9;
        System.out.printf(Locale.ROOT, "round %d: %.1f s, cpu %.1f s; survey %.1f s; %,d steps (live %,d), %,.0f steps/s,"
                + " %,.0f steps/s/core (all), %,.0f steps/s/core (played, %.1f us)%n", number, seconds, cores,
                surveyed[0] / 1e9, steps, report.subject().steps().live(), steps / seconds, steps / cores, steps / playing,
                1e6 * playing / steps);
        System.out.printf(Locale.ROOT, "  heap before %d MB, peak old %d MB; %s%n", before >> 20, peakOld() >> 20,
                report.summary(Locale.ENGLISH));
        report.deeds().forEach(System.out::println);
        report.heldBack().forEach(held -> System.out.println(held.rule() + " " + held.actions()));
        System.out.println(report.score());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long peakOld() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static EventSource source(Path file, int times) {
        var share = new double[1];
        return EventSource.of(String.valueOf(file.getFileName()), file.toString(), each -> read(file, event -> {
            for (var again = 0; again < times; again++) {
                each.accept(again == 0 ? event : once(event, again));
            }
        }, share), () -> share[0]);
    }

    /** The same once more, half an hour later for each time. */
    private static CustomerEvent once(CustomerEvent event, int again) {
        return new CustomerEvent(event.id() + "/" + again, event.source(), event.type(), event.identities(),
                event.time().plusSeconds(again * 1_800L), event.data());
    }

    private static void read(Path file, Consumer<CustomerEvent> each, double[] share) {
        var settings = new OrderSettings(OrderColumns.of(RETAIL), new Identities("GB"), Instant.MAX);
        try (var orders = OrderFile.open(file, settings, 0)) {
            while (orders.hasNext()) {
                if (orders.next() instanceof OrderFile.Event event) {
                    share[0] = orders.share();
                    each.accept(event.event());
                }
            }
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static RuleFiles changed(String what) {
        var texts = new TreeMap<>(RuleFiles.ofFolder(Path.of("rules")).texts());
        switch (what) {
            case "care" -> {
                texts.computeIfPresent("4-care/win-back.sentences", (_, text) -> text.replace("90 days", "60 days"));
                texts.computeIfPresent("3-churn/churn-level.csv", (_, text) -> text.replace("0.7 and", "0.8 and"));
            }
            case "lines" -> texts.computeIfPresent("1-classify/product-line.csv", (_, text) -> text.replace(",12,", ",20,"));
            default -> {}
        }
        return new RuleFiles(texts);
    }

    private static Rulebook compiled(RuleFiles files) {
        var reading = new RulebookCompiler().read(files);
        if (reading.rulebook() == null) {
            throw new IllegalStateException(reading.problems().getFirst().render());
        }
        return reading.rulebook();
    }
}
