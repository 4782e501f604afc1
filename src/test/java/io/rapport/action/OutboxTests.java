package io.rapport.action;

import static io.rapport.action.Dispatches.ANNA;
import static io.rapport.action.Dispatches.birthdayGreeting;
import static io.rapport.action.Dispatches.quietIn;
import static io.rapport.action.Dispatches.letter;
import static io.rapport.action.Dispatches.notBefore;
import static io.rapport.action.Dispatches.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.facts.QuietHours;
import java.time.temporal.ChronoUnit;
import java.time.ZoneOffset;
import java.time.LocalTime;
import java.time.Instant;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.IllegalTransactionStateException;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.action.OutboxMessage.Status;
import io.rapport.facts.Channel;
import io.rapport.facts.EventData;

/** The outbox without a mail server: everything lands in the local mailbox. */
@SpringBootTest(classes = ActionRoom.class, webEnvironment = WebEnvironment.NONE, properties = {
        "spring.datasource.url=jdbc:h2:mem:outbox", "rapport.action.batch=3"})
class OutboxTests {

    @Autowired
    private ActionRoom.Bench bench;
    @Autowired
    private Outbox outbox;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Outside outside;
    @Autowired
    private Rows rows;
    @Autowired
    private SentMessages sent;
    @Autowired
    private ActionSettings settings;
    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void clear() {
        bench.clear();
    }

    private Leases otherProcess() {
        return new Leases(rows, outside, settings, clock, meters);
    }

    @Test
    void remembersWhatAMailOfOursSaid() {
        bench.fill(birthdayGreeting("a1"));

        assertThat(sent.textOf("a1@shop.example")).hasValueSatisfying(text -> assertThat(text).contains("生日快乐"));
        assertThat(sent.textOf("a2@shop.example")).isEmpty();
        assertThat(sent.textOf("a1")).isEmpty();
    }

    @Test
    void deliversIntoTheLocalMailboxWhileNoServerIsSet() {
        bench.fill(birthdayGreeting("a1"));

        bench.work();

        OutboxMessage message = outbox.list(Status.LOCAL, 0, 10).getFirst();
        assertThat(message.text()).contains("生日快乐");
        assertThat(message.reason()).isEqualTo("No mail server is set");
        assertThat(outside.told).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("a1/delivered");
            assertThat(event.type()).isEqualTo("customer.contacted");
            assertThat(event.identities()).isEqualTo(outside.identities(ANNA));
            assertThat(((EventData.Contact) event.data()).outcome()).isEqualTo("delivered");
        });
    }

    @Test
    void whatCouldNotLeaveByDayDoesNotLeaveAtNight() {
        Instant now = clock.instant();
        LocalTime time = now.atZone(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        bench.fill(quietIn("a1", new QuietHours(time.minusHours(1), time.plusHours(2), ZoneOffset.UTC)));

        bench.work();

        OutboxMessage waiting = outbox.list(Status.WAITING, 0, 10).getFirst();
        assertThat(waiting.reason()).isEqualTo("Quiet hours");
        assertThat(waiting.dueAt()).isBetween(now.plus(Duration.ofMinutes(119)), now.plus(Duration.ofHours(2)));
        assertThat(waiting.attempts()).isZero();

        clock.advance(Duration.ofHours(2));
        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.LOCAL);
    }

    @Test
    void ignoresAnActionThatItHasAlready() {
        bench.fill(birthdayGreeting("a1"), birthdayGreeting("a1"));
        bench.work();

        bench.fill(birthdayGreeting("a1"), birthdayGreeting("a2"));

        assertThat(bench.statusOf("a1")).isEqualTo(Status.LOCAL);
        assertThat(outbox.counts()).isEqualTo(Map.of(Status.LOCAL, 1L, Status.WAITING, 1L));
    }

    @Test
    void isFilledOnlyInsideTheTransactionOfTheDecision() {
        assertThatThrownBy(() -> outbox.fill(List.of(birthdayGreeting("a1"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void keepsNothingOfADecisionThatIsRolledBack() {
        bench.transaction().executeWithoutResult(status -> {
            outbox.fill(List.of(birthdayGreeting("a1")));
            status.setRollbackOnly();
        });

        assertThat(outbox.counts()).isEmpty();
    }

    @Test
    void waitsUntilQuietHoursAreOver() {
        bench.fill(notBefore("a1", clock.instant().plus(Duration.ofHours(2))));

        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.WAITING);

        clock.advance(Duration.ofHours(2));
        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.LOCAL);
    }

    @Test
    void recordsAsMissedWhatCameTooLate() {
        bench.fill(Dispatches.greeting("a1", clock.instant().plus(Duration.ofHours(1))));

        clock.advance(Duration.ofHours(1).plusMillis(1));
        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.MISSED);
        assertThat(bench.told()).containsExactly("a1/missed");
    }

    @Test
    void sendsNothingPromotionalOnceConsentIsWithdrawn() {
        bench.fill(birthdayGreeting("promotion"), to("service", "anna@example.org", "Your complaint"));
        outside.withdrawn.add(ANNA);

        bench.work();

        assertThat(bench.statusOf("promotion")).isEqualTo(Status.REFUSED);
        assertThat(bench.statusOf("service")).isEqualTo(Status.LOCAL);
        assertThat(bench.told()).containsExactly("promotion/failed", "service/delivered");
    }

    @Test
    void sendsNothingToAnAddressThatWasSuppressedMeanwhile() {
        bench.fill(to("a1", "anna@example.org", "Your complaint"), to("a2", "bob@example.org", "Your complaint"));
        outside.suppressed.add("anna@example.org");

        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.REFUSED);
        assertThat(bench.statusOf("a2")).isEqualTo(Status.LOCAL);
    }

    @Test
    void failsAtOnceWithoutAnAddress() {
        bench.fill(to("a1", null, "subject"));

        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.FAILED);
        assertThat(bench.told()).containsExactly("a1/failed");
    }

    @Test
    void holdsWhatWaitsOnAPausedChannelAndGoesOnWhenItIsResumed() {
        bench.fill(birthdayGreeting("a1"));
        outbox.pause(Channel.EMAIL, "Eva");

        bench.work();
        assertThat(outbox.list(Status.HELD, 0, 10)).extracting(OutboxMessage::actionId).containsExactly("a1");
        assertThat(outbox.list(Status.WAITING, 0, 10)).isEmpty();
        assertThat(outbox.counts()).isEqualTo(Map.of(Status.HELD, 1L));
        assertThat(outbox.switches())
                .containsExactly(new DeliverySwitch("email", true, clock.instant(), "Eva"));

        outbox.resume(Channel.EMAIL, "Eva");
        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.LOCAL);
    }

    @Test
    void stopsEverythingEvenInTheMiddleOfABatch() {
        bench.fill(birthdayGreeting("a1"), birthdayGreeting("a2"));
        Leases leases = otherProcess();
        List<String> leased = leases.lease(Channel.EMAIL);
        outbox.stopAll("Eva");

        assertThat(leased).hasSize(2).allSatisfy(id -> assertThat(leases.begin(id)).isEmpty());
        bench.work();
        assertThat(outbox.counts()).isEqualTo(Map.of(Status.HELD, 2L));

        outbox.resumeAll("Eva");
        bench.work();
        assertThat(outbox.counts()).isEqualTo(Map.of(Status.LOCAL, 2L));
    }

    @Test
    void recallsWhatHasNotBegunToLeave() {
        bench.fill(birthdayGreeting("gone"));
        bench.work();
        bench.fill(birthdayGreeting("one"), birthdayGreeting("other"));

        assertThat(outbox.recall("gone", "Eva")).isFalse();
        assertThat(outbox.recall("one", "Eva")).isTrue();
        assertThat(outbox.recallAll(null, "Eva")).isEqualTo(1);

        bench.work();
        assertThat(outbox.list(Status.RECALLED, 0, 10)).extracting(OutboxMessage::reason)
                .containsExactly("Recalled by Eva", "Recalled by Eva");
        assertThat(bench.told()).containsExactly("gone/delivered", "one/missed", "other/missed");
    }

    @Test
    void doesNotSendWhatIsRecalledWhileItIsLeased() {
        bench.fill(birthdayGreeting("a1"));
        Leases leases = otherProcess();
        leases.lease(Channel.EMAIL);

        outbox.recallAll(Channel.EMAIL, "Eva");

        assertThat(leases.begin("a1")).isEmpty();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.RECALLED);
    }

    @Test
    void givesAMessageToOneProcessOnly() {
        bench.fill(birthdayGreeting("a1"), birthdayGreeting("a2"));

        assertThat(otherProcess().lease(Channel.EMAIL)).hasSize(2);
        assertThat(otherProcess().lease(Channel.EMAIL)).isEmpty();
    }

    @Test
    void takesOverFromAProcessThatDiedBeforeTheAttempt() {
        bench.fill(birthdayGreeting("a1"));
        Leases dead = otherProcess();
        dead.lease(Channel.EMAIL);

        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.LEASED);

        leasesEndAt(Instant.EPOCH);
        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.LOCAL);
        assertThat(dead.begin("a1")).isEmpty();
    }

    @Test
    void aLeaseIsNoShorterAndNoLongerBecauseTheClockOfAnEngineIsSet() {
        bench.fill(birthdayGreeting("a1"));
        otherProcess().lease(Channel.EMAIL);

        for (var jump : List.of(Duration.ofDays(1), Duration.ofDays(-2))) {
            clock.advance(jump);
            bench.work();
            assertThat(bench.statusOf("a1")).isEqualTo(Status.LEASED);
        }
        clock.advance(Duration.ofDays(1));

        leasesEndAt(Instant.now().plus(Duration.ofDays(1)));
        bench.work();
        assertThat(bench.statusOf("a1")).as("given before the database's clock was set back").isEqualTo(Status.LOCAL);
    }

    @Test
    void whatWasPreparedByAClockThatWasADayAheadLeavesOnceAndAtOnce() {
        clock.advance(Duration.ofDays(1));
        bench.fill(notBefore("a1", clock.instant()), notBefore("tomorrow", clock.instant().plus(Duration.ofDays(1))));
        clock.advance(Duration.ofDays(-1));

        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.LOCAL);
        assertThat(bench.statusOf("tomorrow")).isEqualTo(Status.WAITING);

        clock.advance(Duration.ofDays(1));
        bench.work();
        assertThat(bench.told()).containsExactly("a1/delivered");
        clock.advance(Duration.ofDays(-1));
    }

    @Test
    void anotherAttemptIsNotADayLaterBecauseTheClockWasSetBack() {
        bench.fill(birthdayGreeting("a1"));
        Leases other = otherProcess();
        other.lease(Channel.EMAIL);
        other.begin("a1");
        other.settle("a1", new Handover.NotNow("try later"));

        clock.advance(Duration.ofDays(-1));
        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.LOCAL);
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void quietHoursLastHoweverTheClockIsSet() {
        var now = LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        bench.fill(quietIn("a1", new QuietHours(now.minusHours(1), now.plusHours(1), ZoneOffset.UTC)));
        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.WAITING);

        clock.advance(Duration.ofDays(-1));
        bench.work();
        assertThat(bench.statusOf("a1")).isEqualTo(Status.WAITING);
        clock.advance(Duration.ofDays(1));
    }

    private void leasesEndAt(Instant end) {
        rows.change(session -> session.createMutationQuery("update OutboxRow set leaseUntil = :end where status = LEASED")
                .setParameter("end", end).executeUpdate());
    }

    @Test
    void callsItUncertainWhenAProcessDiedAfterTheAttemptBegan() {
        bench.fill(birthdayGreeting("a1"));
        Leases dead = otherProcess();
        dead.lease(Channel.EMAIL);
        dead.begin("a1");

        leasesEndAt(Instant.EPOCH);
        bench.work();
        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.UNCERTAIN);
        assertThat(bench.told()).containsExactly("a1/uncertain");
        assertThat(meters.counter("rapport.action.messages", "channel", "email", "end", "uncertain").count()).isPositive();
    }

    @Test
    void believesTheProcessThatTurnsOutToBeAlive() {
        bench.fill(birthdayGreeting("a1"));
        Leases slow = otherProcess();
        slow.lease(Channel.EMAIL);
        slow.begin("a1");
        leasesEndAt(Instant.EPOCH);
        bench.work();

        slow.settle("a1", new Handover.Taken());
        bench.work();

        assertThat(bench.statusOf("a1")).isEqualTo(Status.SENT);
        assertThat(bench.told()).containsExactly("a1/uncertain", "a1/delivered");
    }

    @Test
    void keepsAnOutcomeUntilTheQueueHasIt() {
        bench.fill(birthdayGreeting("a1"));
        outside.queueIsDown = true;

        assertThatThrownBy(bench::work).hasMessageContaining("down");
        assertThat(bench.statusOf("a1")).isEqualTo(Status.LOCAL);

        outside.queueIsDown = false;
        bench.work();
        bench.work();
        assertThat(bench.told()).containsExactly("a1/delivered");
    }

    @Test
    void handsAMessageWithoutADoorToAnAgent(@Autowired Tasks tasks) {
        bench.fill(letter("a1"), letter("a1"));

        Task task = tasks.openOf("service", 0, 10).getFirst();

        assertThat(task.title()).isEqualTo("letter: We miss you");
        assertThat(task.text()).isEqualTo("1 Main Street\n\nDear Anna");
        assertThat(outbox.counts()).isEmpty();
    }

    @Test
    void showsPagesNewestFirst() {
        for (String id : List.of("a1", "a2", "a3")) {
            bench.fill(birthdayGreeting(id));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(outbox.list(Status.WAITING, 0, 2)).extracting(OutboxMessage::actionId).containsExactly("a3", "a2");
        assertThat(outbox.list(Status.WAITING, 1, 2)).extracting(OutboxMessage::actionId).containsExactly("a1");
    }
}
