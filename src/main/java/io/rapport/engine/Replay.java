package io.rapport.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rapport.engine.queue.EmbeddedBroker;
import io.rapport.intake.EventGate;
import io.rapport.intake.EventJson;
import io.rapport.intake.EventQueue;
import io.rapport.intake.Malformed;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plays a quarantined message again through the door it came by, as it came or mended. The original bytes are kept. */
@Component
public class Replay {

    private final CamelContext camel;
    private final Quarantine quarantine;
    private final EventQueue queue;
    private final EventGate gate;
    private final EventJson json = new EventJson();

    Replay(CamelContext camel, Quarantine quarantine, EventQueue queue, EventGate gate) {
        this.gate = gate;
        this.camel = camel;
        this.quarantine = quarantine;
        this.queue = queue;
    }

    /** The message did not become an event; it stays in quarantine, with the reason as people read it. */
    public static final class StillRefused extends Exception {

        private static final long serialVersionUID = 1;

        public StillRefused(String reason) {
            super(reason);
        }

        StillRefused(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /**
     * Returns when the events of the message are durable.
     *
     * @param id of the quarantined message
     * @param mended what to play instead of the bytes as they came; null to play those
     * @throws StillRefused when it still cannot be read, or its door is closed
     */
    public void play(String id, byte @Nullable [] mended) throws StillRefused {
        Quarantined about = quarantine.find(id)
                .orElseThrow(() -> new StillRefused("nothing in quarantine is called [" + id + "]"));
        byte[] bytes = mended == null ? quarantine.raw(id).orElse(new byte[0]) : mended;
        if (about.route().equals(EmbeddedBroker.EVENTS)) {
            enqueue(bytes);
        } else {
            through(about, joined(quarantine.preface(id).orElse(new byte[0]), bytes));
        }
        quarantine.replayed(id, bytes);
    }

    private void enqueue(byte[] bytes) throws StillRefused {
        try {
            queue.put(gate.admitted(json.read(bytes)));
        } catch (Malformed unreadable) {
            throw new StillRefused(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private void through(Quarantined about, byte[] bytes) throws StillRefused {
        Route route = camel.getRoute(about.route());
        if (route == null) {
            throw new StillRefused("the door [" + about.route() + "] is closed\nMaybe its file is missing in routes/.");
        }
        try {
            Path folder = Files.createTempDirectory("rapport-replay");
            Path file = folder.resolve(fileName(about));
            try {
                Files.write(file, bytes);
                send(route, file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new StillRefused("the message cannot be written to a file: " + e.getClass().getSimpleName(), e);
        }
    }

    private void send(Route route, Path file) throws StillRefused {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getExchangeExtension().setFromEndpoint(route.getEndpoint());
        exchange.getExchangeExtension().setFromRouteId(route.getRouteId());
        exchange.setProperty(Quarantine.REPLAYED, true);
        exchange.getMessage().setBody(file.toFile());
        exchange.getMessage().setHeader(Exchange.FILE_NAME, file.getFileName().toString());
        try {
            route.getProcessor().process(exchange);
        } catch (Exception thrown) {
            exchange.setException(thrown);
        }
        Exception failure = exchange.getException() != null
                ? exchange.getException()
                : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure != null) {
            throw new StillRefused(String.valueOf(failure.getMessage()), failure);
        }
        List<?> rejected = exchange.getProperty(Quarantine.REJECTED, List.of(), List.class);
        if (!rejected.isEmpty()) {
            throw new StillRefused(String.valueOf(rejected.getFirst()));
        }
    }

    /** The file's ending tells the door which format it is; a record's place in the file, {@code a.csv:17:5}, does not. */
    private static String fileName(Quarantined about) {
        String source = about.sourceId() == null ? "" : about.sourceId();
        String name = source.substring(source.lastIndexOf('/') + 1).replaceAll(":.*", "").replaceAll("(?i)\\.gz$", "")
                .replaceAll("[^A-Za-z0-9._-]", "_");
        return name.isEmpty() || name.startsWith(".") ? "message" + name : name.substring(Math.max(0, name.length() - 100));
    }

    /** A header line ends before the record begins. */
    private static byte[] joined(byte[] preface, byte[] bytes) {
        if (preface.length == 0) {
            return bytes;
        }
        byte[] between = preface[preface.length - 1] == '\n' ? new byte[0] : "\n".getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[preface.length + between.length + bytes.length];
        System.arraycopy(preface, 0, all, 0, preface.length);
        System.arraycopy(between, 0, all, preface.length, between.length);
        System.arraycopy(bytes, 0, all, preface.length + between.length, bytes.length);
        return all;
    }
}
