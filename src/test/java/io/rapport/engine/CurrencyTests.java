package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import io.rapport.intake.EventQueue;
import io.rapport.intake.Quarantine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
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
