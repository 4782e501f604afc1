package io.rapport.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.rapport.engine.EngineSettings;
import io.rapport.engine.Events;
import io.rapport.intake.EventJson;
import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class EmbeddedBrokerTests {

    private static final EngineSettings.Broker EMBEDDED = new EngineSettings.Broker(null, null, null, Duration.ofNanos(150_000),
            DataSize.ofMegabytes(1));

    @TempDir
    Path directory;

    @Test
    void keepsWhatWasPutAcrossARestartInItsOrder() throws Exception {
        try (EmbeddedBroker broker = started(); ActiveMQConnectionFactory connections = to(broker)) {
            BrokerEventQueue queue = new BrokerEventQueue(connections, new DiskReserve(() -> Long.MAX_VALUE, 0));
            queue.put(Events.deliveryOf("anna", "1"));
            queue.putAll(List.of(Events.deliveryOf("anna", "2"), Events.deliveryOf("ben", "3")));
        }

        try (EmbeddedBroker again = started(); ActiveMQConnectionFactory connections = to(again)) {
            assertThat(again.waiting()).isEqualTo(3);
            assertThat(drain(connections)).containsExactly("1", "2", "3");
        }
    }

    @Test
    void startsAThirdTimeOnTheSameJournal() throws Exception {
        for (int start = 0; start < 3; start++) {
            try (EmbeddedBroker broker = started()) {
                assertThat(broker.active()).isTrue();
            }
        }

        assertThat(Files.list(directory.resolve("journal"))).isNotEmpty();
    }

    @Test
    void pagesToDiskWhatDoesNotFitIntoItsMemory() throws Exception {
        int many = 20_000;
        try (EmbeddedBroker broker = started(); ActiveMQConnectionFactory connections = to(broker)) {
            new BrokerEventQueue(connections, new DiskReserve(() -> Long.MAX_VALUE, 0)).putAll(
                    IntStream.range(0, many).mapToObj(i -> Events.deliveryOf("c" + i, "e" + i)).toList());

            await().untilAsserted(() -> assertThat(broker.waiting()).isEqualTo(many));
            assertThat(Files.list(directory.resolve("paging"))).isNotEmpty();
            assertThat(drain(connections)).hasSize(many).doesNotHaveDuplicates();
        }
    }

    @Test
    void groupsByTheStrongestIdentityWithoutNamingIt() throws Exception {
        try (EmbeddedBroker broker = started(); ActiveMQConnectionFactory connections = to(broker)) {
            new BrokerEventQueue(connections, new DiskReserve(() -> Long.MAX_VALUE, 0)).put(Events.deliveryOf("anna", "1"));

            try (var connection = connections.createConnection();
                    var session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                    var consumer = session.createConsumer(session.createQueue(EmbeddedBroker.EVENTS))) {
                connection.start();
                assertThat(consumer.receive(5_000).getStringProperty("JMSXGroupID")).hasSize(24).doesNotContain("anna");
            }
        }
    }

    private EmbeddedBroker started() throws Exception {
        EmbeddedBroker broker = new EmbeddedBroker(directory, EMBEDDED);
        broker.start();
        return broker;
    }

    private static ActiveMQConnectionFactory to(EmbeddedBroker broker) {
        return new ActiveMQConnectionFactory(broker.url());
    }

    private static List<String> drain(ActiveMQConnectionFactory connections) throws Exception {
        List<String> ids = new ArrayList<>();
        try (var connection = connections.createConnection();
                var session = connection.createSession(Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(session.createQueue(EmbeddedBroker.EVENTS))) {
            connection.start();
            for (Message message = consumer.receive(2_000); message != null; message = consumer.receive(500)) {
                ids.add(new EventJson().read(((BytesMessage) message).getBody(byte[].class)).id());
                if (ids.size() % 200 == 0) {
                    session.commit();
                }
            }
            session.commit();
        }
        return ids;
    }
}
