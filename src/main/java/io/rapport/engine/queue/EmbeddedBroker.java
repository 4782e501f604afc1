package io.rapport.engine.queue;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.rapport.engine.EngineSettings;
import io.rapport.engine.start.StartRefused;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue inside this process: journal on disk, synced before a send returns, reachable by nobody else. Waiting messages past
 * the memory setting are paged to disk, so that a million of them need no more heap than a thousand.
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** Name of the one queue, and of its address. */
    public static final String EVENTS = "events.received";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final AtomicInteger NEXT_ID = new AtomicInteger();
    /** Stays empty; the broker wants one named. */
    private static final SimpleString DEAD = SimpleString.of("events.dead");
    private static final int SECONDS_TO_START = 60;
    /** Groups share this many buckets, so that a hundred thousand customers need no map of their own. */
    private static final int GROUP_BUCKETS = 1024;

    private final int id = NEXT_ID.getAndIncrement();
    private final Path directory;
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    public EmbeddedBroker(Path directory, EngineSettings.Broker settings) {
        this.directory = directory;
        broker.setConfiguration(configuration(settings));
    }

    /**
     * Starts the broker and makes sure that it can be used: its own {@code start} does not throw when the journal fails.
     *
     * @throws StartRefused if it is not active or the queue is missing
     */
    public void start() throws Exception {
        broker.start();
        ActiveMQServer server = broker.getActiveMQServer();
        server.registerIOCriticalErrorListener((cause, message, file) -> LOG.error(
                "The queue's journal failed and the broker stops: {}. Maybe the disk is full; restart when it is not.", message,
                cause));
        if (!server.waitForActivation(SECONDS_TO_START, TimeUnit.SECONDS) || !server.isActive()
                || server.locateQueue(EVENTS) == null) {
            broker.stop();
            throw new StartRefused(
                    "The embedded broker did not come up on its journal in [" + directory + "]",
                    "Maybe the JVM was started without -Dio.netty.noUnsafe=false, or the journal belongs to another user or"
                            + " is damaged: the lines above say which.");
        }
    }

    /** The address under which this process, and only this one, reaches the broker. */
    public String url() {
        return "vm://" + id;
    }

    boolean active() {
        ActiveMQServer server = broker.getActiveMQServer();
        return server != null && server.isActive();
    }

    /** Number of messages in the queue, those being worked on included. */
    public long waiting() {
        Queue queue = broker.getActiveMQServer().locateQueue(EVENTS);
        return queue == null ? 0 : queue.getMessageCount();
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }

    private Configuration configuration(EngineSettings.Broker settings) {
        Configuration configuration = new ConfigurationImpl()
                .setName("rapport-" + id)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration(
                        new TransportConfiguration(InVMAcceptorFactory.class.getName(), Map.of("serverId", id), "in-vm"))
                .addAddressSetting("#", addressSettings(settings))
                .addQueueConfiguration(QueueConfiguration.of(DEAD).setAddress(DEAD).setRoutingType(RoutingType.ANYCAST))
                .addQueueConfiguration(QueueConfiguration.of(EVENTS).setAddress(EVENTS).setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true).setGroupBuckets(GROUP_BUCKETS).setGroupRebalance(true)
                        .setGroupRebalancePauseDispatch(true));
        // A share of the disk says little on a large one: only running out of room fails a send, and the caller is told.
        configuration.setMaxDiskUsage(-1);
        configuration.setPersistenceEnabled(true);
        storeUnder(directory, configuration, settings);
        return configuration;
    }

    private static void storeUnder(Path directory, Configuration configuration, EngineSettings.Broker settings) {
        configuration.setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(true)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalBufferTimeout_NIO(Math.toIntExact(settings.journalTimer().toNanos()));
    }

    private static AddressSettings addressSettings(EngineSettings.Broker settings) {
        // Attempts are never used up and never delayed: who is at fault is decided by the consumer, not by counting.
        return new AddressSettings()
                .setMaxSizeBytes(settings.memory().toBytes())
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setPageSizeBytes(4 * 1024 * 1024)
                .setMaxDeliveryAttempts(-1)
                .setDeadLetterAddress(DEAD)
                .setExpiryAddress(DEAD)
                .setRedeliveryDelay(0)
                .setAutoCreateQueues(true)
                .setAutoCreateAddresses(true)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }
}
