package io.rapport.engine.queue;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Identity;
import io.rapport.intake.EventJson;
import io.rapport.intake.EventQueue;
import io.rapport.intake.QueueUnavailable;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Durable sends into {@code events.received}: a call returns only after the broker has synced its journal. */
@Component
class BrokerEventQueue implements EventQueue {

    /** Messages of one group reach one consumer, in their order. */
    private static final String GROUP = "JMSXGroupID";

    private final ConnectionFactory connections;
    private final DiskReserve disk;
    private final EventJson json = new EventJson();

    BrokerEventQueue(@Qualifier("pooledConnections") ConnectionFactory connections, DiskReserve disk) {
        this.connections = connections;
        this.disk = disk;
    }

    @Override
    public void put(CustomerEvent event) {
        send(List.of(event), false);
    }

    @Override
    public void putAll(List<CustomerEvent> events) {
        if (!events.isEmpty()) {
            send(events, true);
        }
    }

    private void send(List<CustomerEvent> events, boolean together) {
        disk.check();
        int acknowledge = together ? Session.SESSION_TRANSACTED : Session.AUTO_ACKNOWLEDGE;
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(acknowledge);
                MessageProducer producer = session.createProducer(session.createQueue(EmbeddedBroker.EVENTS))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (CustomerEvent event : events) {
                producer.send(message(session, event));
            }
            if (together) {
                session.commit();
            }
        } catch (JMSException e) {
            throw new QueueUnavailable("The queue did not confirm [" + events.size() + "] events, first ["
                    + events.getFirst().id() + "]\nMaybe the broker is down: send them again when it is back.", e);
        }
    }

    private BytesMessage message(Session session, CustomerEvent event) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(json.write(event));
        if (!event.identities().isEmpty()) {
            message.setStringProperty(GROUP, groupOf(event.identities().getFirst()));
        }
        return message;
    }

    /** A digest: the broker's consoles and logs are no place for an address. */
    static String groupOf(Identity strongest) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(strongest.key().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
