package io.rapport.engine.queue;

import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventJson;
import io.rapport.intake.EventGate;
import io.rapport.intake.Malformed;
import io.rapport.intake.Quarantine;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** One thread's loop: receive a batch, have it committed, then acknowledge. A crash in between delivers it again; its ids are known. */
public final class EventConsumer implements Runnable {

    private static final long RECEIVE_MILLIS = 250;

    private final ConnectionFactory connections;
    private final EventJson json = new EventJson();
    private final EventGate gate;
    private final Quarantine quarantine;
    private final BatchHandling handling;
    private final int most;
    private final Patience patience;
    private final CountDownLatch stop;
    private final IntConsumer handled;

    public EventConsumer(ConnectionFactory connections, EventGate gate, Quarantine quarantine, BatchHandling handling, int most,
            Patience patience, CountDownLatch stop, IntConsumer handled) {
        this.connections = connections;
        this.gate = gate;
        this.quarantine = quarantine;
        this.handling = handling;
        this.most = most;
        this.patience = patience;
        this.stop = stop;
        this.handled = handled;
    }

    @Override
    public void run() {
        try {
            boolean goOn = true;
            while (goOn && !stopped()) {
                goOn = consumeUntilTrouble();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean consumeUntilTrouble() throws InterruptedException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(EmbeddedBroker.EVENTS))) {
            connection.start();
            while (!stopped()) {
                List<Arrived> messages = receive(consumer);
                if (messages.isEmpty()) {
                    patience.passed();
                } else if (handling.handle(read(messages), patience)) {
                    session.commit();
                    handled.accept(messages.size());
                } else {
                    session.rollback();
                }
            }
            return false;
        } catch (JMSException | RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError trouble) {
            return patience.pause(trouble);
        }
    }

    /** @param raw the body as it came */
    private record Arrived(String id, byte[] raw) {}

    /** A body is read before the next message is asked for: that of a large one streams, and what was not read by then is gone. */
    private List<Arrived> receive(MessageConsumer consumer) throws JMSException {
        List<Arrived> messages = new ArrayList<>();
        Message message = consumer.receive(RECEIVE_MILLIS);
        while (message != null) {
            messages.add(new Arrived(message.getJMSMessageID(), bytes(message)));
            message = messages.size() < most ? consumer.receiveNoWait() : null;
        }
        return messages;
    }

    private List<CustomerEvent> read(List<Arrived> messages) {
        List<CustomerEvent> events = new ArrayList<>(messages.size());
        for (Arrived message : messages) {
            CustomerEvent event = read(message);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    /** Other kinds of messages are never deserialised: their bytes could run code. */
    private @Nullable CustomerEvent read(Arrived message) {
        try {
            return gate.admitted(json.read(message.raw()));
        } catch (Malformed unreadable) {
            quarantine.put(EmbeddedBroker.EVENTS, unreadable.reason(), message.raw(), message.id());
        } catch (RuntimeException | StackOverflowError | LinkageError unreadable) {
            // whatever is wrong with it, it would be the same the next time, and everything behind it would wait
            quarantine.put(EmbeddedBroker.EVENTS, Trouble.describe(unreadable), message.raw(), message.id());
        }
        return null;
    }

    /** None for a message without a body, which JMS says with null. */
    private static byte[] bytes(Message message) throws JMSException {
        byte @Nullable [] body = switch (message) {
            case BytesMessage bytes -> bytes.getBody(byte[].class);
            case TextMessage text when text.getText() != null -> text.getText().getBytes(StandardCharsets.UTF_8);
            default -> null;
        };
        return body == null ? new byte[0] : body;
    }

    private boolean stopped() {
        return stop.getCount() == 0 || patience.gaveUp();
    }
}
