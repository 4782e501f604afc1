package io.rapport.action;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread of the sender. Stopping lets the message that is being handed over come to its end. */
@Component
final class SenderLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SenderLoop.class);

    private final Sender sender;
    private final ActionSettings settings;
    private @Nullable Thread thread;
    private volatile boolean running;

    SenderLoop(Sender sender, ActionSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.delivering();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("action-sender").daemon().start(this::run);
    }

    private void run() {
        while (running) {
            try {
                if (sender.round(() -> running) > 0) {
                    continue;
                }
            } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
                LOG.error("Delivery rests and tries again: {}", e.toString());
            }
            rest();
        }
    }

    private synchronized void rest() {
        if (!running) {
            return;
        }
        try {
            wait(settings.pollInterval().toMillis());
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        Thread ending;
        synchronized (this) {
            running = false;
            notifyAll();
            ending = thread;
        }
        if (ending == null) {
            return;
        }
        try {
            ending.join(settings.lease().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
