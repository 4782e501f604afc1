package io.rapport.publishing.dryrun;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

import io.rapport.customer.EventLog;
import io.rapport.facts.CustomerEvent;

/** A history: what happened, in the order in which it is to be taken. Read once. */
public interface EventSource {

    /** As people call it: {@code orders.csv.gz}. */
    String name();

    /** Tells this content from another: a run that was ended goes on only over the same. */
    String fingerprint();

    /** Gives everything that happened, one by one. A late event is taken where it comes and decides as of then. */
    void read(Reader reader);

    /** How much of it was read, 0 to 1; asked by the thread that reads. */
    double share();

    /** How many contacts with customers it knows of, which are left out. */
    long contacts();

    /** Takes what is read. */
    @FunctionalInterface
    interface Reader {

        /** @param customer 0 for nobody known */
        void take(long customer, CustomerEvent event);
    }

    /** The running engine's own log. */
    static EventSource ofLog(EventLog log) {
        return new LogHistory(log);
    }

    /**
     * Events that say by identities whose they are, for instance out of a file. The strongest known one decides, like at the
     * engine's door.
     *
     * @param read gives every event to its argument
     * @param share how much of it was read, 0 to 1
     */
    static EventSource of(
            String name, String fingerprint, Consumer<Consumer<CustomerEvent>> read, DoubleSupplier share) {
        return new IdentifiedHistory(name, fingerprint, read, share, new HashMap<>());
    }

    /** Whose an event is, by the identities met so far. */
    record IdentifiedHistory(
            String name, String fingerprint, Consumer<Consumer<CustomerEvent>> events, DoubleSupplier reading,
            Map<String, Long> owners) implements EventSource {

        @Override
        public void read(Reader reader) {
            owners.clear();
            var customers = new long[1];
            events.accept(event -> reader.take(customer(event, customers), event));
        }

        private long customer(CustomerEvent event, long[] customers) {
            Long owner = null;
            for (var identity : event.identities()) {
                owner = owner == null ? owners.get(identity.key()) : owner;
            }
            if (event.identities().isEmpty()) {
                return 0;
            }
            var customer = owner == null ? ++customers[0] : owner;
            event.identities().forEach(identity -> owners.putIfAbsent(identity.key(), customer));
            return customer;
        }

        @Override
        public double share() {
            return reading.getAsDouble();
        }

        @Override
        public long contacts() {
            return 0;
        }
    }
}
