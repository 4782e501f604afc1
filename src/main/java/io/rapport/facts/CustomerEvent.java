package io.rapport.facts;

import java.time.Instant;
import java.util.List;

/**
 * One thing that happened to a customer, in the envelope of CloudEvents 1.0.
 *
 * @param id derived from the source, the same on every retry; the key of the event log (at most 200 characters)
 * @param source where it came from, for instance {@code orders-in/retail.csv}
 * @param type a name of {@link EventTypes} or any other; others are stored and counted, never matched
 * @param identities who it is about (CloudEvents {@code subject}), strongest first; empty means anonymous
 * @param time when it happened, to the millisecond
 * @param data the typed fields of the type
 * @param trust how far it is believed
 */
public record CustomerEvent(
        String id, String source, String type, List<Identity> identities, Instant time, EventData data, Trust trust) {

    public CustomerEvent {
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("An event id needs 1 to 200 characters, found " + id.length());
        }
        identities = identities.stream().distinct().sorted(Identity.STRONGEST_FIRST).toList();
        time = time.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    /** An event that is believed as its source is. */
    public CustomerEvent(
            String id, String source, String type, List<Identity> identities, Instant time, EventData data) {
        this(id, source, type, identities, time, data, Trust.ofSource(source));
    }

    /** The same event with other data, used when the step has understood more of it. */
    public CustomerEvent withData(EventData understood) {
        return new CustomerEvent(id, source, type, identities, time, understood, trust);
    }

    /** The same event about these alone. */
    public CustomerEvent withIdentities(List<Identity> others) {
        return new CustomerEvent(id, source, type, others, time, data, trust);
    }

    public boolean is(String otherType) {
        return type.equals(otherType);
    }

    /** Whether the engine tells what became of a message or a task of its own. */
    public boolean isOutcome() {
        return source.startsWith("action/");
    }

    /** Ids only, no data: data is personal and stays out of logs. */
    @Override
    public String toString() {
        return "CustomerEvent[" + type + " " + id + " at " + time + "]";
    }
}
