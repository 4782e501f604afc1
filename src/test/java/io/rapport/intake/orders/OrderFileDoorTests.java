package io.rapport.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.rapport.facts.OrderKey;
import io.rapport.intake.IntakeTestHouse;
import io.rapport.intake.OrderMapping;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import io.rapport.intake.QueueInMemory;
import io.rapport.intake.RoutesOfTheHouse;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = IntakeTestHouse.class, webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
        "spring.datasource.url=jdbc:h2:mem:orders"})
class OrderFileDoorTests {

    private static final String FILE = """
            invoice,stock_code,description,quantity,ts,unit_price,customer_id,country
            1,85048,BALL,12,2010-06-01 07:45:00,6.95,13085,UK
            1,85049,LAMP,l2,2010-06-01 07:45:00,6.95,13085,UK
            1,85050,DOLL,1,2010-06-01 07:45:00,6.95,13085,UK
            C2,85050,DOLL,-1,2010-06-02 07:45:00,6.95,13085,UK
            3,85050,DOLL,1,2010-06-02 07:45:00,6.95,,UK
            """;

    @TempDir
    static Path inbox;

    @Autowired
    private CamelContext camel;

    @Autowired
    private QueueInMemory queue;

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private OrderMapping mapping;

    @DynamicPropertySource
    static void watchAFreshFolder(DynamicPropertyRegistry registry) {
        registry.add("rapport.intake.inbox", inbox::toString);
    }

    @BeforeEach
    void openTheDoor() throws Exception {
        RoutesOfTheHouse.load(camel, "00", "12");
        queue.clear();
    }

    @AfterEach
    void closeTheDoor() throws Exception {
        for (String route : List.of("orders-in", "order-columns")) {
            camel.getRouteController().stopRoute(route);
            camel.removeRoute(route);
        }
    }

    @Test
    void takesAFileOnceAndPutsTheBadLineAside() throws Exception {
        drop("first.csv");
        drop("again.csv");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> done().stream().map(Path::toString)
                        .filter(name -> name.endsWith("-first.csv") || name.endsWith("-again.csv"))
                        .count() == 2);
        assertThat(queue.events()).extracting(event -> OrderKey.of(event).orElseThrow().order()).containsExactly(
                "orders/retail/1/placed", "orders/retail/C2/returned",
                "orders/retail/3/placed");
        assertThat(quarantine.list(Quarantined.Status.WAITING, 0, 10)).singleElement().satisfies(bad -> {
            assertThat(bad.route()).isEqualTo("orders-in");
            assertThat(bad.reason()).contains(".csv:3:14").contains("[l2]");
            assertThat(quarantine.raw(bad.id())).contains(
                    "1,85049,LAMP,l2,2010-06-01 07:45:00,6.95,13085,UK".getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void leavesTheFileWhereItIsWhileTheQueueIsDown() throws Exception {
        queue.switchOff();
        drop("later.csv");
        Path lock = inbox.resolve("orders/later.csv");

        await().atMost(Duration.ofSeconds(20)).until(() -> camel.getInflightRepository().size() == 0 && Files.exists(lock));
        assertThat(queue.events()).isEmpty();
        queue.switchOn();

        await().atMost(Duration.ofSeconds(20)).until(() -> queue.events().size() == 3 && !Files.exists(lock));
    }

    @Test
    void tellsTheImportHowTheShopWrites() {
        OrderColumns columns = mapping.current().columns();

        assertThat(columns.system()).isEqualTo("retail");
        assertThat(columns.name(OrderField.PRICE)).isEqualTo("unit_price");
        assertThat(columns.types()).containsEntry("PURCHASE", "order.placed");
    }

    private static void drop(String name) throws IOException {
        Files.createDirectories(inbox.resolve("orders"));
        Files.writeString(inbox.resolve("orders").resolve(name), FILE);
    }

    private static List<Path> done() throws IOException {
        Path folder = inbox.resolve("orders/.done");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
