package io.rapport.decision;

import static io.rapport.decision.Events.line;
import static io.rapport.decision.Events.mail;
import static io.rapport.decision.Events.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SumsTests {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final Rulebook RULEBOOK = Rulebooks.with().sums("1-classify/churn-points.csv", "SCORE-001", """
            number of purchase days,amount spent so far,churn points,because,原因
            ,,-30,,
            below 2,,21,bought on {number of purchase days} day only,只在{购买天数}天购买过
            ,below 100,34,,
            ,100 and above,-5,spends well,消费可观
            5 and above,,-60,a regular,常客
            """).table("3-churn/churn-level.csv", "CHURN-001", """
            churn probability by points in %,churn points,churn level,because
            60 and above,,high,{churn points} points
            any,,low,{churn points} points
            """).read();

    @AfterAll
    static void close() {
        RULEBOOK.close();
    }

    private static Step step(CustomerEvent event) {
        try (var judge = new Judge(RULEBOOK)) {
            return judge.step(Memory.blank(1), event, new Context(RULEBOOK, Snapshot.NONE, ZoneId.of("Europe/London"), 180), NOW);
        }
    }

    private static Conclusion points(Step step) {
        return step.decision().conclusions().stream().filter(each -> each.concept().equals("churn-points")).findFirst()
                .orElseThrow();
    }

    @Test
    void everyRowThatHoldsAddsItsPoints() {
        var step = step(order("2026-03-02T11:00:00Z", line("Candle", 40)));

        assertThat(points(step).value()).isEqualTo("25");
        assertThat(step.decision().valueOf("churn-level")).isEqualTo("high");
    }

    @Test
    void theReasonNamesTheRowsWithTheirPointsTheWeightiestFirst() {
        var reason = points(step(order("2026-03-02T11:00:00Z", line("Candle", 140)))).reason();

        assertThat(RULEBOOK.because(reason, Locale.ENGLISH))
                .isEqualTo("start (-30); bought on 1 day only (+21); spends well (-5)");
        assertThat(RULEBOOK.because(reason, Locale.CHINESE)).isEqualTo("起始(-30); 只在1天购买过(+21); 消费可观(-5)");
    }

    @Test
    void whatLeadsToPointsIsReadByLaterFolders() {
        var step = step(order("2026-03-02T11:00:00Z", line("Candle", 140)));

        // -14 points are odds of 2 to the -0.7
        assertThat(step.decision().valueOf("churn-level")).isEqualTo("low");
    }

    @Test
    void aTableOfWordsCannotBeAddedUp() {
        var problems = Rulebooks.with().sums("1-classify/value-tier.csv", "TIER-001", """
                number of purchase days,tier
                any,gold
                """).problems();

        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.message())
                .isEqualTo("only numbers can be added up (hit policy sum)"));
    }

    @Test
    void ofWhomNothingIsKnownNothingIsConcluded() {
        var rulebook = Rulebooks.with().sums("1-classify/churn-points.csv", "SCORE-001", """
                days since the last purchase,churn points
                ,-30
                above 30,21
                unknown,9
                """).read();
        try (rulebook; var judge = new Judge(rulebook)) {
            var step = judge.step(Memory.blank(1), mail("2026-03-02T09:00:00Z", "hi"),
                    new Context(rulebook, Snapshot.NONE, ZoneId.of("Europe/London"), 180), NOW);

            assertThat(step.decision().valueOf("churn-points")).isNull();
        }
    }
}
