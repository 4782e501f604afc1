package io.rapport.engine;

import static io.rapport.engine.Told.email;
import static io.rapport.engine.Told.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.action.Outbox;
import io.rapport.customer.CustomerFile;
import io.rapport.customer.CustomerSearch;
import io.rapport.customer.Suppressions;
import io.rapport.facts.Address;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;
import io.rapport.facts.EventData.DeliveryReport.Outcome;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Identity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What delivery reports and people say of addresses, on a real database. */
class SuppressionTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Identity ANNA = email("anna");
    private static final Identity BOB = email("bob");

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
    void nobodyIsAnsweredAtAnAddressThatDoesNotExist() {
        engine.take(order("1", NOON, 10, ANNA));
        engine.take(report("b", ANNA, Outcome.HARD_BOUNCE));
        engine.take(complaint("m", ANNA));

        assertThat(latest(ANNA).heldBack()).anySatisfy(held -> {
            assertThat(held.action().what()).isEqualTo("complaint-received");
            assertThat(held.reason().ruleId()).isEqualTo("policy/suppressed-hard-bounce");
        });
        assertThat(engine.get(Outbox.class).latest(0, 9)).isEmpty();
        assertThat(list()).singleElement().satisfies(entry -> {
            assertThat(entry.address()).isEqualTo(ANNA.key());
            assertThat(entry.cause()).isEqualTo(Address.Cause.HARD_BOUNCE);
            assertThat(entry.reason()).isEqualTo("5.1.1 no such user");
        });
    }

    @Test
    void eachRecipientOfAReportIsSuppressed() {
        engine.take(order("1", NOON, 10, ANNA), order("2", NOON, 10, BOB));
        engine.take(report("a", ANNA, Outcome.HARD_BOUNCE), report("b", BOB, Outcome.HARD_BOUNCE));

        assertThat(card(ANNA).memory().suppressed(Channel.EMAIL)).isEqualTo(Address.Cause.HARD_BOUNCE);
        assertThat(card(BOB).memory().suppressed(Channel.EMAIL)).isEqualTo(Address.Cause.HARD_BOUNCE);
    }

    @Test
    void aBounceMakesNobodyACustomerAndIsRememberedWhenSomebodyComesWithTheAddress() {
        engine.take(report("b", ANNA, Outcome.HARD_BOUNCE));

        assertThat(engine.get(CustomerSearch.class).find(ANNA)).isNull();
        assertThat(list()).hasSize(1);

        engine.take(complaint("m", ANNA));

        assertThat(latest(ANNA).actions()).noneMatch(action -> action.what().equals("complaint-received"));
        assertThat(engine.get(Outbox.class).latest(0, 9)).isEmpty();
    }

    @Test
    void aSpamComplaintWithdrawsTheConsent() {
        engine.take(order("1", NOON, 10, ANNA), event("c", EventTypes.CONSENT_GIVEN, ANNA,
                new EventData.Consent(Channel.EMAIL, io.rapport.facts.Purpose.PROMOTION, "test")));
        engine.take(report("s", ANNA, Outcome.COMPLAINT));

        assertThat(engine.get(io.rapport.customer.Consents.class).allows(card(ANNA).id(), Channel.EMAIL,
                io.rapport.facts.Purpose.PROMOTION)).isFalse();
    }

    @Test
    void fiveSoftBouncesInARowAreEnoughAndADeliveryBetweenBeginsAnew() {
        engine.take(order("1", NOON, 10, ANNA));
        for (var i = 0; i < 4; i++) {
            engine.take(report("s" + i, ANNA, Outcome.SOFT_BOUNCE));
        }
        engine.take(report("d", ANNA, Outcome.DELIVERED));
        for (var i = 4; i < 8; i++) {
            engine.take(report("s" + i, ANNA, Outcome.SOFT_BOUNCE));
        }
        assertThat(list()).isEmpty();

        engine.take(report("s8", ANNA, Outcome.SOFT_BOUNCE));

        assertThat(list()).singleElement().satisfies(entry -> assertThat(entry.cause()).isEqualTo(Address.Cause.SOFT_BOUNCES));
        assertThat(card(ANNA).memory().suppressed(Channel.EMAIL)).isEqualTo(Address.Cause.SOFT_BOUNCES);
    }

    @Test
    void aPersonTakesAnAddressOffTheListAndItIsAnsweredAgain() {
        engine.take(order("1", NOON, 10, ANNA));
        engine.take(report("b", ANNA, Outcome.HARD_BOUNCE));
        engine.take(event("r", EventTypes.ADDRESS_RELEASED, ANNA,
                new EventData.Suppression(ANNA.key(), Address.Cause.BY_HAND, "he called", "console")));
        engine.take(complaint("m", ANNA));

        assertThat(list()).isEmpty();
        assertThat(engine.get(Outbox.class).latest(0, 9)).extracting(message -> message.what())
                .containsExactly("complaint-received");
    }

    @Test
    void anotherAddressOfTheSamePersonIsWrittenTo() {
        engine.take(order("1", NOON, 10, ANNA, BOB));
        engine.take(report("b", ANNA, Outcome.HARD_BOUNCE));
        engine.take(complaint("m", ANNA));

        assertThat(engine.get(Outbox.class).latest(0, 9)).extracting(message -> message.recipient())
                .containsExactly(BOB.value());
    }

    private List<Suppressions.Entry> list() {
        return engine.get(Suppressions.class).list("", 0, 9);
    }

    private Decision latest(Identity identity) {
        return engine.get(CustomerFile.class).decisions(card(identity).id(), 0, 9).stream()
                .filter(decision -> decision.id().equals("m") || !decision.heldBack().isEmpty()).findFirst().orElseThrow();
    }

    private CustomerFile.Card card(Identity identity) {
        var id = engine.get(CustomerSearch.class).find(identity);
        return java.util.Objects.requireNonNull(engine.get(CustomerFile.class).card(java.util.Objects.requireNonNull(id)));
    }

    private static CustomerEvent report(String id, Identity whom, Outcome outcome) {
        var type = switch (outcome) {
            case HARD_BOUNCE, SOFT_BOUNCE -> EventTypes.EMAIL_BOUNCED;
            case COMPLAINT -> EventTypes.EMAIL_COMPLAINED;
            case DELAYED -> EventTypes.EMAIL_DELAYED;
            case DELIVERED -> EventTypes.EMAIL_DELIVERED;
        };
        return new CustomerEvent(id, "email-in", type, List.of(whom), NOON,
                new EventData.DeliveryReport(whom.value(), outcome, "5.1.1", "no such user", ""));
    }

    private static CustomerEvent complaint(String id, Identity who) {
        return event(id, EventTypes.EMAIL_RECEIVED, who, new EventData.Message(
                Channel.EMAIL, "", "The lamp arrived broken.", "thread-" + id, 0, false, null));
    }

    private static CustomerEvent event(String id, String type, Identity whom, EventData data) {
        return new CustomerEvent(id, "test", type, List.of(whom), NOON, data);
    }
}
