package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Consequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void letsNothingPromotionalLeaveWithoutConsent() {
        var policy = new Consent(Memory.blank(1), NOW);

        assertThat(policy.on(message(Purpose.PROMOTION))).isInstanceOfSatisfying(Policy.Refused.class, refused -> {
            assertThat(refused.reason().ruleId()).isEqualTo("policy/consent");
            assertThat(refused.reason().captured()).containsExactly(new Reason.Captured("channel", "email"));
        });
        assertThat(policy.on(message(Purpose.SERVICE))).isInstanceOf(Policy.Allowed.class);
    }

    @Test
    void letsAPromotionLeaveByTheChannelOfTheConsent() {
        var policy = new Consent(memoryOf(Events.consented("2026-03-01T09:00:00Z")), NOW);

        assertThat(policy.on(message(Purpose.PROMOTION))).isInstanceOf(Policy.Allowed.class);
    }

    @Test
    void triesAFailedOccasionAgainAfterADay() {
        var failed = memoryOf(
                Events.contacted("2026-03-02T08:00:00Z", "birthday 2026", "reserved"),
                Events.contacted("2026-03-02T08:30:00Z", "birthday 2026", "failed"));

        assertThat(new OnceOnly(failed.occasions(), NOW).on(message(Purpose.PROMOTION)))
                .isInstanceOfSatisfying(Policy.Refused.class,
                        refused -> assertThat(refused.until()).isEqualTo("2026-03-03T08:30:00Z"));
        assertThat(new OnceOnly(failed.occasions(), Instant.parse("2026-03-03T08:30:00Z")).on(message(Purpose.PROMOTION)))
                .isInstanceOf(Policy.Allowed.class);
    }

    @Test
    void allowsOnePromotionalMessageADay() {
        var promoted = situation(
                memoryOf(Events.contacted("2026-03-02T08:00:00Z", "sale", "reserved")), NOW, LONDON);

        assertThat(new OneMessageAtATime(promoted, List.of()).on(message(Purpose.PROMOTION)))
                .isInstanceOfSatisfying(Policy.Refused.class,
                        refused -> assertThat(refused.until()).isEqualTo("2026-03-03T00:00:00Z"));
        assertThat(new OneMessageAtATime(promoted, List.of()).on(message(Purpose.SERVICE))).isInstanceOf(Policy.Allowed.class);
    }

    @Test
    void countsWhatTheSameDecisionLetThrough() {
        var allowed = new ArrayList<Action>();
        var policy = new OneMessageAtATime(situation(Memory.blank(1), NOW, LONDON), allowed);

        assertThat(policy.on(message(Purpose.PROMOTION))).isInstanceOf(Policy.Allowed.class);
        allowed.add(message(Purpose.PROMOTION));

        assertThat(policy.on(message(Purpose.PROMOTION))).isInstanceOf(Policy.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
            // quiet 21:00 to 08:00: the evening before, after midnight, just outside on both sides
            "2026-03-02T21:00:00Z, Europe/London,    2026-03-03T08:00:00Z",
            "2026-03-02T07:59:00Z, Europe/London,    2026-03-02T08:00:00Z",
            "2026-03-02T08:00:00Z, Europe/London,    2026-03-02T08:00:00Z",
            "2026-03-02T20:59:00Z, Europe/London,    2026-03-02T20:59:00Z",
            // the customer's own clock decides
            "2026-03-02T14:00:00Z, Asia/Shanghai,    2026-03-03T00:00:00Z",
            // the night in which London loses an hour, and the one in which it wins one
            "2026-03-28T22:00:00Z, Europe/London,    2026-03-29T07:00:00Z",
            "2026-10-24T21:00:00Z, Europe/London,    2026-10-25T08:00:00Z"})
    void waitsForTheEndOfQuietHoursByTheCustomersClock(Instant now, String zone, Instant end) {
        var quiet = new Consequence.QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

        assertThat(Limits.endOfQuiet(quiet, situation(Memory.blank(1), now, ZoneId.of(zone)))).isEqualTo(end);
    }

    @Test
    void endsQuietHoursOnceWhereAnHourComesTwice() {
        var untilHalfPastOne = new Consequence.QuietHours(LocalTime.of(0, 0), LocalTime.of(1, 30));
        var inTheSecondHour = situation(Memory.blank(1), Instant.parse("2026-10-25T01:15:00Z"), LONDON);
        var inTheFirstHour = situation(Memory.blank(1), Instant.parse("2026-10-25T00:15:00Z"), LONDON);

        assertThat(Limits.endOfQuiet(untilHalfPastOne, inTheFirstHour)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(Limits.endOfQuiet(untilHalfPastOne, inTheSecondHour)).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void endsQuietHoursAfterTheHourThatDoesNotExist() {
        var untilHalfPastOne = new Consequence.QuietHours(LocalTime.of(0, 0), LocalTime.of(1, 30));
        var springNight = situation(Memory.blank(1), Instant.parse("2026-03-29T00:15:00Z"), LONDON);

        assertThat(Limits.endOfQuiet(untilHalfPastOne, springNight)).isEqualTo("2026-03-29T01:30:00Z");
    }

    private static Memory memoryOf(io.rapport.facts.CustomerEvent... events) {
        var memory = Memory.blank(1);
        for (var event : events) {
            memory = MemoryFold.fold(memory, event, LONDON, 180);
        }
        return memory;
    }

    private static Situation situation(Memory memory, Instant now, ZoneId zone) {
        return new Situation(
                Situation.Scope.CUSTOMER, null, memory, Events.reviewDue(now.toString()), now, zone, Snapshot.NONE, 180,
                Map.of());
    }

    private static Action message(Purpose purpose) {
        return new Action(
                "id", 1, Action.Kind.MESSAGE, "news", Channel.EMAIL, purpose, "", "birthday 2026", NOW, null, null, Map.of(),
                new Reason("CARE-1/1", List.of()));
    }
}
