package io.rapport.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.rapport.customer.OutdatedMemoryException;
import io.rapport.engine.queue.EmbeddedBroker;
import io.rapport.engine.queue.ParkedEvent;
import io.rapport.engine.queue.ParkedEvents;
import io.rapport.engine.queue.ParkedStreams;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.intake.EventQueue;
import io.rapport.intake.Malformed;
import io.rapport.intake.Quarantine;
import io.rapport.intake.Quarantined;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessResourceFailureException;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"rapport.engine.longest-pause=100ms", "rapport.engine.routes=target/no-routes"})
class HeartTests {

    @Autowired
    private EventQueue queue;

    @Autowired
    private Heart heart;

    @Autowired
    private ScriptedTransaction transaction;

    @Autowired
    private ParkedEvents parked;

    @Autowired
    private ParkedStreams streams;

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private EmbeddedBroker broker;

    @Autowired
    private HeartHealth heartHealth;

    @Autowired
    private DataSource database;

    @Autowired
    @Qualifier("pooledConnections")
    private ConnectionFactory connections;

    private final String test = UUID.randomUUID().toString().substring(0, 8) + "-";

    @TestConfiguration
    static class Script {

        @Bean
        @Primary
        ScriptedTransaction scriptedTransaction() {
            return new ScriptedTransaction();
        }
    }

    @AfterEach
    void leaveNothingBehind() {
        transaction.outage.set(null);
        transaction.cure();
        heart.start();
        await().untilAsserted(() -> assertThat(broker.waiting()).isZero());
        streams.retry();
        transaction.committed.clear();
        transaction.attempts.set(0);
    }

    @Test
    void handlesEveryEventOnceInTheOrderOfItsCustomer() {
        List<CustomerEvent> events = IntStream.range(0, 1_000).mapToObj(i -> event("c" + i % 7, "e" + i)).toList();

        queue.putAll(events);

        await().untilAsserted(() -> assertThat(transaction.committed).hasSize(1_000));
        assertThat(transaction.committed).containsExactlyElementsOf(events.stream().map(CustomerEvent::id).toList());
        await().untilAsserted(() -> assertThat(broker.waiting()).isZero());
        assertThat(transaction.attempts.get()).as("batches").isLessThan(200);
    }

    /** The broker streams the body of a large one, and it came in pieces of others when several were received together. */
    @Test
    void largeEventsArriveWholeAmongOthers() {
        heart.stop();
        List<CustomerEvent> events = IntStream.range(0, 40)
                .mapToObj(i -> i % 3 == 0 ? large("c" + i % 5, "L" + i) : event("c" + i % 5, "L" + i)).toList();
        queue.putAll(events);
        var before = quarantine.count(Quarantined.Status.WAITING);

        heart.start();

        await().untilAsserted(() -> assertThat(transaction.committed)
                .containsExactlyElementsOf(events.stream().map(CustomerEvent::id).toList()));
        assertThat(quarantine.count(Quarantined.Status.WAITING)).isEqualTo(before);
    }

    private CustomerEvent large(String who, String id) {
        var small = event(who, id);
        return new CustomerEvent(small.id(), small.source(), "web.visit", small.identities(), small.time(),
                new EventData.Open(Map.of("note", "items, ".repeat(60_000))));
    }

    @Test
    void whatArrivesWhileItIsStoppedWaits() {
        heart.stop();
        queue.put(event("anna", "1"));
        assertThat(heart.pulse().waiting()).isEqualTo(1);

        heart.start();

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "1"));
    }

    @Test
    void anOutageOfTheDatabasePausesAndSpendsNoAttempt() {
        transaction.outage.set(new DataAccessResourceFailureException("gone"));
        queue.putAll(List.of(event("anna", "1"), event("ben", "2")));
        await().untilAsserted(() -> assertThat(transaction.attempts.get()).isGreaterThan(12));
        assertThat(heart.pulse().pausedBecause()).startsWith("DataAccessResourceFailureException");

        transaction.outage.set(null);

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "1", test + "2"));
        await().untilAsserted(() -> assertThat(heart.pulse().pausedBecause()).isNull());
        assertThat(parked.count()).isZero();
    }

    @Test
    void aStopDuringAnOutageLeavesTheEventsToTheQueue() {
        transaction.outage.set(new DataAccessResourceFailureException("gone"));
        queue.put(event("anna", "1"));
        await().untilAsserted(() -> assertThat(transaction.attempts.get()).isPositive());

        heart.stop();

        assertThat(broker.waiting()).isEqualTo(1);
    }

    @Test
    void anEventThatLostARaceIsHandledAtTheSecondTryAndNotParked() {
        transaction.race(test + "1");
        queue.put(event("anna", "1"));

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "1"));
        assertThat(parked.count()).isZero();
    }

    @Test
    void oneBadEventParksItsCustomerAndNobodyElse() {
        transaction.poison(test + "bad");
        queue.putAll(List.of(event("anna", "1"), event("ben", "bad"), event("carl", "2"), event("ben", "3"), event("dora", "4")));

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "1", test + "2", test + "4"));
        queue.put(event("ben", "5"));
        await().untilAsserted(() -> assertThat(parked()).extracting(ParkedEvent::eventId)
                .containsExactly(test + "bad", test + "3", test + "5"));
        assertThat(parked().getFirst().reason()).contains("DataIntegrityViolationException").doesNotContain("row");
    }

    @Test
    void anEventThatTheMemoryNeverHoldsIsParkedAndNobodyElseWaits() {
        transaction.swell(test + "huge");

        queue.putAll(List.of(event("anna", "huge"), event("ben", "2")));

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "2"));
        await().untilAsserted(() -> assertThat(parked.count()).isEqualTo(1));
    }

    @Test
    void anEventThatNeverGetsItsLockIsParkedInTheEndAndNobodyElseWaits() {
        transaction.lock(test + "locked");

        queue.putAll(List.of(event("anna", "locked"), event("ben", "2")));

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "2"));
        await().untilAsserted(() -> assertThat(parked()).extracting(ParkedEvent::eventId)
                .containsExactly(test + "locked"));
    }

    @Test
    void anEventThatCannotEvenBeParkedIsFiledAndNobodyWaits() throws SQLException {
        execute("alter table parked_event add constraint refuses check (event_id not like '%refused')");
        transaction.poison(test + "refused");

        queue.putAll(List.of(event("anna", "refused"), event("ben", "2")));

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "2"));
        await().untilAsserted(() -> assertThat(quarantine.list(null, 0, 10))
                .anySatisfy(entry -> assertThat(entry.sourceId()).isEqualTo(test + "refused")));
        execute("alter table parked_event drop constraint refuses");
    }

    @Test
    void whileNothingAtAllCanBeParkedTheQueueKeepsWhatItHas() throws SQLException {
        execute("alter table parked_event rename to taken_away");
        queue.putAll(List.of(event("anna", "1"), event("ben", "2")));
        await().untilAsserted(() -> assertThat(heartHealth.health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(transaction.committed).isEmpty();

        execute("alter table taken_away rename to parked_event");

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactlyInAnyOrder(test + "1", test + "2"));
        assertThat(heartHealth.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anOlderEngineStopsWhereANewerOneHasWritten() {
        transaction.outage.set(new OutdatedMemoryException(99, 9));
        queue.put(event("anna", "1"));
        await().untilAsserted(() -> assertThat(heartHealth.health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(broker.waiting()).isEqualTo(1);
        assertThat(parked.count()).isZero();

        heart.stop();
        transaction.outage.set(null);
        heart.start();

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "1"));
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection(); var open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    @Test
    void aCuredEventTakesThoseBehindItAlong() {
        transaction.poison(test + "bad");
        queue.putAll(List.of(event("ben", "bad"), event("ben", "2"), event("anna", "3")));
        await().untilAsserted(() -> assertThat(parked.count()).isEqualTo(2));
        assertThat(streams.retry()).as("still ill").isZero();

        transaction.cure();

        assertThat(streams.retry()).isEqualTo(2);
        assertThat(transaction.committed).containsExactly(test + "3", test + "bad", test + "2");
        assertThat(parked.count()).isZero();
    }

    @Test
    void whatIsNoEventGoesToQuarantineAndTheRestGoesOn() throws Exception {
        try (var connection = connections.createConnection();
                var session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                var producer = session.createProducer(session.createQueue(EmbeddedBroker.EVENTS))) {
            producer.send(session.createTextMessage(test + "no event"));
        }
        queue.put(event("anna", "1"));

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "1"));
        assertThat(quarantine.list(null, 0, 10)).anySatisfy(entry -> assertThat(entry.route()).isEqualTo(EmbeddedBroker.EVENTS));
    }

    @Test
    void whatCannotHaveHappenedIsNotHandledButFiledWithTheReason() {
        var event = event("anna", "1");
        queue.put(new CustomerEvent(test + "9999", event.source(), event.type(), event.identities(),
                Instant.parse("9999-12-31T00:00:00Z"), event.data()));
        queue.put(event);

        await().untilAsserted(() -> assertThat(transaction.committed).containsExactly(test + "1"));
        assertThat(quarantine.list(null, 0, 10)).anySatisfy(entry -> assertThat(entry.reason()).contains("9999-12-31"));
    }

    @Test
    void aMendedEventIsDecidedAndBothAreKept() throws Exception {
        var anna = event("anna", "bad");
        transaction.poison(test + "bad");
        queue.putAll(List.of(anna, event("anna", "2")));
        await().untilAsserted(() -> assertThat(parked()).hasSize(2));
        var bad = parked().getFirst();
        var text = new String(bad.event(), UTF_8);

        assertThatThrownBy(() -> streams.mend(bad.id(), "{".getBytes(UTF_8), "ben")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> streams.mend(bad.id(), text.replace(test + "bad", "another").getBytes(UTF_8), "ben"))
                .isInstanceOf(Malformed.class).hasMessageContaining("[id]");
        assertThatThrownBy(() -> streams.mend(bad.id(), text.replaceAll("\"time\":\"[0-9]{4}", "\"time\":\"9999")
                .getBytes(UTF_8), "ben")).as("the gate").isInstanceOf(Malformed.class);
        streams.mend(bad.id(), text.replace(test + "anna", test + "anne").getBytes(UTF_8), "ben");
        assertThat(parked().getFirst()).satisfies(still -> {
            assertThat(still.tries()).isEqualTo(2);
            assertThat(still.changedBy()).isEqualTo("ben");
        });
        transaction.cure();
        streams.retry(parked().getLast().id());

        assertThat(transaction.committed).containsExactly(test + "bad", test + "2");
        assertThat(parked()).isEmpty();
        assertThat(streams.list(ParkedEvent.Status.HANDLED, test, List.of(), 0, 10)).singleElement().satisfies(kept -> {
            assertThat(new String(kept.event(), UTF_8)).contains(test + "anna");
            assertThat(new String(kept.latest(), UTF_8)).contains(test + "anne");
        });
    }

    @Test
    void aDiscardedEventKeepsNobodyWaitingAndCanBeTakenBack() {
        transaction.poison(test + "bad");
        queue.putAll(List.of(event("anna", "bad"), event("anna", "2")));
        await().untilAsserted(() -> assertThat(parked()).hasSize(2));
        var bad = parked().getFirst();

        assertThat(streams.discard(bad.id(), "a test order", "ben")).isTrue();
        assertThat(streams.discard(bad.id(), "again", "ben")).isFalse();

        assertThat(transaction.committed).containsExactly(test + "2");
        assertThat(heart.pulse().parked()).isZero();
        assertThat(streams.list(ParkedEvent.Status.DISCARDED, test, List.of(), 0, 10)).singleElement()
                .satisfies(kept -> assertThat(kept.note()).isEqualTo("a test order"));
        queue.put(event("anna", "bad"));
        await().untilAsserted(() -> assertThat(broker.waiting()).isZero());
        assertThat(parked()).as("sent again").isEmpty();

        transaction.cure();
        assertThat(streams.takeBack(bad.id(), "ben")).isTrue();
        assertThat(transaction.committed).containsExactly(test + "2", test + "bad");
        assertThat(streams.find(bad.id())).isEmpty();
    }

    @Test
    void parkedEventsAreFoundByWhomTheyAreAboutAndByTheirId() {
        transaction.poison(test + "a");
        transaction.poison(test + "b_%");
        queue.putAll(List.of(event("anna", "a"), event("ben", "b_%")));
        await().untilAsserted(() -> assertThat(parked()).hasSize(2));

        var anna = event("anna", "a").identities();
        assertThat(streams.list(ParkedEvent.Status.WAITING, "nobody", anna, 0, 10)).extracting(ParkedEvent::eventId)
                .containsExactly(test + "a");
        assertThat(streams.list(ParkedEvent.Status.WAITING, test + "b_%", List.of(), 0, 10)).hasSize(1);
        assertThat(streams.list(ParkedEvent.Status.WAITING, test + "__", List.of(), 0, 10)).isEmpty();
        assertThat(streams.list(ParkedEvent.Status.WAITING, test, List.of(), 1, 1)).extracting(ParkedEvent::eventId)
                .containsExactly(test + "b_%");
    }

    @Test
    void anOutageWhileParkedEventsAreTriedIsNoAttempt() {
        transaction.poison(test + "bad");
        queue.put(event("anna", "bad"));
        await().untilAsserted(() -> assertThat(parked()).hasSize(1));

        transaction.outage.set(new DataAccessResourceFailureException("gone"));
        assertThatThrownBy(streams::retry).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(parked().getFirst().tries()).isEqualTo(1);
    }

    private List<ParkedEvent> parked() {
        return streams.list(ParkedEvent.Status.WAITING, "", List.of(), 0, 100);
    }

    private CustomerEvent event(String customer, String id) {
        return Events.deliveryOf(test + customer, test + id);
    }
}
