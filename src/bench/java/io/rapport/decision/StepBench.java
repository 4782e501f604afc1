package io.rapport.decision;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One step (understand, remember, decide) on one thread: the shipped rules, more sentences, more table rows, more history. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 3)
public class StepBench {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** {@code shipped}, or generated: {@code sentences-N}, {@code rows-N}. */
    @Param({"shipped", "sentences-10", "sentences-100", "sentences-500", "rows-10", "rows-100", "rows-1000"})
    String rules;

    /** Orders the customer has placed, one every hour, before the step. */
    @Param({"10"})
    int history;

    private Judge judge;
    private Memory memory;
    private CustomerEvent event;
    private Context context;

    @Setup
    public void prepare() {
        var rulebook = rulebook();
        judge = new Judge(rulebook);
        context = new Context(rulebook, snapshot(), ZONE, 182);
        memory = Memory.blank(1);
        for (var i = history; i > 0; i--) {
            memory = judge.step(memory, order(NOW.minus(Duration.ofHours(i)), i), context, NOW).memory();
        }
        event = order(NOW, 0);
    }

    @Benchmark
    public Step step() {
        return judge.step(memory, event, context, NOW);
    }

    private Rulebook rulebook() {
        var dash = rules.indexOf('-');
        var files = dash < 0 ? RuleFiles.ofFolder(Path.of("rules"))
                : new RuleFiles(generated(rules.substring(0, dash), Integer.parseInt(rules.substring(dash + 1))));
        var reading = new RulebookCompiler().read(files);
        if (reading.rulebook() == null) {
            throw new IllegalStateException(reading.problems().getFirst().render());
        }
        return reading.rulebook();
    }

    private static TreeMap<String, String> generated(String kind, int count) {
        var text = new StringBuilder(kind.equals("rows") ? """
                # Value tier
                # id: BENCH-001, owner: bench, status: live, since: 2026-12-01
                # purpose: many rows. hit policy: first
                # wrongly catches: nothing
                "current value, in the top %",tier,because
                """ : """
                // Churn signs
                // id: BENCH-002, owner: bench, status: live, since: 2026-12-01
                // purpose: many rules
                // wrongly catches: nothing
                """);
        for (var i = 1; i <= count; i++) {
            text.append(kind.equals("rows") ? 100.0 * i / count + "," + (i % 2 == 0 ? "gold" : "lead") + ",row " + i + "\n"
                    : "\nrule \"Silent " + i + "\"\nwhen\n    the customer has been silent for " + i
                            + " days\nthen\n    the churn sign is silent, because \"silent\"\n");
        }
        var files = new TreeMap<String, String>();
        files.put(kind.equals("rows") ? "1-classify/value-tier.csv" : "3-churn/churn-signs.sentences", text.toString());
        return files;
    }

    private static CustomerEvent order(Instant at, int number) {
        return new CustomerEvent("bench-" + number, "bench", "order.placed",
                List.of(new Identity(Identity.Kind.ORDER_SYSTEM, "1")), at,
                new EventData.Order("O" + number, "GBP", List.of(
                        new EventData.OrderLine("1", "PINK CHERRY LIGHTS", BigDecimal.TEN, new BigDecimal("6.75"), null, null),
                        new EventData.OrderLine("2", "POTTERY MUG", BigDecimal.ONE, new BigDecimal("2.10"), null, null))));
    }

    private static Snapshot snapshot() {
        var values = new double[1_000];
        Arrays.setAll(values, i -> i);
        return new Snapshot("bench", NOW, values.length,
                Map.of("current-value", values, "spend", values, "recency", values, "frequency", values), Map.of());
    }
}
