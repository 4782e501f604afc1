package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import io.rapport.facts.Decimal;
import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.forecast.ModelParameters;
import io.rapport.policy.ScenarioWriter.Declined;
import io.rapport.policy.ScenarioWriter.Scenario;
import io.rapport.policy.ScenarioWriter.Source;
import io.rapport.policy.steps.World;
import io.rapport.rulebook.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written from a decision passes as written: for generated customers and for every customer of the sample. */
class ScenarioWriterTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final int MOST_EACH = 20;

    private static Rulebook rulebook;

    @BeforeAll
    static void compileRules() {
        rulebook = ShippedRules.compiled();
    }

    @AfterAll
    static void closeRulebook() {
        rulebook.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whateverHappensToGeneratedCustomersCanBeWritten(boolean chinese) {
        var sources = new ArrayList<Source>();
        try (var judge = new Judge(rulebook)) {
            for (var customer = 1; customer <= 40; customer++) {
                sources.addAll(lived(new Course(judge), customer, GeneratedLife.of(customer)));
            }
        }

        assertThat(sources).hasSizeGreaterThan(300);
        assertThat(passing(sources, chinese)).isEqualTo(sources.size());
    }

    @Test
    void theLastDecisionAboutEveryCustomerOfTheSampleCanBeWritten() throws Exception {
        var sources = new ArrayList<Source>();
        try (var judge = new Judge(rulebook)) {
            for (var customer : sample().entrySet()) {
                sources.add(lived(new Course(judge), customer.getKey(), customer.getValue()).getLast());
            }
        }

        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(passing(sources, false)).isEqualTo(sources.size());
    }

    @Test
    void whatFollowedFromAnotherEventIsDeclinedWithItsReason() {
        var source = anOrder();
        var following = new Source(source.before(), new CustomerEvent("e/stage", "engine", EventTypes.STAGE_MOVED, List.of(),
                source.event().time(), new EventData.Move("stage", null, "exploration", "STAGE-001/6")), source.after(),
                source.decision(), source.context());

        assertThat(new ScenarioWriter(false).write(following)).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.why()).contains("another event"));
        assertThat(new ScenarioWriter(true).write(following)).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.why()).contains("另一事件"));
    }

    @Test
    void aDecisionThatTheRulesNoLongerMakeIsDeclined() {
        var source = anOrder();
        var other = new io.rapport.facts.Decision(source.decision().id(), 1, source.decision().at(), "old", "none",
                List.of(new io.rapport.facts.Conclusion("status", "", "lost",
                        new io.rapport.facts.Reason("STATUS-001/3", List.of()))),
                List.of(), List.of(), List.of());

        assertThat(new ScenarioWriter(false).write(
                new Source(source.before(), source.event(), source.after(), other, source.context())))
                .isInstanceOfSatisfying(Declined.class, declined -> assertThat(declined.why()).contains("lost", "first-time"));
    }

    @Test
    void anEventThatCameLateIsToldWithItsOwnTime() {
        var ordered = order("o1", Instant.parse("2025-03-02T09:00:00Z"), "CANDLE", 50);
        try (var judge = new Judge(rulebook)) {
            var context = new Context(rulebook, population(), LONDON, World.TAU_DAYS);
            var step = new Course(judge).take(Memory.blank(1), ordered, context, Instant.parse("2026-03-02T09:00:30Z"))
                    .getFirst();

            var written = new ScenarioWriter(false).write(
                    new Source(List.of(), step.noted(), step.memory(), step.decision(), context));

            assertThat(written).isInstanceOfSatisfying(Scenario.class, scenario -> assertThat(scenario.feature()).contains(
                    "it is Monday 2 March 2026, 09:00:30 in London",
                    "| Sunday 2 March 2025, 09:00 | ordered 1 x \"CANDLE\" at 50 EUR |", "| status | lost |"));
        }
    }

    @Test
    void whatMakesNoDifferenceIsLeftOut() {
        var visit = new CustomerEvent("v1", "web", "web.visit", List.of(), Instant.parse("2026-03-01T09:00:00Z"),
                new EventData.Open(Map.of("page", "home")));
        try (var judge = new Judge(rulebook)) {
            var source = lived(new Course(judge), 1, List.of(order("o0", Instant.parse("2026-02-02T09:00:00Z"), "CANDLE", 50),
                    visit, order("o1", Instant.parse("2026-03-02T09:00:00Z"), "CANDLE", 50)))
                    .stream().filter(each -> each.event().id().equals("o1")).findFirst().orElseThrow();

            assertThat(source.before()).contains(visit);
            assertThat(new ScenarioWriter(false).write(source)).isInstanceOfSatisfying(Scenario.class, scenario -> {
                assertThat(scenario.feature()).contains("| Monday 2 February 2026, 09:00 | ordered").doesNotContain("web.visit");
                assertThat(Examples.run(rulebook, new TreeMap<>(Map.of("short.feature", scenario.feature())), (_, _, _) -> {})
                        .green()).isTrue();
            });
        }
    }

    @Test
    void aScenarioReadsLikeOneOfOurs() {
        assertThat(new ScenarioWriter(false).write(anOrder())).isInstanceOfSatisfying(Scenario.class,
                scenario -> assertThat(scenario.feature()).contains(
                        "Given it is Monday 2 March 2026, 09:00 in London",
                        "When this happens to Tom:", "| ordered 1 x \"CANDLE\" at 50 EUR |",
                        "Then this is decided for Tom:", "| status | first-time | one purchase day |"));
    }

    private static Source anOrder() {
        try (var judge = new Judge(rulebook)) {
            return lived(new Course(judge), 1, List.of(order("o1", Instant.parse("2026-03-02T09:00:00Z"), "CANDLE", 50)))
                    .getFirst();
        }
    }

    /** Plays them all together, which is faster than one by one; each is a feature of its own. */
    private static long passing(List<Source> sources, boolean chinese) {
        var features = new TreeMap<String, String>();
        for (var i = 0; i < sources.size(); i++) {
            var written = new ScenarioWriter(chinese).unplayed(sources.get(i));
            assertThat(written).isInstanceOf(Scenario.class);
            features.put("%05d.feature".formatted(i), ((Scenario) written).feature());
        }
        var result = Examples.run(rulebook, features, (_, _, _) -> {});
        result.failed().stream().limit(3)
                .forEach(example -> System.out.println(example.render() + "\n" + features.get(example.file())));
        System.out.println(result.passed() + " of " + sources.size() + " written scenarios pass, in " + result.took());
        return result.passed();
    }

    /** Lives through the events and writes down every decision about one of them, and a look a while later. */
    private static List<Source> lived(Course course, long customer, List<CustomerEvent> events) {
        var sources = new ArrayList<Source>();
        var context = new Context(rulebook, population(), LONDON, World.TAU_DAYS);
        var log = new ArrayList<CustomerEvent>();
        new Living(course, context, step -> {
            if (step.decided() && (!step.noted().source().equals("engine") || step.noted().is(EventTypes.REVIEW_DUE))) {
                sources.add(new Source(log, step.noted(), step.memory(), step.decision(), context));
                if (sources.size() > MOST_EACH) {
                    sources.removeFirst();
                }
            }
            log.add(step.noted());
        }).through(customer, events, Duration.ofDays(120));
        return sources;
    }

    private static Snapshot population() {
        var ascending = new double[500];
        for (var i = 0; i < ascending.length; i++) {
            ascending[i] = i * 1.7;
        }
        var measures = new TreeMap<>(
                Map.of("current-value", ascending, "spend", ascending, "frequency", ascending, "recency", ascending));
        measures.putAll(ModelParameters.published(LocalDate.of(2026, 1, 1)).measure());
        return new Snapshot("s1", Instant.EPOCH, 500, measures,
                Map.of("Candles and lights", new Snapshot.LineFigures(80, Decimal.of(9_000), 0.381), "Garden",
                        new Snapshot.LineFigures(400, Decimal.of(9_000), 0.14)));
    }

    private static CustomerEvent order(String id, Instant at, String product, int price) {
        return new CustomerEvent(id, "shop", EventTypes.ORDER_PLACED, List.of(), at, new EventData.Order(id, "EUR",
                List.of(new EventData.OrderLine(product, product, BigDecimal.ONE, BigDecimal.valueOf(price), null, null))));
    }

    /** The orders of the sample by customer, in the order of time. */
    private static Map<Long, List<CustomerEvent>> sample() throws java.io.IOException {
        var lines = new LinkedHashMap<String, List<Map<String, String>>>();
        try (var rows = CsvReader.builder().commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Path.of("src/samples/orders-online-retail.csv"))) {
            rows.forEach(row -> lines.computeIfAbsent(row.getField("invoice"), _ -> new ArrayList<>()).add(row.getFieldsAsMap()));
        }
        var byCustomer = new TreeMap<Long, List<CustomerEvent>>();
        for (var order : lines.entrySet()) {
            var first = order.getValue().getFirst();
            if (!first.get("customer_id").isBlank()) {
                var customer = (long) Double.parseDouble(first.get("customer_id"));
                byCustomer.computeIfAbsent(customer, _ -> new ArrayList<>()).add(order(order.getKey(), order.getValue()));
            }
        }
        byCustomer.values().forEach(events -> events.sort(java.util.Comparator.comparing(CustomerEvent::time)));
        return byCustomer;
    }

    private static CustomerEvent order(String invoice, List<Map<String, String>> lines) {
        var at = LocalDateTime.parse(lines.getFirst().get("ts"), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
                .atZone(LONDON);
        var returned = lines.getFirst().get("quantity").startsWith("-");
        return new CustomerEvent("orders/" + invoice, "orders", returned ? EventTypes.ORDER_RETURNED : EventTypes.ORDER_PLACED,
                List.of(), at.toInstant(), new EventData.Order(invoice, "GBP", lines.stream().map(line -> new EventData.OrderLine(
                        line.get("stock_code"), line.get("description"), new BigDecimal(line.get("quantity")).abs(),
                        new BigDecimal(line.get("unit_price")).abs(), null, null)).toList()));
    }
}
