package io.rapport.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.rapport.facts.EventTypes;
import io.rapport.intake.Quarantined.Status;

@SpringBootTest(classes = IntakeTestHouse.class, webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
        "spring.datasource.url=jdbc:h2:mem:replay", "rapport.data-directory=target/intake-tests/replay",
        "rapport.intake.inbox=target/unused/inbox"})
class QuarantineReplayTests {

    private static final String HEADER = "invoice,stock_code,description,quantity,ts,unit_price,customer_id";

    private static final String GOOD = "1,85049,LAMP,12,2010-06-01 07:45:00,6.95,13085";

    @Autowired
    private CamelContext camel;

    @Autowired
    private QueueInMemory queue;

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private QuarantineReplay replay;

    @BeforeEach
    void openTheDoors() throws Exception {
        RoutesOfTheHouse.load(camel, "00", "12");
        queue.clear();
    }

    @Test
    void sendsAMendedLineAsAnOrderOfItsOwn() throws Malformed {
        String id = quarantine.putRecord("orders-in", bad("a.csv:3:14", "1,85049,LAMP,l2,2010-06-01 07:45:00,6.95,13085"));

        assertThatThrownBy(() -> replay.replay(id, quarantine.raw(id).orElseThrow())).isInstanceOf(Malformed.class)
                .hasMessageContaining("[l2]");
        assertThat(quarantine.find(id)).map(Quarantined::status).contains(Status.WAITING);

        replay.replay(id, GOOD.getBytes(UTF_8));
        assertThat(queue.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventTypes.ORDER_PLACED);
            assertThat(event.id()).startsWith("orders/retail/1/placed/late-");
        });
        assertThat(quarantine.find(id)).map(Quarantined::status).contains(Status.REPLAYED);
        assertThat(new String(quarantine.raw(id).orElseThrow(), UTF_8)).as("raw stays").contains("l2");
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

    @Test
    void sendsAMendedMail() throws Malformed {
        String id = quarantine.put("email-in", "no sender", "Subject: Hello\r\n\r\nText".getBytes(UTF_8), null);

        replay.replay(id, "From: anna@example.org\r\nSubject: Hello\r\n\r\nText".getBytes(UTF_8));

        assertThat(queue.events()).singleElement().extracting("type").isEqualTo(EventTypes.EMAIL_RECEIVED);
    }

    private static OrderFile.Rejected bad(String at, String line) {
        return new OrderFile.Rejected(at, at + "  wrong", line.getBytes(UTF_8), HEADER.getBytes(UTF_8), 1);
    }
}
