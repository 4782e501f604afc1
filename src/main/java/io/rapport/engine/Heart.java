package io.rapport.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.engine.queue.BatchHandling;
import io.rapport.engine.queue.EmbeddedBroker;
import io.rapport.engine.queue.EventConsumer;
import io.rapport.engine.queue.ParkedEvents;
import io.rapport.engine.queue.Patience;
import io.rapport.intake.EventGate;
import io.rapport.intake.Quarantine;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Starts and stops the threads that take events from the queue, and says how they are doing. */
@Component
public class Heart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    /** Place of the consumers among those who wait for the application to be ready. */
    static final int STARTS = 0;

    private static final int SECONDS_TO_FINISH_A_BATCH = 30;

    private final EngineSettings settings;
    private final ActiveMQConnectionFactory connections;
    private final EventGate gate;
    private final Quarantine quarantine;
    private final BatchHandling handling;
    private final ParkedEvents parked;
    private final @Nullable EmbeddedBroker broker;
    private final Counter handled;
    private final Speed speed;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Patience> patiences = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean running;

    Heart(EngineSettings settings, ActiveMQConnectionFactory connections, EventGate gate, Quarantine quarantine,
            BatchHandling handling, ParkedEvents parked,
            ObjectProvider<EmbeddedBroker> broker, MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.connections = connections;
        this.gate = gate;
        this.quarantine = quarantine;
        this.handling = handling;
        this.parked = parked;
        this.broker = broker.getIfAvailable();
        this.speed = new Speed(clock);
        this.handled = Counter.builder("rapport.engine.events").description("Events taken from the queue").register(meters);
        Gauge.builder("rapport.engine.paused", this, heart -> heart.pausedBecause() == null ? 0 : 1)
                .description("1 while database or broker are out of reach").register(meters);
        if (this.broker != null) {
            Gauge.builder("rapport.engine.waiting", this.broker, EmbeddedBroker::waiting)
                    .description("Events in the queue").register(meters);
        }
    }

    /** How the engine is doing now. */
    public Pulse pulse() {
        Long waiting = broker == null ? null : broker.waiting();
        return new Pulse(waiting, (long) handled.count(), speed.perSecond(), parked.count(), pausedBecause());
    }

    /** Only when everything else is ready, and before the doors open. */
    @Override
    @EventListener(ApplicationReadyEvent.class)
    @Order(STARTS)
    public synchronized void start() {
        if (running) {
            return;
        }
        stop = new CountDownLatch(1);
        for (int number = 1; number <= settings.consumers(); number++) {
            String name = "events-" + number;
            Patience patience = new Patience(name, settings.longestPause(), stop);
            patiences.add(patience);
            threads.add(Thread.ofPlatform().name(name).start(new EventConsumer(
                    connections, gate, quarantine, handling, settings.batch(), patience, stop, this::count)));
        }
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        stop.countDown();
        for (Thread thread : threads) {
            try {
                if (!thread.join(Duration.ofSeconds(SECONDS_TO_FINISH_A_BATCH))) {
                    LOG.warn("{} has not finished its batch in {} s; the queue will deliver it again", thread.getName(),
                            SECONDS_TO_FINISH_A_BATCH);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        patiences.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    private void count(int events) {
        handled.increment(events);
        speed.count(events);
    }

    /** Why the consumers have been waiting for longer than a hitch, or for good; null if they work. */
    @Nullable
    String standsStillBecause() {
        return patiences.stream().filter(Patience::isLasting).map(Patience::because).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    long parked() {
        return parked.count();
    }

    private @Nullable String pausedBecause() {
        return patiences.stream().map(Patience::because).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
