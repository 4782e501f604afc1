package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.rapport.action.Outbox;
import io.rapport.action.Tasks;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.EventLog;
import io.rapport.customer.Everybody;
import io.rapport.customer.Known;
import io.rapport.decision.Context;
import io.rapport.publishing.Publication;
import io.rapport.publishing.Publisher;
import io.rapport.publishing.dryrun.Affected;
import io.rapport.publishing.dryrun.DryRunOrder;
import io.rapport.publishing.dryrun.DryRunReport;
import io.rapport.publishing.dryrun.DryRuns;
import io.rapport.publishing.dryrun.EventSource;
import io.rapport.rulebook.RuleFiles;

/**
 * The dry run says what publishing would do at once; then it is published on the same engine, the sweep comes to its end, and both
 * are compared person by person.
 */
class PublishedAsPromisedTests {

    private static final String THANKS = """
            // Silver is thanked
            // id: TEST-001, owner: test, status: live, since: 2026-11-01
            // purpose: Who is silver hears it from a person.
            // wrongly catches: nobody

            rule "Silver is thanked"
            when
                the tier is silver
            then
                give the task "thank for the loyalty" to sales, at most once in 6 months, due in 7 days, because "silver", 因为"白银"
            """;

    private static final String MISSED = """
            // Silver is missed
            // id: TEST-002, owner: test, status: live, since: 2026-11-01
            // purpose: Who is silver or iron and silent for a month hears from us.
            // wrongly catches: nobody

            rule "Silver or iron is missed"
            when
                the tier is silver or iron
                the customer has been silent for 30 days
            then
                send the message "win-back" by email, valid for 30 days, because "silent", 因为"沉默"
            """;

    @TempDir
    Path directory;

    private Transactions engine;

    @BeforeEach
    void aShopOfAYear() {
        engine = new Transactions(directory, SampleShop.DAY_AFTER, Map.of(
                "rapport.publishing.features", "no-features",
                "rapport.publishing.dry-run.folder", directory.resolve("dry-runs").toString()));
        SampleShop.dropped(engine);
        for (var n = 0; n < 40; n++) {
            var who = Told.email("person" + n);
            var first = SampleShop.DAY_AFTER.minus(Duration.ofDays(400 - n));
            engine.take(n % 3 == 0 ? Told.traits("t" + n, first, Map.of("name", "Carl"), who)
                    : Told.introduction("i" + n, first, "1990-05-04", who),
                    // told first: seen alone, the old one would win somebody back who is not gone
                    Told.order("b" + n, SampleShop.DAY_AFTER.minus(Duration.ofDays(32 + n % 20)), 45 * n + 5, who),
                    Told.order("a" + n, first, 20 * n + 5, who));
        }
        SampleShop.someSecondsPass(engine);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void whatTheDryRunSaysOfNowIsWhatProductionDoes() {
        var id = dryRun(candidate());
        var report = Objects.requireNonNull(engine.get(DryRuns.class).report(id));
        var promise = Objects.requireNonNull(report.atOnce());
        var rows = engine.get(DryRuns.class).affected(id).filter(Affected::atOnce).toList();
        var valuesBefore = values(promise);
        var actionsBefore = actions();

        engine.pass(Duration.ofMinutes(1));
        assertThat(engine.get(Publisher.class).publish(candidate(), engine.get(Publisher.class).draftFeatures(), "test", ""))
                .isInstanceOf(Publication.Published.class);
        SampleShop.someSecondsPass(engine);

        assertThat(promise.customers()).isEqualTo(162);
        assertThat(promise.values()).extracting(DryRunReport.ValueChange::concept).contains("tier", "relationship", "portfolio");
        assertThat(promise.deeds()).as("nothing is due anyway").allSatisfy(deed -> assertThat(deed.done().live()).isZero());
        assertThat(valuesBefore).isEqualTo(with(rows, values(promise), Affected::live));
        assertThat(values(promise)).isEqualTo(with(rows, valuesBefore, Affected::candidate));
        assertThat(rows).filteredOn(row -> row.changes().equals("tier")).hasSizeGreaterThan(5);
        assertThat(newActions(actionsBefore)).as("tasks and messages by customer").isEqualTo(promised(rows)).isNotEmpty();
        assertThat(promised(rows).keySet()).anyMatch(key -> key.endsWith("win-back"))
                .anyMatch(key -> key.endsWith("thank for the loyalty"));
        assertThat(heldBack()).as("held back, by rule").isEqualTo(held(promise)).isNotEmpty();
    }

    private String dryRun(RuleFiles files) {
        var runs = engine.get(DryRuns.class);
        var id = Objects.requireNonNull(runs.start("draft", files, false, new Surroundings()));
        await().atMost(Duration.ofMinutes(3)).until(() -> Objects.requireNonNull(runs.find(id)).order().state(),
                DryRunOrder.State.FINISHED::equals);
        return id;
    }

    /** Concepts of customers, as the engine's own rows have them now. */
    private Map<String, String> values(DryRunReport.AtOnce promise) {
        var concepts = promise.values().stream().map(DryRunReport.ValueChange::concept).toList();
        var found = new TreeMap<String, String>();
        engine.get(Everybody.class).forEach(customer -> {
            concepts.forEach(concept -> found.put(customer.id() + " " + concept, "unknown"));
            customer.concluded().stream().filter(each -> concepts.contains(each.concept()))
                    .forEach(each -> found.put(customer.id() + " " + each.concept(), each.value()));
        });
        return found;
    }

    private static Map<String, String> with(List<Affected> rows, Map<String, String> values,
            Function<Affected, String> side) {
        var changed = new TreeMap<>(values);
        rows.stream().filter(row -> row.what().isEmpty())
                .forEach(row -> changed.put(row.customer() + " " + row.changes(), side.apply(row)));
        return changed;
    }

    /** Tasks and messages so far, by customer and what they are. */
    private Map<String, Integer> actions() {
        var found = new TreeMap<String, Integer>();
        engine.get(Everybody.class).forEach(customer -> {
            engine.get(Tasks.class).ofCustomer(customer.id(), 0, 500)
                    .forEach(task -> found.merge(customer.id() + " " + task.title(), 1, Integer::sum));
            engine.get(Outbox.class).ofCustomer(customer.id(), 0, 500)
                    .forEach(message -> found.merge(customer.id() + " " + message.what(), 1, Integer::sum));
        });
        return found;
    }

    private Map<String, Integer> newActions(Map<String, Integer> before) {
        var fresh = new TreeMap<>(actions());
        before.forEach((key, count) -> fresh.merge(key, -count, Integer::sum));
        fresh.values().removeIf(count -> count == 0);
        return fresh;
    }

    private static Map<String, Integer> promised(List<Affected> rows) {
        var promised = new TreeMap<String, Integer>();
        rows.stream().filter(row -> !row.what().isEmpty()).forEach(row -> promised.put(row.customer() + " " + row.what(),
                Integer.parseInt(row.candidate()) - Integer.parseInt(row.live())));
        return promised;
    }

    /** By the latest decision about each customer. */
    private Map<String, Long> heldBack() {
        var found = new HashMap<String, Long>();
        var customers = new ArrayList<Known>();
        engine.get(Everybody.class).forEach(customers::add);
        for (var customer : customers) {
            engine.get(CustomerFile.class).timeline(customer.id(), 0, 50).stream().map(CustomerFile.Item::decision)
                    .filter(Objects::nonNull).findFirst().ifPresent(decision -> decision.heldBack()
                            .forEach(held -> found.merge(held.reason().ruleId(), 1L, Long::sum)));
        }
        return found;
    }

    private static Map<String, Long> held(DryRunReport.AtOnce promise) {
        var found = new HashMap<String, Long>();
        promise.heldBack().forEach(held -> found.put(held.rule(), held.actions().candidate()));
        return found;
    }

    private static RuleFiles candidate() {
        var texts = new TreeMap<>(RuleFiles.ofFolder(Path.of("rules")).texts());
        texts.computeIfPresent("1-classify/value-tier.csv", (_, table) -> table.replace("20,silver", "25,silver"));
        texts.put("4-care/thanks.sentences", THANKS);
        texts.put("4-care/missed.sentences", MISSED);
        return new RuleFiles(texts);
    }

    private final class Surroundings implements DryRuns.Surroundings {

        @Override
        public Context context() {
            return engine.get(Contexts.class).now();
        }

        @Override
        public EventSource history() {
            return EventSource.ofLog(engine.get(EventLog.class));
        }

        @Override
        public void everybody(Consumer<Known> visitor) {
            engine.get(Everybody.class).forEach(visitor);
        }

        @Override
        public void finished(DryRunReport report) {
            assertThat(report.atOnce()).isNotNull();
        }
    }
}
