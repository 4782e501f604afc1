package io.rapport.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Action;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What no rule may break, tried with the rules that ship and customers that nobody thought of. */
class ShippedRulesProperties {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Rulebook rulebook;

    @BeforeContainer
    static void compile() {
        rulebook = Rulebooks.shipped();
    }

    @AfterContainer
    static void close() {
        rulebook.close();
    }

    @Property(tries = 50)
    void aLifeKeepsThePromises(@ForAll("lives") List<CustomerEvent> life) {
        var steps = live(life);

        var last = steps.getLast().memory();
        var refolded = Memory.blank(1);
        for (var step : steps) {
            refolded = MemoryFold.fold(refolded, step.noted(), LONDON, 182);
        }
        assertThat(refolded).as("the log folds to the memory").isEqualTo(last);
        assertThat(steps).extracting(step -> step.noted().id()).as("event ids").doesNotHaveDuplicates();
        actsOnceOnAnOccasion(steps);
        promotesOnlyWithConsentAndOnceADay(steps);
        skipsNoStageOnTheWayUp(steps);
        for (var step : steps) {
            assertThat(step.decision().reviews()).hasSizeLessThanOrEqualTo(16)
                    .allMatch(review -> review.due().isAfter(step.decision().at()));
        }
    }

    private static void actsOnceOnAnOccasion(List<Step> steps) {
        var keys = steps.stream().flatMap(step -> step.decision().actions().stream()).map(Proposal::key).toList();
        assertThat(keys).as("occasions acted on").doesNotHaveDuplicates();
        assertThat(steps.stream().flatMap(step -> step.decision().actions().stream()).map(Action::id).toList())
                .as("action ids").doesNotHaveDuplicates();
    }

    private static void promotesOnlyWithConsentAndOnceADay(List<Step> steps) {
        Map<Long, Integer> perDay = new HashMap<>();
        for (var step : steps) {
            for (var action : step.decision().actions()) {
                if (action.purpose() == Purpose.PROMOTION) {
                    assertThat(step.memory().hasConsent(action.channel(), action.purpose())).isTrue();
                    assertThat(step.memory().complaints()).isEmpty();
                    perDay.merge(step.decision().at().getEpochSecond() / 86_400, 1, Integer::sum);
                }
            }
        }
        assertThat(perDay.values()).allSatisfy(count -> assertThat(count).isEqualTo(1));
    }

    private static void skipsNoStageOnTheWayUp(List<Step> steps) {
        var order = List.of("awareness", "exploration", "expansion", "commitment", "dissolution");
        for (var step : steps) {
            if (step.noted().data() instanceof EventData.Move move && move.concept().equals("stage")
                    && !move.to().equals("dissolution") && !"dissolution".equals(move.from())) {
                assertThat(order.indexOf(move.to()) - (move.from() == null ? -1 : order.indexOf(move.from())))
                        .as("from " + move.from() + " to " + move.to()).isLessThanOrEqualTo(1);
            }
        }
    }

    private static List<Step> live(List<CustomerEvent> life) {
        try (var judge = new Judge(rulebook)) {
            var course = new Course(judge);
            var context = new Context(rulebook, Snapshot.NONE, LONDON, 182);
            var steps = new ArrayList<Step>();
            var memory = Memory.blank(1);
            var lived = START;
            for (var event : life) {
                steps.addAll(course.advance(memory, context, lived, event.time()));
                memory = steps.isEmpty() ? memory : steps.getLast().memory();
                steps.addAll(course.take(memory, event, context, event.time()));
                memory = steps.getLast().memory();
                lived = event.time();
            }
            steps.addAll(course.advance(memory, context, lived, lived.plus(Duration.ofDays(60))));
            return steps;
        }
    }

    @Provide
    Arbitrary<List<CustomerEvent>> lives() {
        var gap = Arbitraries.integers().between(1, 40 * 24 * 60);
        return Combinators.combine(gap, Arbitraries.integers().between(0, 10)).as((minutes, kind) -> new int[] {minutes, kind})
                .list().ofMinSize(1).ofMaxSize(12).map(ShippedRulesProperties::events);
    }

    private static List<CustomerEvent> events(List<int[]> kinds) {
        var events = new ArrayList<CustomerEvent>();
        var at = START;
        for (var kind : kinds) {
            at = at.plusSeconds(60L * kind[0]);
            events.add(event(at.toString(), kind[1], events.size()));
        }
        return events;
    }

    private static CustomerEvent event(String at, int kind, int number) {
        return switch (kind) {
            case 0, 1, 2 -> Events.order(at, Events.line("scented candle", 20), Events.line("cake tin", 8));
            case 3 -> Events.delivered(at, "O" + number);
            case 4 -> Events.mail(at, "it is broken, I want a refund");
            case 5 -> Events.mail(at, "thank you, lovely");
            case 6 -> Events.mail(at, "please unsubscribe me");
            case 7 -> Events.consented(at);
            case 8 -> Events.told(at, "birthday", "1992-02-29");
            case 9 -> Events.resolved(at, "thread-" + at);
            default -> Events.returned(at, Events.line("cake tin", 8));
        };
    }
}
