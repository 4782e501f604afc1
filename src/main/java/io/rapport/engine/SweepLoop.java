package io.rapport.engine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.rapport.engine.queue.Trouble;

/** The thread of the sweep: it may be at it for minutes, and nothing else waits for it. */
@Component
final class SweepLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SweepLoop.class);

    private static final Duration TO_FINISH = Duration.ofSeconds(30);

    private final Sweep sweep;
    private final SweepSettings settings;
    private @Nullable Thread thread;
    private volatile boolean running;

    SweepLoop(Sweep sweep, SweepSettings settings) {
        this.sweep = sweep;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("sweep").daemon().start(this::run);
    }

    private void run() {
        while (running) {
            try {
                if (sweep.isDue()) {
                    sweep.run();
                }
            } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError trouble) {
                LOG.warn("The sweep rests and tries again: {}", Trouble.describe(trouble));
            }
            rest();
        }
    }

    private synchronized void rest() {
        try {
            if (running) {
                wait(settings.interval().toMillis());
            }
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** The batches that have begun are brought to their end. */
    @Override
    public void stop() {
        Thread stopping;
        synchronized (this) {
            running = false;
            notifyAll();
            stopping = thread;
        }
        sweep.stop();
        try {
            if (stopping != null && !stopping.join(TO_FINISH)) {
                LOG.warn("The sweep has not finished its batches in {} s", TO_FINISH.toSeconds());
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
