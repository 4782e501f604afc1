package io.rapport.decision;

import static io.rapport.decision.Events.event;
import static io.rapport.decision.Events.line;
import static io.rapport.decision.Events.mail;
import static io.rapport.decision.Events.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Decimal;
import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Reason;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JudgeTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Rulebook rulebook;

    private final List<Hit> witnessed = new ArrayList<>();

    private final Judge judge = new Judge(rulebook, witnessed::add);

    @BeforeAll
    static void compile() {
        rulebook = Rulebooks.with()
                .table("1-classify/product-line.csv", "LINE-001", """
                        words of the description,product line,estimated margin %
                        candle*,Candles,40
                        bag,Bags,12.5
                        any,Other,0
                        """)
                .table("1-classify/topic.csv", "TOPIC-001", """
                        words of the message,topic
                        broken,complaint
                        any,other
                        """)
                .table("1-classify/stage.csv", "STAGE-001", """
                        number of purchase days,life-cycle stage
                        0,awareness
                        1,exploration
                        2 and above,commitment
                        """)
                .table("1-classify/status.csv", "STATUS-001", """
                        number of purchase days,status
                        0,potential
                        1,first-time
                        2 and above,repeat
                        """)
                .table("2-relate/relationship.csv", "REL-001", """
                        margin %,relationship
                        below 15,basic
                        15 and above,proactive
                        """)
                .sentences("2-relate/lift.sentences", "REL-002", """
                        rule "Closer: has bought twice"
                        when
                            the customer has bought on at least 2 days
                        then
                            lift the relationship by 2
                        """)
                .sentences("3-churn/signs.sentences", "CHURN-001", """
                        rule "Silent"
                        when
                            the customer has bought on at least 1 days
                        then
                            the churn sign is silent
                        rule "Complains"
                        when
                            a complaint is open
                        then
                            the churn sign is complaint-unresolved
                        """)
                .read();
    }

    @AfterAll
    static void close() {
        rulebook.close();
    }

    @Test
    void understandsOrderLinesBeforeItRemembersThem() {
        var step = step(Memory.blank(1), order(
                "2026-03-02T09:00:00Z", line("scented candles", 10), line("jumbo bag", 8), line("mystery", 1)));

        var lines = ((EventData.Order) step.noted().data()).lines();
        assertThat(lines).extracting(EventData.OrderLine::productLine).containsExactly("Candles", "Bags", "Other");
        assertThat(lines).extracting(EventData.OrderLine::marginRate).containsExactly(0.4, 0.125, 0.0);
        assertThat(step.memory().productLines()).containsOnlyKeys("Candles", "Bags", "Other");
        assertThat(step.memory().purchases().margin()).isEqualTo(Decimal.of(5));
        assertThat(step.memory().tallies().get(MemoryFold.MARGIN).sum()).isEqualTo(Decimal.of(5));
    }

    @Test
    void understandsWhatAMessageIsAbout() {
        var step = step(Memory.blank(1), mail("2026-03-02T09:00:00Z", "the lamp is broken"));

        assertThat(((EventData.Message) step.noted().data()).topic()).isEqualTo("complaint");
        assertThat(step.decision().valueOf("topic")).isEqualTo("complaint");
    }

    @Test
    void findsNoTopicWhereNothingWasSaid() {
        var step = step(Memory.blank(1), order("2026-03-02T09:00:00Z", line("bag", 8)));

        assertThat(step.decision().valueOf("topic")).isNull();
    }

    @Test
    void recordsEveryStagePassedAndTheStatus() {
        var step = step(Memory.blank(1), order("2026-03-02T09:00:00Z", line("bag", 8)));

        assertThat(step.decision().valueOf("stage")).isEqualTo("exploration");
        assertThat(step.concluded()).extracting(CustomerEvent::id).containsExactly(
                step.noted().id() + "/stage/awareness", step.noted().id() + "/stage/exploration",
                step.noted().id() + "/status/first-time");
        assertThat(step.concluded().get(1).data())
                .isEqualTo(new EventData.Move("stage", "awareness", "exploration", "STAGE-001/2"));
        assertThat(step.concluded()).allSatisfy(event -> assertThat(event.time()).isEqualTo(NOW));
    }

    @Test
    void relatesToTheCustomerAsToTheClosestOfHisLines() {
        var step = step(Memory.blank(1), order("2026-03-02T09:00:00Z", line("bag", 8), line("candles", 10)));

        assertThat(values(step, "relationship")).isEqualTo(Map.of(
                "", "proactive", "product line/Bags", "basic", "product line/Candles", "proactive"));
    }

    @Test
    void liftsEachRelationshipAndKeepsWhatItWasBefore() {
        var once = step(Memory.blank(1), order("2026-03-01T09:00:00Z", line("bag", 8), line("candles", 10)));
        var twice = step(once.memory(), order("2026-03-02T09:00:00Z", line("bag", 8)));

        assertThat(values(twice, "relationship")).isEqualTo(Map.of(
                "", "partnership", "product line/Bags", "accountable", "product line/Candles", "partnership"));
        assertThat(twice.decision().conclusions()).filteredOn(conclusion -> conclusion.subject().endsWith("Bags"))
                .singleElement().satisfies(conclusion -> {
                    assertThat(conclusion.reason().ruleId()).isEqualTo("REL-002/1");
                    assertThat(conclusion.reason().captured()).contains(
                            new Reason.Captured("before", "basic"), new Reason.Captured("before-by", "REL-001/1"));
                });
    }

    @Test
    void letsSeveralChurnSignsHold() {
        var complained = MemoryFold.fold(
                Memory.blank(1), Events.complained("2026-03-01T09:00:00Z", "C1"), ZoneId.of("Europe/London"), 180);
        var step = step(complained, order("2026-03-02T09:00:00Z", line("bag", 8)));

        assertThat(step.decision().conclusions()).filteredOn(conclusion -> conclusion.concept().equals("churn-sign"))
                .extracting(Conclusion::value).containsExactly("silent", "complaint-unresolved");
    }

    @Test
    void decidesTheSameForTheSame() {
        var memory = step(Memory.blank(1), order("2026-03-01T09:00:00Z", line("candles", 10))).memory();
        var event = order("2026-03-02T09:00:00Z", line("candles", 10), line("bag", 3));

        assertThat(step(memory, event)).isEqualTo(step(memory, event)).isEqualTo(
                new Judge(rulebook).step(memory, event, context(), NOW));
    }

    @Test
    void doesNotTouchTheMemoryItWasGiven() {
        var memory = step(Memory.blank(1), order("2026-03-01T09:00:00Z", line("candles", 10))).memory();
        var copy = memory.toString() + memory.tallies() + memory.purchases() + memory.productLines();

        step(memory, order("2026-03-02T09:00:00Z", line("candles", 10)));

        assertThat(memory.toString() + memory.tallies() + memory.purchases() + memory.productLines()).isEqualTo(copy);
    }

    @Test
    void countsAnEventOfAnUndeclaredType() {
        var step = step(Memory.blank(1), event("loyalty.smile", "2026-03-02T09:00:00Z", new EventData.Open(Map.of())));

        assertThat(step.memory().tallies()).containsKey("loyalty.smile");
        assertThat(step.decision().actions()).isEmpty();
    }

    @Test
    void tellsItsWitnessEveryRuleThatSpeaks() {
        step(Memory.blank(1), order("2026-03-02T09:00:00Z", line("bag", 8)));

        assertThat(witnessed).extracting(hit -> hit.rule().id()).contains("LINE-001/2", "STAGE-001/2", "REL-001/1");
    }

    @Test
    void refusesAnotherRulebookThanItsOwn() {
        try (var other = Rulebooks.with().table("1-classify/stage.csv", "STAGE-001", """
                number of purchase days,life-cycle stage
                any,awareness
                """).read()) {
            var context = new Context(other, Snapshot.NONE, ZoneId.of("Europe/London"), 180);

            assertThatThrownBy(() -> judge.step(Memory.blank(1), mail("2026-03-02T09:00:00Z", "hi"), context, NOW))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(other.version());
        }
    }

    private Step step(Memory memory, CustomerEvent event) {
        return judge.step(memory, event, context(), NOW);
    }

    private static Context context() {
        var lines = Map.of("Bags", new Snapshot.LineFigures(200, Decimal.of(1000), 0.10), "Candles",
                new Snapshot.LineFigures(200, Decimal.of(1000), 0.40));
        var snapshot = new Snapshot("S1", NOW, 200, Map.of(), lines);
        return new Context(rulebook, snapshot, ZoneId.of("Europe/London"), 180);
    }

    private static Map<String, String> values(Step step, String concept) {
        var values = new HashMap<String, String>();
        for (var conclusion : step.decision().conclusions()) {
            if (conclusion.concept().equals(concept)) {
                values.put(conclusion.subject(), conclusion.value());
            }
        }
        return values;
    }
}
