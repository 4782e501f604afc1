package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import org.junit.jupiter.api.Test;

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

        assertThat(new OnceOnly(new Occasions(failed.occasions(), _ -> null), NOW).on(message(Purpose.PROMOTION)))
                .isInstanceOfSatisfying(Policy.Refused.class,
                        refused -> assertThat(refused.until()).isEqualTo("2026-03-03T08:30:00Z"));
        assertThat(new OnceOnly(new Occasions(failed.occasions(), _ -> null), Instant.parse("2026-03-03T08:30:00Z"))
                .on(message(Purpose.PROMOTION)))
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
                "id", 1, Action.Kind.MESSAGE, "news", Channel.EMAIL, purpose, "", "birthday 2026", NOW, List.of(), null, null,
                Map.of(),
                new Reason("CARE-1/1", List.of()));
    }
}
