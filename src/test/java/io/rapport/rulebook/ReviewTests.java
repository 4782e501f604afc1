package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rapport.facts.Decimal;
import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Situation;
import io.rapport.rulebook.reading.PhraseBook;
import org.junit.jupiter.api.Test;

class ReviewTests {

    /** A rule changes its mind only at its review: looked at any moment before, it says the same as now. */
    @Test
    void noRuleTurnsBeforeItsReview() {
        var some = new SomeCustomers(5);
        for (var i = 0; i < 1_500; i++) {
            for (var scope : List.of(Situation.Scope.CUSTOMER, Situation.Scope.COMPLAINT, Situation.Scope.DELIVERY)) {
                var situation = some.situation(scope);
                for (var rule : Shelf.SHIPPED.rules()) {
                    if (rule.scope() == scope) {
                        staysUntilReview(rule, situation, some);
                    }
                }
            }
        }
    }

    /** The same for every number that moves and every kind of bound, not only for those the shipped rules use. */
    @Test
    void noCheckTurnsBeforeItsReview() {
        var some = new SomeCustomers(6);
        for (var term : SomeCustomers.terms()) {
            for (var i = 0; i < 60 && (term.numeric() || term.moves()); i++) {
                var situation = some.situation(term.scope());
                for (var check : SomeChecks.of(term, some)) {
                    var args = term.english().contains("{") ? List.of(90.0) : List.<Double>of();
                    staysUntilReview(rule(new Condition(term, args, check), situation.scope()), situation, some);
                }
            }
        }
    }

    @Test
    void silenceOfNinetyDaysIsLookedAtWhenTheCustomersDayBegins() {
        var situation = boughtOn(LocalDate.of(2026, 3, 2), Instant.parse("2026-03-05T12:00:00Z"), "Asia/Shanghai");

        assertThat(due("the customer has been silent for 90 days", situation)).isEqualTo(Instant.parse("2026-05-30T16:00:00Z"));
    }

    @Test
    void aBirthdayIsLookedAtWhenTheDayBeginsAndAgainWhenItEnds() {
        var before = born("1988-02-29", Instant.parse("2027-02-20T12:00:00Z"), "Europe/London");
        var on = born("1988-02-29", Instant.parse("2027-02-28T12:00:00Z"), "Europe/London");

        assertThat(due("today is the customer's birthday", before)).isEqualTo(Instant.parse("2027-02-28T00:00:00Z"));
        assertThat(due("today is the customer's birthday", on)).isEqualTo(Instant.parse("2027-03-01T00:00:00Z"));
    }

    @Test
    void aFadingStrengthIsLookedAtOnTheDayItFallsBelow() {
        var situation = boughtOn(LocalDate.of(2026, 3, 2), Instant.parse("2026-03-05T12:00:00Z"), "Europe/London");

        // one purchase day, tau 182 days: below 0.7 once more than 182 * ln(1/0.7) = 64.9 days have passed
        assertThat(due("the recent purchase strength is at least 0.7", situation))
                .isEqualTo(Instant.parse("2026-05-05T23:00:00Z"));
    }

    @Test
    void aDeadlineIsLookedAtWhenItPasses() {
        var deadline = Instant.parse("2026-03-02T13:00:00Z");
        var open = new Memory.OpenComplaint("C-1", Instant.parse("2026-03-02T09:00:00Z"), io.rapport.facts.Channel.EMAIL, 0,
                "service", deadline);
        var some = new SomeCustomers(1).situation(Situation.Scope.COMPLAINT);
        var situation = new Situation(Situation.Scope.COMPLAINT, open, withComplaint(some.memory(), open), some.event(),
                Instant.parse("2026-03-02T09:00:00Z"), some.zone(), some.snapshot(), some.tauDays(), Map.of());

        assertThat(reviews(situation)).containsExactly(new Decision.Review(deadline, "CARE-004/2"));
    }

    @Test
    void aRuleThatCannotHoldAnywayAsksForNoReview() {
        var situation = boughtOn(LocalDate.of(2026, 3, 2), Instant.parse("2026-03-05T12:00:00Z"), "Asia/Shanghai");

        assertThat(reviews(situation)).as("win-back: the churn level is not known").isEmpty();
    }

    private static List<Decision.Review> reviews(Situation situation) {
        try (var session = Shelf.SHIPPED.newSession()) {
            return session.reviews(Stratum.CARE, situation);
        }
    }

    private static void staysUntilReview(Rule rule, Situation situation, SomeCustomers some) {
        var holds = Interpreter.holds(rule, situation);
        var review = Reviews.next(rule, situation);
        var end = review == null ? situation.now().plus(Duration.ofDays(800)) : review;
        assertThat(end).as(rule.id()).isAfter(situation.now());
        for (var i = 0; i < 4; i++) {
            var length = Duration.between(situation.now(), end).toMillis();
            var later = situation.now().plusMillis((long) (some.chance() * (length - 1)));
            later = i == 0 ? end.minusMillis(1) : later;
            assertThat(Interpreter.holds(rule, SomeCustomers.at(situation, later)))
                    .as("%s %s of %s, now %s, then %s, review %s", rule.id(), rule.when(), situation, situation.now(), later,
                            review)
                    .isEqualTo(holds);
        }
    }

    private static Instant due(String sentence, Situation situation) {
        var problems = new Problems("a", List.of());
        var condition = PhraseBook.shipped().read(sentence, new Problems.Place(1, 1, 1), problems);
        return Reviews.next(rule(condition, situation.scope()), situation);
    }

    private static Rule rule(Condition condition, Situation.Scope scope) {
        var meta = new RuleMeta("GEN-001", "t", "o", RuleMeta.Status.LIVE, LocalDate.EPOCH, "p", "w", HitPolicy.ALL);
        return new Rule("GEN-001/1", "n", Stratum.CARE, scope, meta, new Origin("f", 1), List.of(condition), List.of(),
                Rule.Because.NONE);
    }

    private static Situation boughtOn(LocalDate day, Instant now, String zone) {
        var memory = Memory.blank(1);
        return situation(new Memory(1, memory.tallies(), Purchases.of(day, Decimal.of(10), Decimal.of(3)), Map.of(), List.of(),
                List.of(), Map.of(),
                Map.of(), Map.of(),
                Map.of(), Map.of(), now), now, zone);
    }

    private static Situation born(String birthday, Instant now, String zone) {
        return situation(new Memory(1, Map.of(), null, Map.of(), List.of(), List.of(),
                new TreeMap<>(Map.of("birthday", birthday)), Map.of(),
                Map.of(), Map.of(), Map.of(), now), now, zone);
    }

    private static Situation situation(Memory memory, Instant now, String zone) {
        var some = new SomeCustomers(1).situation(Situation.Scope.CUSTOMER);
        return new Situation(Situation.Scope.CUSTOMER, null, memory, some.event(), now, java.time.ZoneId.of(zone),
                some.snapshot(),
                SomeCustomers.TAU, Map.of());
    }

    private static Memory withComplaint(Memory memory, Memory.OpenComplaint open) {
        return new Memory(memory.customer(), memory.tallies(), memory.purchases(), memory.productLines(), List.of(open),
                memory.deliveries(),
                memory.traits(), memory.traitsAt(), memory.consents(), memory.concluded(), memory.occasions(), memory.latest());
    }
}
