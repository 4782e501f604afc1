package io.rapport.customer;

import static io.rapport.customer.Happenings.NOON;
import static io.rapport.customer.Happenings.account;
import static io.rapport.customer.Happenings.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTests {

    @TempDir
    Path directory;

    private Books books;
    private EventLog log;

    @BeforeEach
    void openTheBooks() {
        books = new Books(directory);
        log = books.get(EventLog.class);
    }

    @AfterEach
    void closeTheBooks() {
        books.close();
    }

    private record Read(long customer, String event) {}

    @Test
    void readsWhatHappenedInTheOrderOfTimeAndNotOfArrival() {
        arrives(order("later", NOON.plusSeconds(60), account("a")), order("first", NOON, account("a")),
                order("last", NOON.plusSeconds(120), account("b")));

        assertThat(read()).extracting(Read::event).containsExactly("first", "later", "last");
        assertThat(log.size()).isEqualTo(3);
    }

    @Test
    void leavesOutWhatTheEngineConcludedItselfAndWhomItContacted() {
        arrives(order("happened", NOON, account("a")),
                new CustomerEvent("moved", "engine", EventTypes.STAGE_MOVED, List.of(account("a")), NOON,
                        new EventData.Move("stage", null, "exploration", "STAGE-001/1")),
                contacted("sent", NOON.plusSeconds(1)));

        assertThat(read()).extracting(Read::event).containsExactly("happened");
        assertThat(log.contacts()).isEqualTo(1);
    }

    @Test
    void saysWhoStandsForTheOneItHappenedTo() {
        var both = arrives(order("one", NOON, account("a")), order("other", NOON.plusSeconds(1), account("b")));

        var root = books.transaction(() -> books.get(CustomerLinks.class).link(both.getFirst(), both.getLast()));

        assertThat(read()).containsExactly(new Read(root, "one"), new Read(root, "other"));
    }

    private List<Read> read() {
        var found = new ArrayList<Read>();
        log.read((customer, event) -> found.add(new Read(customer, event.id())));
        return found;
    }

    private static CustomerEvent contacted(String id, Instant at) {
        return new CustomerEvent(id, "delivery", EventTypes.CUSTOMER_CONTACTED, List.of(account("a")), at,
                new EventData.Contact(id, "CARE-005/1", "o", Channel.EMAIL, Purpose.PROMOTION, "win-back", "delivered"));
    }

    private List<Long> arrives(CustomerEvent... events) {
        return books.transaction(() -> {
            var ledger = books.ledger();
            var whose = ledger.resolve(List.of(events));
            var customers = new ArrayList<Long>();
            for (var event : events) {
                var resolved = whose.get(event.id());
                ledger.record(List.of(new Entry(resolved.origin(), event, NOON, null)));
                if (!customers.contains(resolved.origin())) {
                    customers.add(resolved.origin());
                    ledger.remember(List.of(new Remembered(
                            resolved.customer(), Memory.blank(resolved.origin()), null, Standing.NONE, DecidedBy.NOTHING)));
                }
            }
            return customers;
        });
    }
}
