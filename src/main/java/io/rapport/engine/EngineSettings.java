package io.rapport.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the engine, prefix {@code rapport.engine}.
 *
 * @param routes folder of the route files, default {@code routes} in the working directory
 * @param reloadRoutes whether a saved route file takes effect without a restart, default true
 * @param batch most events in one database transaction, default 200
 * @param consumers threads that take events from the queue in this process, default 1
 * @param longestPause longest wait between two attempts while the database or the broker is out of reach, default 10 seconds
 * @param parkedRetry how often the events of parked customers are tried again, default 10 minutes
 * @param broker the queue's broker
 */
@ConfigurationProperties("rapport.engine")
public record EngineSettings(
        @DefaultValue("routes") String routes,
        @DefaultValue("true") boolean reloadRoutes,
        @DefaultValue("200") int batch,
        @DefaultValue("1") int consumers,
        @DefaultValue("10s") Duration longestPause,
        @DefaultValue("10m") Duration parkedRetry,
        @DefaultValue Broker broker) {

    public EngineSettings {
        if (batch < 1 || batch > 10_000) {
            throw new IllegalArgumentException("rapport.engine.batch is [" + batch + "]\nMaybe 200; it may be 1 to 10000.");
        }
        if (consumers < 1 || consumers > 64) {
            throw new IllegalArgumentException(
                    "rapport.engine.consumers is [" + consumers + "]\nMaybe 1; it may be 1 to 64.");
        }
    }

    /** The folder of the route files. */
    Path routesFolder() {
        return Path.of(routes).toAbsolutePath().normalize();
    }

    /**
     * Settings of the broker, prefix {@code rapport.engine.broker}.
     *
     * @param url an external Artemis, for instance {@code tcp://queue:61616}; empty for the embedded one, the default
     * @param user for an external broker
     * @param password for an external broker
     * @param journalTimer longest wait for company before the embedded journal is synced, default 150 microseconds
     * @param memory waiting messages that the embedded broker keeps in memory before it pages them to disk, default 32 MB
     */
    public record Broker(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("150us") Duration journalTimer,
            @DefaultValue("32MB") DataSize memory) {

        boolean embedded() {
            return url == null || url.isBlank();
        }

        /** Without the password. */
        @Override
        public String toString() {
            return embedded() ? "Broker[embedded]" : "Broker[" + url + "]";
        }
    }
}
