package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.rapport.facts.Decimal;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import io.rapport.facts.Tally;
import io.rapport.rulebook.reading.PhraseBook;
import org.junit.jupiter.api.Test;

class CountTermsTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Any kind of event: two smiles, 10 days ago for 30 and today for 12. */
    private static final Situation SMILED = situation();

    @Test
    void anyKindOfEventIsCountedEverAndWithinDays() {
        assertThat(holds("the number of \"loyalty.smile\" events is at least 2")).isTrue();
        assertThat(holds("the number of \"loyalty.smile\" events is at least 3")).isFalse();
        assertThat(holds("the number of \"loyalty.smile\" events in the last 11 days is at least 2")).isTrue();
        assertThat(holds("the number of \"loyalty.smile\" events in the last 10 days is at least 2")).isFalse();
        assertThat(holds("the number of \"loyalty.frown\" events is exactly 0")).isTrue();
    }

    @Test
    void theirAmountsAreAddedUp() {
        assertThat(holds("the amount of \"loyalty.smile\" events is exactly 42")).isTrue();
        assertThat(holds("the amount of \"loyalty.smile\" events in the last 10 days is exactly 12")).isTrue();
    }

    @Test
    void theFirstAndTheLastAreDaysAgoOrUnknown() {
        assertThat(holds("the days since the first \"loyalty.smile\" event is exactly 10")).isTrue();
        assertThat(holds("the days since the last \"loyalty.smile\" event is exactly 0")).isTrue();
        assertThat(holds("the days since the last \"loyalty.frown\" event is unknown")).isTrue();
        assertThat(holds("the last \"loyalty.frown\" event was 0 days ago or earlier")).isFalse();
    }

    @Test
    void silenceIsLookedAtWhenItsTimeComes() {
        var condition = read("the last \"loyalty.smile\" event was 30 days ago or earlier");
        assertThat(condition.term().next(SMILED, new double[0], condition.check())).isEqualTo("2026-03-31T00:00:00Z");

        var within = read("the number of \"loyalty.smile\" events in the last 30 days is at least 2");
        assertThat(within.term().next(SMILED, new double[] {30}, within.check())).isEqualTo("2026-03-21T00:00:00Z");
    }

    @Test
    void whatIsReadIsSaidAgainInBothLanguages() {
        for (var sentence : List.of("the number of \"quote.sent\" events in the last 30 days is at least 2",
                "the last \"quote.sent\" event was 30 days ago or earlier",
                "the amount of \"quote.sent\" events is at least 100")) {
            var condition = read(sentence);

            assertThat(condition.wording(Locale.ENGLISH)).isEqualTo(sentence);
            assertThat(read(condition.wording(Locale.CHINESE))).isEqualTo(condition);
            assertThat(Vocabulary.shipped().term(condition.term().id())).isSameAs(condition.term());
        }
    }

    @Test
    void aTableHasThemAsColumnsAndAReasonNamesThem() {
        var read = new RulebookCompiler().read(new RuleFiles(new TreeMap<>(Map.of("3-churn/leaving-reason.csv", """
                # Leaving reason: by quotes
                # id: CHURN-009, owner: retention, status: live, since: 2026-12-01, hit policy: first
                # purpose: Try.
                # wrongly catches: nobody
                "number of ""quote.sent"" events in the last 30 days",leaving reason,because,原因
                2 and above,bought-away,"asked {number of ""quote.sent"" events in the last 30 days} times",多次询价
                """))));

        assertThat(Shelf.rendered(read.problems())).isEmpty();
    }

    private static boolean holds(String sentence) {
        return Interpreter.passes(read(sentence), SMILED);
    }

    private static Condition read(String sentence) {
        var problems = new Problems("test", List.of(sentence));
        var condition = PhraseBook.shipped().read(sentence, new Problems.Place(1, 1, sentence.length()), problems);
        assertThat(problems.found()).isEmpty();
        return Objects.requireNonNull(condition);
    }

    private static Situation situation() {
        var today = (int) LocalDate.of(2026, 3, 1).toEpochDay();
        var smiles = Tally.of(Instant.parse("2026-02-19T12:00:00Z"), today - 10, Decimal.of(30)).plus(NOW, today, Decimal.of(12));
        var memory = Memory.blank(1).withTallies(Map.of("loyalty.smile", smiles));
        var event = new CustomerEvent("e", "test", "loyalty.smile", List.of(), NOW, new EventData.Open(Map.of()));
        return new Situation(Situation.Scope.CUSTOMER, null, memory, event, NOW, ZoneOffset.UTC, Snapshot.NONE, 182, Map.of());
    }
}
