package io.rapport.console.command;

import static io.rapport.console.command.Ran.rapport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.rapport.customer.CustomerSearch;
import io.rapport.engine.Sweep;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.intake.EventQueue;
import io.rapport.intake.Quarantine;

/** The commands that ask an engine, against a whole running one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RunningEngineTests {

    private static final Identity ANNA = new Identity(Identity.Kind.EMAIL, "anna@example.org");

    private static final String HEADER = "invoice,stock_code,description,quantity,ts,unit_price,customer_id,email\n";

    private static final String BAD = "77,85123A,HEART,six,2026-11-20 10:00:00,2.55,,mended@example.org\n";

    @TempDir
    static Path directory;

    @LocalServerPort
    private int port;

    @Autowired
    private EventQueue queue;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private Sweep sweep;

    @DynamicPropertySource
    static void useAFreshDirectory(DynamicPropertyRegistry registry) {
        registry.add("rapport.data-directory", directory::toString);
        registry.add("rapport.intake.inbox", () -> directory.resolve("inbox").toString());
    }

    @BeforeEach
    void annaOrders() {
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        var line = new EventData.OrderLine("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", new BigDecimal("6"),
                new BigDecimal("2.55"), null, null);
        queue.putAll(List.of(
                new CustomerEvent("form-1", "web-forms-in/preferences", EventTypes.CUSTOMER_UPDATED, List.of(ANNA), yesterday,
                        new EventData.Traits(Map.of("name", "Anna Martin", "language", "en"))),
                new CustomerEvent("order-1", "orders-in/a.csv", EventTypes.ORDER_PLACED, List.of(ANNA), yesterday,
                        new EventData.Order("1", "GBP", List.of(line)))));
        await().atMost(Duration.ofSeconds(60)).until(() -> search.find(ANNA) != null
                && ask("why", "anna@example.org").out().contains("status"));
    }

    @Test
    void saysWhyACustomerIsWhatSheIs() {
        var ran = ask("why", "anna@example.org");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).startsWith("Anna Martin, customer ").contains("Decided 2", "What follows", "  life-cycle stage ");
        assertThat(ask("why", "Martin", "--lang", "zh").out()).contains("得出的结论");
        assertThat(Json.read(ask("why", "anna@example.org", "--json").out()).path("who").path("name").asString())
                .isEqualTo("Anna Martin");
    }

    @Test
    void knowsCustomersWhoseNumbersDifferInCapitalsOnly() {
        var now = Instant.now().minus(Duration.ofHours(2));
        for (var number : List.of("CUST-11", "cust-11", "Kd-7", "16754")) {
            queue.put(new CustomerEvent("told/" + number, "crm", EventTypes.CUSTOMER_UPDATED,
                    List.of(new Identity(Identity.Kind.ORDER_SYSTEM, number)), now,
                    new EventData.Traits(Map.of("name", "Known as " + number, "phone", "+442079460959"))));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> search.find(new Identity(Identity.Kind.ORDER_SYSTEM, "16754")) != null);

        assertThat(ask("why", "CUST-11").out()).startsWith("Known as CUST-11");
        assertThat(ask("why", "cust-11").out()).startsWith("Known as cust-11");
        assertThat(ask("why", "KD-7").out()).as("the only one").startsWith("Known as Kd-7");
        assertThat(ask("why", "１６７５４").out()).startsWith("Known as 16754");
        assertThat(ask("why", "16754").out()).startsWith("Known as 16754");
        assertThat(ask("why", "ANNA@Example.ORG").out()).startsWith("Anna Martin");
        var several = ask("why", "Cust-11");
        assertThat(several.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(several.err()).contains("CUST-11", "cust-11").doesNotContain("Kd-7");
    }

    @Test
    void saysWhyARuleDoesNothing() {
        var ran = ask("why-not", "anna@example.org");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).startsWith("Anna Martin, customer ").contains("CARE-", "✗ ");
        assertThat(ask("why-not", "anna@example.org", "win").out()).contains("CARE-");
        assertThat(ask("why-not", "anna@example.org", "nonsense").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void saysWhyAnotherValueDoesNotStandAndWhatWouldChangeThat() {
        var ran = ask("why-not", "anna@example.org", "status=lost");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("status first-time", "Why not status lost?", "✗ ", "→ in ", " days by itself");
        assertThat(ask("why-not", "anna@example.org", "tier=gold").out()).containsPattern(
                "have not been counted yet|bought so far. What compares one with the others");
        assertThat(ask("why-not", "anna@example.org", "status=first-time").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ask("why-not", "anna@example.org", "stage", "--lang", "zh").out()).contains("为什么不是 stage commitment？");
    }

    @Test
    void decidesAgainWithOneThingOtherwise() {
        var ran = ask("what-if", "anna@example.org", "order", "product=Candle", "amount=50");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("status: first-time → repeat");
        assertThat(ask("what-if", "anna@example.org", "later", "days=never").err()).contains("a field is missing");
    }

    @Test
    void saysWhyACustomerWasWhatSheWasOnADay() {
        var today = LocalDate.now(ZoneOffset.UTC);

        assertThat(ask("why", "anna@example.org", "--on", today.toString()).out()).contains("Decided 2", "  life-cycle stage ");
        assertThat(ask("why", "anna@example.org", "--on", "2001-01-01").err()).contains("Nothing was decided");
    }

    @Test
    void refusesACustomerWhoIsNotThere() {
        assertThat(ask("why", "giraffe").err()).startsWith("There is no customer [giraffe].\nMaybe ");
        assertThat(ask("why", "99999").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void publishesWhatIsRightRefusesWhatIsWrongAndGoesBack() throws IOException {
        var first = live();
        var rules = CopiedRules.into(directory.resolve("rules"));
        var tiers = rules.resolve("1-classify/value-tier.csv");
        var text = Files.readString(tiers);

        Files.writeString(tiers, text.replace("100,lead", "l00,lead"));
        var refused = ask("publish", "--rules", rules.toString());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_FILES);
        assertThat(refused.out()).contains("value-tier.csv:10:1  ", "    ^^^\n", "Refused: what was live stays live.");
        assertThat(live()).isEqualTo(first);

        Files.writeString(tiers, text.replace("the rest", "all the rest"));
        var red = ask("publish", "--rules", rules.toString());
        assertThat(red.exitCode()).isEqualTo(ExitCode.WRONG_FILES);
        assertThat(red.out()).contains("value-tier.feature:", "Expected the reason \"the rest\"", "Refused: ");

        Files.writeString(tiers, text.replace("large new customers", "very large new customers"));
        var published = ask("publish", "--rules", rules.toString(), "--note", "clearer words", "--author", "Anna");
        assertThat(published.out()).matches("Version [0-9a-f]{10} is live\\.\n");
        assertThat(published.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(ask("versions").out()).contains("clearer words", "Anna", "retired", " decided by the live version");

        assertThat(ask("publish", "--rules", rules.toString(), "--from", "tomorrow").exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ask("rollback", "zzz").err()).startsWith("There is no version [zzz].\nMaybe ");
        assertThat(ask("rollback", first.substring(0, 8)).out()).isEqualTo("Version " + first.substring(0, 10) + " is live.\n");
        assertThat(live()).isEqualTo(first);
    }

    @Test
    void waitsUntilEverybodyIsDecidedByWhatWentLive() throws IOException {
        var first = live();
        var rules = CopiedRules.into(directory.resolve("waited-for"));
        CopiedRules.change(rules.resolve("1-classify/value-tier.csv"), "large new customers", "large customers who are new");

        var watched = rapport(Map.of("LANG", "en_GB.UTF-8"), true, "publish", "--rules", rules.toString(), "--wait", "--url",
                "http://localhost:" + port);

        assertThat(watched.exitCode()).as(watched.err()).isEqualTo(ExitCode.FINE);
        assertThat(watched.out()).contains(" is live.")
                .containsPattern("(All \\d+ customers are|The only customer is) decided by the");
        assertThat(watched.err()).containsPattern("[█░]{30} \\d+ %  \\d of \\d");
        assertThat(sweep.progress().percent()).isEqualTo(100);

        var back = ask("rollback", first.substring(0, 8), "--wait", "--json");
        assertThat(Json.read(back.out()).path("sweep").path("remaining").asLong(-1)).isZero();
        assertThat(ask("publish", "--rules", rules.toString(), "--only-check", "--wait").exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void comparesAHistoryWithTheLiveRules() throws IOException {
        var file = directory.resolve("past.csv");
        Files.writeString(file, HEADER + "9,85123A,HEART,6,2025-10-20 10:00:00,2.55,,past@example.org\n");

        var ran = ask("dry-run", "--history", file.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).contains("nobody can know");
    }

    @Test
    void comparesAllThatTheEngineKnowsWithItsLiveRules() throws IOException {
        var rules = CopiedRules.into(directory.resolve("candidate"));
        CopiedRules.change(rules.resolve("3-churn/churn-level.csv"), "0.7 and", "1.2 and");
        var csv = directory.resolve("affected.csv");

        var ran = ask("dry-run", "--rules", rules.toString(), "--csv", csv.toString());

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.FINE);
        assertThat(ran.out()).contains("The churn level changes for ", "watch", "high", "nobody can know");
        assertThat(Files.readString(csv)).contains("\"email:anna@example.org\",\"churn-level\",\"\",\"watch\",\"high\"");
        var id = ran.err().replaceAll("(?s)^Run ([0-9-]+) goes on in the engine.*", "$1");
        assertThat(ask("dry-run", "--resume", id).err()).startsWith("This dry run cannot go on.\nMaybe ");
        assertThat(ask("dry-run", "--cancel", id).err()).startsWith("This dry run is not under way.\nMaybe ");
        assertThat(ask("dry-run", "--cancel", "20260101-000000-000").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);

        CopiedRules.change(rules.resolve("3-churn/churn-level.csv"), "1.2 and", "a dozen and");
        var wrong = ask("dry-run", "--rules", rules.toString());
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.WRONG_FILES);
        assertThat(wrong.out() + wrong.err()).contains("churn-level.csv:11:1");
    }

    @Test
    void showsMendsAndReplaysWhatWasNotUnderstood() throws IOException {
        Files.createDirectories(directory.resolve("inbox/orders"));
        Files.writeString(directory.resolve("inbox/orders/b.csv"), HEADER + BAD);
        await().atMost(Duration.ofSeconds(60)).until(() -> ask("quarantine").out().contains("[six]"));
        var id = Json.read(ask("quarantine", "list", "--json").out()).path("items").get(0).path("id").asString();

        assertThat(ask("quarantine", "--lang", "zh").out()).contains("需要一个数，却是 [six]");
        assertThat(ask("quarantine", "show", id).out()).contains("b.csv:2:", BAD.strip());
        var refused = ask("quarantine", "replay", id);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(refused.err()).contains("[six]");
        assertThat(ask("quarantine", "mend", id).err()).contains("Maybe give a file");
        assertThat(ask("quarantine", "mend", id, "--replace", "giraffe", "--with", "6").err()).startsWith("[giraffe] ");

        assertThat(ask("quarantine", "mend", id, "--replace", "six", "--with", "6"))
                .isEqualTo(new Ran(ExitCode.FINE, "[" + id + "] is played again.\n", ""));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> search.find(new Identity(Identity.Kind.EMAIL, "mended@example.org")) != null);
        assertThat(ask("quarantine").out()).isEqualTo("Nothing waits.\n");
        assertThat(ask("quarantine", "list", "--all").out()).contains("replayed");
        assertThat(new String(quarantine.raw(id).orElseThrow(), StandardCharsets.UTF_8)).isEqualTo(BAD.strip());
    }

    @Test
    void bringsInHistoryWhileTheEngineRuns() throws IOException {
        var file = directory.resolve("history.csv");
        Files.writeString(file, HEADER + "9,85123A,HEART,6,2026-10-20 10:00:00,2.55,,history@example.org\n");

        var ran = ask("import", file.toString());

        assertThat(ran).isEqualTo(new Ran(ExitCode.FINE, "1 events are in.\n", ""));
        assertThat(search.find(new Identity(Identity.Kind.EMAIL, "history@example.org"))).isNotNull();
        assertThat(directory.resolve("inbox/history/history.csv")).hasSameTextualContentAs(file);
        assertThat(ask("import", "--abandon").err()).contains("No import is unfinished");
        assertThat(ask("import", "no/such.csv").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    private String live() {
        return Json.read(ask("versions", "--json").out()).path("live").asString();
    }

    private Ran ask(String... words) {
        return rapport(Stream.concat(Stream.of(words), Stream.of("--url", "http://localhost:" + port)).toArray(String[]::new));
    }
}
