package io.rapport.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.rapport.facts.EventTypes;
import io.rapport.intake.Quarantined.Status;
import io.rapport.intake.orders.OrderFileDoor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = IntakeTestHouse.class, webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
        "spring.datasource.url=jdbc:h2:mem:replay", "rapport.data-directory=target/intake-tests/replay",
        "rapport.intake.inbox=target/unused/inbox"})
class QuarantineTests {

    private static final String HEADER = "invoice,stock_code,description,quantity,ts,unit_price,customer_id";

    private static final String GOOD = "1,85049,LAMP,12,2010-06-01 07:45:00,6.95,13085";

    @Autowired
    private CamelContext camel;

    @Autowired
    private QueueInMemory queue;

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private OrderFileDoor door;

    @BeforeEach
    void openTheDoors() throws Exception {
        RoutesOfTheHouse.load(camel, "00", "12");
        queue.clear();
    }

    @Test
    void takesAMendedLineAsAnOrderOfItsOwn(@TempDir Path folder) throws Exception {
        long before = quarantine.count(Status.WAITING);
        replay(folder, GOOD + "\n");
        replay(folder, GOOD + "\n");
        List<String> refused = replay(folder, GOOD.replace("12", "l2") + "\n");

        assertThat(queue.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventTypes.ORDER_PLACED);
            assertThat(event.id()).as("not the id of the order, which came in long ago")
                    .startsWith("orders/retail/1/placed/late-");
        });
        assertThat(refused).singleElement().asString().contains("[l2]");
        assertThat(quarantine.count(Status.WAITING)).as("it is there already").isEqualTo(before);
    }

    @Test
    void keepsTheBytesAsTheyCameBesideTheMendedOnes() {
        String id = quarantine.putRecord("orders-in", bad("a.csv:3:14", "1,85049,LAMP,l2,2010-06-01 07:45:00,6.95,13085"));

        quarantine.replayed(id, GOOD.getBytes(UTF_8));

        assertThat(quarantine.find(id)).map(Quarantined::status).contains(Status.REPLAYED);
        assertThat(new String(quarantine.raw(id).orElseThrow(), UTF_8)).contains("l2");
        assertThat(quarantine.preface(id)).contains(HEADER.getBytes(UTF_8));
    }

    @Test
    void keepsTheSameMessageOnce() {
        long before = quarantine.count(Status.WAITING);
        quarantine.putRecord("orders-in", bad("b.csv:7:1", "x"));
        quarantine.putRecord("orders-in", bad("b-again.csv:7:1", "x"));
        quarantine.putRecord("orders-in", bad("b.csv:8:1", "x"));
        quarantine.put("events.received", "no event", new byte[] {1}, "message-1");
        quarantine.put("events.received", "no event", new byte[] {1}, "message-1");

        assertThat(quarantine.count(Status.WAITING) - before).isEqualTo(3);
    }

    @Test
    void keepsManyBytesAsTheyCame() {
        byte[] raw = new byte[2_500_000];
        new Random(7).nextBytes(raw);
        String id = quarantine.put("email-in", "too large", raw, null);

        assertThat(Arrays.equals(quarantine.raw(id).orElseThrow(), raw)).isTrue();
        assertThat(quarantine.find(id)).map(Quarantined::size).contains(2_500_000L);
        quarantine.discard(id);
        assertThat(quarantine.list(Status.DISCARDED, 0, 5)).extracting(Quarantined::id).containsExactly(id);
    }

    private List<String> replay(Path folder, String line) throws Exception {
        Path file = Files.writeString(folder.resolve("record.csv"), HEADER + "\n" + line);
        Exchange exchange = camel.getEndpoint("direct:order-columns").createExchange();
        exchange.setProperty(Quarantine.REPLAYED, true);
        exchange.getMessage().setBody(file.toFile());
        try (var template = camel.createProducerTemplate()) {
            template.send("direct:order-columns", exchange);
        }
        door.process(exchange);
        return exchange.getProperty(Quarantine.REJECTED, List.class);
    }

    private static OrderFile.Rejected bad(String at, String line) {
        return new OrderFile.Rejected(at, at + "  wrong", line.getBytes(UTF_8), HEADER.getBytes(UTF_8), 1);
    }
}
