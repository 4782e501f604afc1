package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decimal;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.facts.Worth;
import io.rapport.intake.CurrentBooks;
import io.rapport.intake.EventQueue;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop in London that sells in several currencies and keeps its books in euros, at its real doors. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CurrencyTests {

    private static final String ORDERS = "invoice,stock_code,description,quantity,unit_price,ts,customer_id,currency\n";

    private static final String RATES = """
            date,currency,rate
            2010-11-01,GBP,1.15
            2010-11-01,USD,0.92
            2010-11-20,USD,0.90
            2010-11-01,JPY,0.0088
            2010-11-01,KWD,2.5
            """;

    @TempDir
    static Path directory;

    private static int files;

    @Autowired
    private EventQueue queue;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private CustomerFile file;

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private Replay replay;

    @Autowired
    private CurrentBooks books;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void useAFreshDirectory(DynamicPropertyRegistry registry) throws IOException {
        var routes = Files.createDirectories(directory.resolve("routes"));
        try (var shipped = Files.list(Path.of("routes"))) {
            for (var route : shipped.toList()) {
                Files.copy(route, routes.resolve(route.getFileName()));
            }
        }
        Files.writeString(routes.resolve("rates.csv"), RATES);
        registry.add("rapport.data-directory", directory::toString);
        registry.add("rapport.intake.inbox", () -> directory.resolve("inbox").toString());
        registry.add("rapport.engine.routes", routes::toString);
        registry.add("rapport.book-currency", () -> "EUR");
    }

    @Test
    void bringsEveryOrderToTheCurrencyOfTheBooks() throws IOException {
        drop("""
                A1,1,Cup,3,33.30,2010-11-19 10:00:00,101,USD
                A2,1,Cup,1,100,2010-11-20 00:10:00,101,usd
                A3,1,Cup,1,10.00,2010-11-20 10:00:00,101,
                A4,1,Cup,1,1250,2010-11-20 10:00:00,102,JPY
                A5,1,Cup,1,1.234,2010-11-20 10:00:00,103,KWD
                A6,1,Cup,1,19.99,2010-11-20 10:00:00,104,€
                """);

        // 99.90 x 0.92 = 91.908 a day before the new rate, 100 x 0.90, and 10 pounds, which this shop sells in
        assertThat(spend("101")).isEqualTo("193.41");
        assertThat(spend("102")).isEqualTo("11");
        assertThat(spend("103")).as("1.234 dinars are not 1.23").isEqualTo("3.08");
        assertThat(spend("104")).isEqualTo("19.99");
    }

    @Test
    void showsMoneyWithItsCurrencyAndWhatWasToldBesideWhatItComesTo() throws Exception {
        drop("P1,1,Cup,3,33.30,2010-11-19 10:00:00,601,USD\n");
        spend("601");

        for (var language : List.of("en", "zh")) {
            assertThat(page("/customers/" + search.find(customer("601")) + "?lang=" + language)).as(language)
                    .contains("91.91 EUR", "99.90 USD (91.91 EUR)").doesNotContain("91.91 USD");
        }
        assertThat(page("/api/customers/" + search.find(customer("601")))).contains("\"currency\":\"EUR\"", "\"spend\":91.91");
    }

    private String page(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Test
    void bringsToTheBooksWhatComesThroughTheQueue() {
        var bea = new Identity(Identity.Kind.ORDER_SYSTEM, "201");
        var line = new EventData.OrderLine("1", "Cup", new BigDecimal("2"), new BigDecimal("50"), null, null);
        var noon = Instant.parse("2010-11-21T12:00:00Z");
        queue.putAll(List.of(
                new CustomerEvent("q1", "shop", EventTypes.ORDER_PLACED, List.of(bea), noon,
                        new EventData.Order("Q1", "USD", List.of(line))),
                new CustomerEvent("q2", "shop", EventTypes.ORDER_PLACED, List.of(bea), noon,
                        new EventData.Order("Q2", "EUR", List.of(line))),
                new CustomerEvent("q3", "shop", EventTypes.INVOICE_OVERDUE, List.of(bea), noon,
                        new EventData.Amount("I1", new BigDecimal("10.10"), "USD"))));

        assertThat(spend("201")).isEqualTo("190");
        assertThat(memory("201").balanceOverdue()).hasToString("9.09");
    }

    @Test
    void takesBackAtTheRateOfTheOrderWhatCameBackLater() throws IOException {
        drop("""
                R1,1,Cup,3,33.33,2010-11-19 10:00:00,301,USD
                R1,2,Tin,1,0.55,2010-11-19 10:00:00,301,USD
                R2,1,Cup,1,100,2010-11-19 10:00:00,302,USD
                """);
        assertThat(spend("301")).isEqualTo("92.5");
        spend("302");

        drop("""
                R1,1,Cup,-3,33.33,2010-11-25 10:00:00,301,USD
                R1,2,Tin,-1,0.55,2010-11-25 10:00:00,301,USD
                """);
        Files.writeString(directory.resolve("inbox/orders/" + ++files + ".csv"), """
                ts,customer_id,type,amount,ref,currency
                2010-11-25 10:00:00,302,RETURN,100,R2,USD
                2010-11-19 10:00:00,303,PURCHASE,9.99,S1,USD
                2010-11-25 10:00:00,303,RETURN,9.99,S1,USD
                2010-11-19 10:00:00,303,INVOICE.OVERDUE,9.99,I1,USD
                2010-11-25 10:00:00,303,PAYMENT.RECEIVED,9.99,I1,USD
                """);

        assertThat(returned("301")).as("91.99 + 0.51, as it was bought").isEqualTo("92.5");
        assertThat(returned("302")).isEqualTo("92");
        assertThat(returned("303")).isEqualTo(spend("303")).isEqualTo("9.19");
        assertThat(memory("303").balanceOverdue()).isEqualTo(Decimal.ZERO);
        for (var customer : List.of("301", "303")) {
            assertThat(Objects.requireNonNull(memory(customer).tallies().get(Worth.MARGIN)).sum()).as(customer)
                    .isEqualTo(Decimal.ZERO);
        }
    }

    @Test
    void waitsInQuarantineForARateAndIsPlayedAgain() throws Exception {
        var order = """
                W1,1,Cup,1,10,2010-11-20 10:00:00,401,CHF
                W1,2,Tin,1,20,2010-11-20 10:00:00,401,
                """;
        drop(order);
        queue.put(new CustomerEvent("w2", "shop", EventTypes.ORDER_PLACED, List.of(customer("402")),
                Instant.parse("2010-11-21T12:00:00Z"), new EventData.Order("W2", "CHF", List.of(
                        new EventData.OrderLine("1", "Cup", BigDecimal.ONE, new BigDecimal("50"), null, null)))));
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting("CHF").size() == 2);
        var waiting = waiting("CHF");
        assertThat(waiting).extracting(Quarantined::reason).allSatisfy(reason -> assertThat(reason)
                .contains("no rate of CHF in EUR is known for [2010-11-2").contains("routes/rates.csv"));
        assertThatThrownBy(() -> replay.play(waiting.getFirst().id(), null)).isInstanceOf(Replay.StillRefused.class)
                .hasMessageContaining("no rate of CHF");
        assertThatThrownBy(() -> replay.play(waiting.getLast().id(), null)).isInstanceOf(Replay.StillRefused.class)
                .hasMessageContaining("no rate of CHF");
        assertThat(search.find(customer("401"))).as("not counted as something else").isNull();

        rates(RATES + "2010-11-01,CHF,0.75\n");
        drop(order);
        assertThat(spend("401")).isEqualTo("22.5");
        for (var each : waiting) {
            replay.play(each.id(), null);
        }

        assertThat(spend("402")).isEqualTo("37.5");
        assertThat(spend("401")).as("the file had brought it already").isEqualTo("22.5");
        assertThat(Objects.requireNonNull(memory("401").tallies().get(EventTypes.ORDER_PLACED)).count()).isEqualTo(1);
        assertThat(waiting("CHF")).isEmpty();
    }

    @Test
    void bringsAnOrderToTheBooksAnewThatIsToldAgainAfterItsRateWasCorrected() throws Exception {
        var order = "K1,1,Cup,1,100,2010-11-20 10:00:00,501,SEK\n";
        rates(RATES + "2010-11-01,SEK,9.1\n");
        drop(order);
        assertThat(spend("501")).isEqualTo("910");

        rates(RATES + "2010-11-01,SEK,0.091\n");
        assertThat(spend("501")).as("until it is told again").isEqualTo("910");
        drop(order);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(spend("501")).isEqualTo("9.1"));
    }

    private void rates(String text) throws IOException {
        var file = Files.writeString(directory.resolve("routes/rates.csv"), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(++files)));
        var last = text.lines().toList().getLast().split(",");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                books.now().rates().on(LocalDate.parse(last[0]), last[1])).hasValueSatisfying(
                        rate -> assertThat(rate.getValue()).isEqualTo(last[2])));
    }

    private List<Quarantined> waiting(String currency) {
        return quarantine.list(Quarantined.Status.WAITING, 0, 100).stream()
                .filter(one -> one.reason().contains(currency)).sorted(Comparator.comparing(Quarantined::route).reversed())
                .toList();
    }

    private String returned(String customer) {
        await().atMost(Duration.ofSeconds(60)).until(() -> memory(customer).tallies().containsKey(EventTypes.ORDER_RETURNED));
        return Objects.requireNonNull(memory(customer).tallies().get(EventTypes.ORDER_RETURNED)).sum().toString();
    }

    private static void drop(String lines) throws IOException {
        Files.writeString(directory.resolve("inbox/orders/" + ++files + ".csv"), ORDERS + lines);
    }

    private String spend(String customer) {
        await().atMost(Duration.ofSeconds(60)).until(() -> search.find(customer(customer)) != null);
        return Objects.requireNonNull(memory(customer).purchases()).spend().toString();
    }

    private Memory memory(String customer) {
        return Objects.requireNonNull(file.card(Objects.requireNonNull(search.find(customer(customer))))).memory();
    }

    private static Identity customer(String number) {
        return new Identity(Identity.Kind.ORDER_SYSTEM, number);
    }
}
