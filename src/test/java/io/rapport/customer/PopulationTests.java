package io.rapport.customer;

import static io.rapport.customer.Happenings.NOON;
import static io.rapport.customer.Happenings.decided;
import static io.rapport.customer.Happenings.email;
import static io.rapport.customer.Happenings.named;
import static io.rapport.customer.Happenings.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;

class PopulationTests {

    @TempDir
    private Path directory;

    private Books books;

    @BeforeEach
    void open() {
        books = new Books(directory);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void countsWhatCameInByDoorSinceAMoment() {
        take(from("orders-in/a.csv", "o1", email("anna@example.org")));
        take(from("orders-in/b.csv", "o2", email("anna@example.org")));
        anonymous(from("orders-in/b.csv", "o3"));
        take(from("email-in", "m1", email("boris@example.org")));
        var population = books.get(Population.class);

        assertThat(population.arrivals(NOON)).containsExactly(
                new Population.Arrivals("email-in", 1, 1), new Population.Arrivals("orders-in", 3, 2));
        assertThat(population.arrivals(NOON.plusSeconds(1))).isEmpty();
        assertThat(population.anonymous()).containsOnlyKeys("order.placed").containsValue(1L);
    }

    @Test
    void listsCustomersByNameWithThoseWhoToldNoneLast() {
        take(named("u1", "Boris", email("boris@example.org")));
        take(order("o1", NOON, email("nobody@example.org")));
        take(named("u2", "anna", email("anna@example.org")));
        var search = books.get(CustomerSearch.class);

        assertThat(search.search("", List.of(), CustomerSearch.Order.NAME, false, 0, 9)).extracting(CustomerSearch.Line::name)
                .containsExactly("anna", "Boris", null);
        assertThat(search.search("", List.of(), CustomerSearch.Order.NAME, true, 0, 9)).extracting(CustomerSearch.Line::name)
                .containsExactly("Boris", "anna", null);
        var all = search.search("", 0, 9).stream().map(CustomerSearch.Line::id).toList();
        assertThat(search.names(all).values()).containsExactlyInAnyOrder("anna", "Boris");
    }

    private static CustomerEvent from(String source, String id, Identity... identities) {
        var event = order(id, NOON, identities);
        return new CustomerEvent(event.id(), source, event.type(), event.identities(), event.time(), event.data());
    }

    private void anonymous(CustomerEvent event) {
        books.transaction(() -> books.ledger().record(List.of(new Entry(Entry.ANONYMOUS, event, NOON, null))));
    }

    private void take(CustomerEvent event) {
        books.transaction(() -> {
            var resolved = books.ledger().resolve(List.of(event)).get(event.id());
            var decision = decided(event, resolved.origin(), "gold");
            books.ledger().record(List.of(new Entry(resolved.origin(), event, NOON, decision)));
            var memory = remembered(resolved.customer().memory(), event);
            books.ledger().remember(
                    List.of(new Remembered(resolved.customer(), memory, null, Standing.of(decision), DecidedBy.NOTHING)));
        });
    }

    private static Memory remembered(Memory before, CustomerEvent event) {
        return event.data() instanceof EventData.Traits traits
                ? new Memory(before.customer(), before.tallies(), before.purchases(), before.productLines(), before.complaints(),
                        before.deliveries(), traits.values(), before.traitsAt(), before.consents(), before.concluded(),
                        before.occasions(), event.time())
                : before;
    }
}
