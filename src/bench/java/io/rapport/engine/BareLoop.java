package io.rapport.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.rapport.customer.BareBooks;
import io.rapport.engine.queue.EmbeddedBroker;
import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventJson;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The fastest loop we can write from queue to books: raw JMS and JDBC in batches of 200, one thread each way. */
final class BareLoop {

    private static final int BATCH = 200;

    private final ActiveMQConnectionFactory connections;
    private final EventJson json = new EventJson();

    BareLoop(String url) {
        this.connections = new ActiveMQConnectionFactory(url);
    }

    /** Sends in transactions of a thousand, grouped by identity as the engine's own queue is. */
    void send(List<CustomerEvent> events) throws JMSException {
        try (var connection = connections.createConnection();
                var session = connection.createSession(Session.SESSION_TRANSACTED);
                var producer = session.createProducer(session.createQueue(EmbeddedBroker.EVENTS))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            var inBatch = 0;
            for (var event : events) {
                var message = session.createBytesMessage();
                message.writeBytes(json.write(event));
                message.setStringProperty("JMSXGroupID", event.identities().getFirst().key());
                producer.send(message);
                if (++inBatch % 1000 == 0) {
                    session.commit();
                }
            }
            session.commit();
        }
    }

    /** Takes this many events; database first, then the queue. */
    void receive(int count, BareBooks books) throws Exception {
        try (var connection = connections.createConnection();
                var session = connection.createSession(Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(session.createQueue(EmbeddedBroker.EVENTS))) {
            connection.start();
            var taken = 0;
            while (taken < count) {
                var batch = new ArrayList<CustomerEvent>(BATCH);
                for (var message = consumer.receive(1000); message != null; message = batch.size() < BATCH
                        ? consumer.receiveNoWait()
                        : null) {
                    batch.add(json.read(((BytesMessage) message).getBody(byte[].class)));
                }
                if (!batch.isEmpty()) {
                    books.handle(batch, Instant.now());
                    session.commit();
                    taken += batch.size();
                }
            }
        }
    }
}
