package io.rapport.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.rapport.facts.CustomerEvent;

/** Sends a quarantined message through its door once more, as it was or mended by a person. */
@Component
public final class QuarantineReplay {

    private final Quarantine quarantine;

    private final OrderMapping orders;

    private final MailDoor mails;

    private final EventJson json;

    private final EventQueue queue;

    QuarantineReplay(Quarantine quarantine, OrderMapping orders, MailDoor mails, EventJson json, EventQueue queue) {
        this.quarantine = quarantine;
        this.orders = orders;
        this.mails = mails;
        this.json = json;
        this.queue = queue;
    }

    /**
     * Reads the bytes, puts the events into the queue and notes it. A line of an order becomes an order event of its own with an id of
     * its own: the rest of the order came in long ago.
     *
     * @param mended the bytes to send, usually {@link Quarantine#raw} corrected
     * @return ids of the events
     * @throws Malformed if they cannot be read still; the row then stays as it was
     */
    public List<String> replay(String id, byte[] mended) throws Malformed {
        Optional<Quarantined> row = quarantine.find(id);
        if (row.isEmpty()) {
            throw new Malformed("nothing in quarantine has the id [" + PlainText.oneLine(id, 64) + "]");
        }
        List<CustomerEvent> events = switch (row.get().route()) {
            case "orders-in" -> ofOrders(quarantine.preface(id).orElseThrow(), mended);
            case "email-in" -> List.of(mails.event(mended, MailLimits.STANDARD));
            default -> List.of(json.read(mended));
        };
        queue.putAll(events);
        quarantine.replayed(id, mended);
        return events.stream().map(CustomerEvent::id).toList();
    }

    private List<CustomerEvent> ofOrders(byte[] preface, byte[] mended) throws Malformed {
        var file = new ByteArrayOutputStream();
        if (preface.length > 0) {
            file.writeBytes(preface);
            file.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        }
        file.writeBytes(mended);
        OrderSettings settings = orders.current();
        try (SourceRows rows = SourceFormat.of(file.toByteArray(), settings.columns())) {
            var assembly = new OrderAssembly(settings, "orders-in/quarantine", rows.eventStream(), true);
            List<CustomerEvent> events = new ArrayList<>();
            for (SourceRows.Row row = rows.next(); row != null; row = rows.next()) {
                switch (row) {
                    case SourceRows.Broken broken -> throw new Malformed(broken.reason());
                    case SourceRows.Read read -> events.addAll(taken(assembly, read));
                }
            }
            if (events.isEmpty()) {
                throw new Malformed("there is no order in it");
            }
            return events;
        } catch (IOException e) {
            throw new Malformed("the bytes cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static List<CustomerEvent> taken(OrderAssembly assembly, SourceRows.Read read) throws Malformed {
        try {
            return assembly.take(read);
        } catch (OrderReading.BadCell e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }
}
