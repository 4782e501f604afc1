package io.rapport.customer;

import static io.rapport.customer.Happenings.NOON;
import static io.rapport.customer.Happenings.account;
import static io.rapport.customer.Happenings.decided;
import static io.rapport.customer.Happenings.email;
import static io.rapport.customer.Happenings.named;
import static io.rapport.customer.Happenings.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.customer.CustomerLedger.Whose;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerLedgerTests {

    private static final Instant RECEIVED = NOON.plusSeconds(5);

    @TempDir
    Path directory;

    private Books books;
    private CustomerLedger ledger;

    @BeforeEach
    void openTheBooks() {
        books = new Books(directory);
        ledger = books.ledger();
    }

    @AfterEach
    void closeTheBooks() {
        books.close();
    }

    @Test
    void refusesToWorkWithoutATransaction() {
        assertThatThrownBy(() -> ledger.seen(List.of("a"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void knowsWhichEventsItHasSeen() {
        take(order("o1", NOON, email("anna@example.org")));

        assertThat(books.transaction(() -> ledger.seen(List.of("o1", "o2")))).containsExactly("o1");
    }

    @Test
    void recognisesACustomerByAnyOfHisIdentities() {
        var first = take(order("o1", NOON, account("A-1"), email("anna@example.org")));
        var second = take(order("o2", NOON, email("anna@example.org")));

        assertThat(second).isEqualTo(first);
        assertThat(books.get(CustomerSearch.class).find(account("A-1"))).isEqualTo(first);
    }

    @Test
    void linksIdentitiesWithinOneBatch() {
        var events = List.of(
                order("o1", NOON, email("anna@example.org")),
                order("o2", NOON, account("A-1"), email("anna@example.org")),
                order("o3", NOON, account("A-1")));

        var resolved = books.transaction(() -> ledger.resolve(events));

        assertThat(resolved.values()).extracting(Resolved::origin).containsOnly(resolved.get("o1").origin());
    }

    @Test
    void theStrongestIdentityWinsWhereTwoCustomersAreNamed() {
        var byAccount = take(order("o1", NOON, account("A-1")));
        var byEmail = take(order("o2", NOON, email("anna@example.org")));
        var both = take(order("o3", NOON, email("anna@example.org"), account("A-1")));

        assertThat(both).isEqualTo(byAccount).isNotEqualTo(byEmail);
        assertThat(take(order("o4", NOON, email("anna@example.org")))).isEqualTo(byEmail);
    }

    @Test
    void keepsAnonymousEventsWithoutACustomer() {
        var nobody = order("o1", NOON);
        books.transaction(() -> {
            assertThat(ledger.resolve(List.of(nobody))).isEmpty();
            ledger.record(List.of(new Entry(Entry.ANONYMOUS, nobody, RECEIVED, null)));
        });

        assertThat(books.get(Population.class).counts())
                .satisfies(counts -> assertThat(counts.anonymous()).isEqualTo(1))
                .satisfies(counts -> assertThat(counts.customers()).isZero());
    }

    @Test
    void givesHistoryBackInOrderOfArrival() {
        var late = order("o1", NOON, email("anna@example.org"));
        var early = order("o2", NOON.minusSeconds(86_400), email("anna@example.org"));
        var customer = take(late);
        take(early);

        assertThat(ledger.history(customer)).containsExactly(late, early);
    }

    @Test
    void keepsDecisionsWithTheirReasons() {
        var event = order("o1", NOON, email("anna@example.org"));
        var customer = take(event);

        var items = books.get(CustomerFile.class).timeline(customer, 0, 10);

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.event()).isEqualTo(event);
            assertThat(item.receivedAt()).isEqualTo(RECEIVED);
            assertThat(item.decision()).isEqualTo(decided(event, customer, "gold"));
        });
        assertThat(books.get(Population.class).countValues()).isEqualTo(Map.of("tier", Map.of("gold", 1L)));
    }

    @Test
    void refusesAnEventTwice() {
        var event = order("o1", NOON, email("anna@example.org"));
        take(event);

        assertThatThrownBy(() -> take(event)).isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void refusesToOverwriteAChangeItHasNotSeen() {
        var customer = take(order("o1", NOON, email("anna@example.org")));
        var stale = books.transaction(() -> ledger.lock(Set.of(customer))).get(customer).customer();
        take(order("o2", NOON, email("anna@example.org")));

        assertThatThrownBy(() -> books.transaction(() -> remember(stale, order("o3", NOON))))
                .isInstanceOf(StaleStateException.class);
    }

    @Test
    void bringsBackWhoIsDueAndNobodyElse() {
        var due = take(order("o1", NOON, email("anna@example.org")));

        assertThat(books.transaction(() -> ledger.dueReviews(NOON.plusSeconds(3599), 10, Whose.EVERYBODY))).isEmpty();
        assertThat(books.transaction(() -> ledger.dueReviews(NOON.plusSeconds(3600), 10, Whose.EVERYBODY))).extracting(Known::id)
                .containsExactly(due);
    }

    @Test
    void findsACustomerByNumberNameIdentityAndValue() {
        var customer = take(named("u1", "Anna Martin", email("anna@example.org")));
        take(named("u2", "Boris", email("boris@example.org")));
        var search = books.get(CustomerSearch.class);

        for (var text : List.of("martin", "ANNA", "anna@ex", Long.toString(customer))) {
            assertThat(search.search(text, 0, 10)).as(text).extracting(CustomerSearch.Line::id).containsExactly(customer);
        }
        assertThat(search.search("100%", 0, 10)).isEmpty();
        assertThat(search.withValue("tier", "gold", 0, 10)).hasSize(2);
        assertThat(search.withValue("tier", "gol", 0, 10)).isEmpty();
    }

    @Test
    void findsACustomerHoweverHeIsWritten() {
        var capitals = take(named("u1", "Jo\u0308rg  ＭÜLLER", orderSystem("CUST-11")));
        var small = take(named("u2", "王芳", orderSystem("cust-11")));
        var mixed = take(named("u3", "Zoë", orderSystem("Kd-0042"), new Identity(Identity.Kind.PHONE, "+442079460958")));
        var search = books.get(CustomerSearch.class);

        assertThat(ids(search.search("CUST-11", 0, 10))).containsExactly(capitals, small);
        assertThat(ids(search.search(" cust-11 ", 0, 10))).containsExactly(small, capitals);
        assertThat(ids(search.search("Cust-1", 0, 10))).containsExactly(capitals, small);
        for (var written : List.of("kd-0042", "KD-0042", "ｋｄ－００４２", "zoë", "ZOE\u0308", "+44207946")) {
            assertThat(ids(search.search(written, 0, 10))).as(written).containsExactly(mixed);
        }
        assertThat(ids(search.search("020 7946 0958", List.of(new Identity(Identity.Kind.PHONE, "+442079460958")),
                CustomerSearch.Order.NUMBER, false, 0, 10))).containsExactly(mixed);
        for (var written : List.of("jörg müller", "JÖRG\u00a0Müller", "müller")) {
            assertThat(ids(search.search(written, 0, 10))).as(written).containsExactly(capitals);
        }
        assertThat(ids(search.search("王", 0, 10))).containsExactly(small);
        assertThat(search.search("\u0000", 0, 10)).hasSize(3);
    }

    @Test
    void findsWhoWasMergedAsTheOneWhoStandsForHim() {
        var one = take(named("u1", "Anna", orderSystem("CUST-11")));
        var two = take(named("u2", "Anna", orderSystem("CUST-12")));
        var three = take(named("u3", "Anna", orderSystem("CUST-13")));
        books.transaction(() -> books.get(CustomerLinks.class).link(two, one));
        books.transaction(() -> books.get(CustomerLinks.class).link(three, two));

        var search = books.get(CustomerSearch.class);
        for (var written : List.of("CUST-11", "cust-11", "CUST-12", "CUST-13")) {
            assertThat(ids(search.search(written, 0, 10))).as(written).containsExactly(three);
        }
    }

    private static List<Long> ids(List<CustomerSearch.Line> lines) {
        return lines.stream().map(CustomerSearch.Line::id).toList();
    }

    private static Identity orderSystem(String number) {
        return new Identity(Identity.Kind.ORDER_SYSTEM, number);
    }

    private long take(CustomerEvent event) {
        return books.transaction(() -> {
            var resolved = ledger.resolve(List.of(event)).get(event.id());
            var decision = decided(event, resolved.origin(), "gold");
            ledger.record(List.of(new Entry(resolved.origin(), event, RECEIVED, decision)));
            remember(resolved.customer(), event);
            return resolved.origin();
        });
    }

    private void remember(Known known, CustomerEvent event) {
        var traits = event.data() instanceof EventData.Traits told ? told.values() : known.memory().traits();
        var blank = Memory.blank(known.id());
        var memory = new Memory(blank.customer(), blank.tallies(), null, blank.productLines(), blank.complaints(),
                blank.deliveries(), traits, blank.traitsAt(), blank.consents(), blank.concluded(), blank.occasions(), NOON);
        var decision = decided(event, known.id(), "gold");
        ledger.remember(List.of(
                new Remembered(known, memory, decision.reviews().getFirst().due(), Standing.of(decision), DecidedBy.NOTHING)));
    }
}
