package io.rapport.engine;

import static io.rapport.engine.Told.account;
import static io.rapport.engine.Told.email;
import static io.rapport.engine.Told.introduction;
import static io.rapport.engine.Told.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.facts.Decimal;
import io.rapport.action.Outbox;
import io.rapport.action.OutboxMessage;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.customer.Population;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import io.rapport.facts.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTransactionTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Identity ANNA = email("anna");

    @TempDir
    Path directory;

    private Transactions engine;

    @BeforeEach
    void start() {
        engine = new Transactions(directory, NOON);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void remembersWhatABatchSaysOfOneCustomer() {
        engine.take(order("1", NOON, 10, ANNA), order("2", NOON, 20, ANNA), order("1", NOON, 10, ANNA));

        var memory = card(ANNA).memory();
        assertThat(Objects.requireNonNull(memory.purchases()).spend()).isEqualTo(Decimal.of(30));
        assertThat(memory.tallies().get(EventTypes.ORDER_PLACED).count()).isEqualTo(2);
    }

    @Test
    void skipsWhatItHasSeen() {
        engine.take(order("1", NOON, 10, ANNA));
        engine.take(order("1", NOON, 10, ANNA), order("2", NOON, 20, ANNA));

        assertThat(card(ANNA).memory().tallies().get(EventTypes.ORDER_PLACED).count()).isEqualTo(2);
    }

    @Test
    void logsWhatWasUnderstoodAndWhatFollowed() {
        engine.take(order("1", NOON, 10, ANNA));

        var timeline = engine.get(CustomerFile.class).timeline(card(ANNA).id(), 0, 20);
        assertThat(timeline).extracting(item -> item.event().type())
                .contains(EventTypes.ORDER_PLACED, EventTypes.STAGE_MOVED, EventTypes.STATUS_MOVED);
        var placed = timeline.stream().filter(item -> item.event().is(EventTypes.ORDER_PLACED)).findFirst().orElseThrow();
        assertThat(((EventData.Order) placed.event().data()).lines().getFirst().productLine()).isNotBlank();
        assertThat(placed.decision()).isNotNull();
    }

    @Test
    void countsWhatNobodyIsKnownFor() {
        engine.take(order("1", NOON, 10));

        assertThat(engine.get(Population.class).counts().anonymous()).isEqualTo(1);
    }

    @Test
    void putsTheGreetingIntoTheOutboxOnce() {
        engine.take(introduction("1", NOON, "1990-03-02", ANNA));
        engine.take(order("1", NOON, 10, ANNA));

        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.recipient()).isEqualTo("anna@example.org");
            assertThat(message.subject() + message.text()).contains("Anna");
        });
    }

    @Test
    void leavesNothingBehindWhenOneEventOfTheBatchIsBroken() {
        var tooLong = new CustomerEvent("x", "s".repeat(600), "any", List.of(email("boris")), NOON, new EventData.Open(Map.of()));

        assertThatThrownBy(() -> engine.take(introduction("1", NOON, "1990-03-02", ANNA), tooLong))
                .isInstanceOf(RuntimeException.class);

        assertThat(engine.get(CustomerSearch.class).find(ANNA)).isNull();
        assertThat(engine.get(CustomerFile.class).latest(10)).isEmpty();
        assertThat(messagesOf(1_000)).isEmpty();
    }

    @Test
    void looksAgainWhenTheTimeHasComeWithNoOtherEvent() {
        engine.take(introduction("1", NOON, "1990-03-10", ANNA));
        var due = Objects.requireNonNull(card(ANNA).nextReview());

        engine.moveTo(due.minusMillis(1));
        assertThat(engine.get(Reviews.class).playDue()).isZero();
        engine.moveTo(Instant.parse("2026-03-10T12:00:00Z"));
        engine.get(Reviews.class).playDue();

        assertThat(messages()).hasSize(1);
        assertThat(card(ANNA).nextReview()).isAfter(Instant.parse("2026-03-10T12:00:00Z"));
    }

    @Test
    void aClockThatRunsADayAheadAndIsSetBackGreetsNobodyTwice() {
        engine.take(introduction("1", NOON, "1990-03-03", ANNA));

        engine.moveTo(NOON.plus(Duration.ofDays(1)));
        engine.get(Reviews.class).playDue();
        assertThat(messages()).as("by the clock it is her birthday").hasSize(1);
        engine.moveTo(NOON);
        engine.get(Reviews.class).playDue();
        engine.take(order("1", NOON, 10, ANNA));
        for (var day = 1; day <= 3; day++) {
            engine.moveTo(NOON.plus(Duration.ofDays(day)));
            engine.get(Reviews.class).playDue();
        }

        assertThat(messages()).hasSize(1);
        assertThat(card(ANNA).nextReview()).isAfter(NOON.plus(Duration.ofDays(3)));
    }

    @Test
    void aClockThatWasADayBehindMissesNothing() {
        engine.take(introduction("1", NOON, "1990-03-03", ANNA));

        engine.moveTo(NOON.minus(Duration.ofDays(1)));
        engine.get(Reviews.class).playDue();
        engine.take(order("1", NOON, 10, ANNA));
        assertThat(messages()).isEmpty();
        engine.moveTo(NOON.plus(Duration.ofDays(1)));
        engine.get(Reviews.class).playDue();

        assertThat(messages()).hasSize(1);
    }

    @Test
    void anOverdueReviewDecidesOnceAndRecordsWhatWasMissed() {
        engine.take(introduction("1", NOON, "1990-03-10", ANNA));

        engine.moveTo(NOON.plus(Duration.ofDays(40)));
        engine.get(Reviews.class).playDue();

        assertThat(messages()).isEmpty();
        assertThat(engine.get(CustomerFile.class).timeline(card(ANNA).id(), 0, 50))
                .extracting(item -> item.event().data())
                .filteredOn(EventData.Contact.class::isInstance)
                .extracting(data -> ((EventData.Contact) data).outcome())
                .contains("missed");
    }

    @Test
    void aReviewThatFindsEverythingAsItWasLeavesNoTrace() {
        engine.take(order("1", NOON, 10, ANNA, account("A-1")));
        var before = engine.get(CustomerFile.class).timeline(card(ANNA).id(), 0, 500);

        for (var day = 0; day < 5; day++) {
            engine.pass(Duration.ofDays(1));
            engine.get(Reviews.class).playDue();
        }

        var reviews = engine.get(CustomerFile.class).timeline(card(ANNA).id(), 0, 500);
        assertThat(reviews.size() - before.size()).isLessThan(5);
    }

    @Test
    void aMemoryFoldedFromTheLogIsTheOneRemembered() {
        engine.take(introduction("1", NOON, "1990-03-02", ANNA), order("1", NOON, 10, ANNA), order("2", NOON, 20, ANNA));

        Memory folded = engine.get(Refold.class).fold(card(ANNA).id());

        assertThat(folded).isEqualTo(card(ANNA).memory());
    }

    private CustomerFile.Card card(Identity identity) {
        var customer = Objects.requireNonNull(engine.get(CustomerSearch.class).find(identity));
        return Objects.requireNonNull(engine.get(CustomerFile.class).card(customer));
    }

    private List<OutboxMessage> messages() {
        return messagesOf(card(ANNA).id());
    }

    private List<OutboxMessage> messagesOf(long customer) {
        return engine.get(Outbox.class).ofCustomer(customer, 0, 10);
    }
}
