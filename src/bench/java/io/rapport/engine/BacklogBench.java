package io.rapport.engine;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.rapport.engine.queue.EmbeddedBroker;
import io.rapport.intake.EventJson;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Session;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** A million events wait in the embedded broker, with nobody to take them. Run with {@code -Xmx256m}: it pages or it dies. */
public final class BacklogBench {

    private static final int CHUNK = 1_000;

    private BacklogBench() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("io.netty.noUnsafe", "false");
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        var count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        var settings = new EngineSettings.Broker(null, null, null, Duration.ofNanos(150_000), DataSize.ofMegabytes(32));
        var broker = new EmbeddedBroker(Files.createTempDirectory("rapport-backlog"), settings);
        broker.start();
        var begun = System.nanoTime();
        send(broker.url(), count);
        var seconds = (System.nanoTime() - begun) / 1e9;
        System.gc();
        var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        System.out.printf(Locale.ROOT, "%,d events wait, sent at %,.0f/s; heap in use %,d MB of at most %,d MB%n",
                broker.waiting(), count / seconds, used.getUsed() >> 20, used.getMax() >> 20);
        broker.close();
        System.exit(0);
    }

    private static void send(String url, int count) throws Exception {
        var json = new EventJson();
        var events = new BenchEvents("wait", 100_000, Instant.now(), 1);
        try (var factory = new ActiveMQConnectionFactory(url);
                var connection = factory.createConnection();
                var session = connection.createSession(Session.SESSION_TRANSACTED);
                var producer = session.createProducer(session.createQueue(EmbeddedBroker.EVENTS))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (var sent = 0; sent < count; sent += CHUNK) {
                for (var event : events.next(CHUNK)) {
                    var message = session.createBytesMessage();
                    message.writeBytes(json.write(event));
                    message.setStringProperty("JMSXGroupID", event.identities().getFirst().key());
                    producer.send(message);
                }
                session.commit();
            }
        }
    }
}
