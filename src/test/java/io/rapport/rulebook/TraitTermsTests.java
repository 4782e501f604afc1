package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.reading.PhraseBook;
import org.junit.jupiter.api.Test;

class TraitTermsTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aTraitIsAWordANumberOrADate() {
        assertThat(holds("the trait \"contract\" is \"monthly\"", Map.of("contract", "monthly"))).isTrue();
        assertThat(holds("the trait \"contract\" is not \"monthly\"", Map.of("contract", "monthly"))).isFalse();
        assertThat(holds("the number of trait \"visits\" is at least 3", Map.of("visits", "3"))).isTrue();
        assertThat(holds("the number of trait \"visits\" is at least 3", Map.of("visits", "2.9"))).isFalse();
        assertThat(holds("the days until trait \"contract end\" is at most 30", Map.of("contract end", "2026-03-31"))).isTrue();
        assertThat(holds("the days until trait \"contract end\" is at most 30", Map.of("contract end", "2026-04-01"))).isFalse();
        assertThat(holds("特征\"contract\"是monthly", Map.of("contract", "monthly"))).isTrue();
    }

    @Test
    void whatItIsNotIsUnknown() {
        for (var said : List.of("is at least 3", "is at most 3", "is below 3")) {
            assertThat(holds("the number of trait \"visits\" " + said, Map.of("visits", "many"))).as(said).isFalse();
        }
        assertThat(holds("the number of trait \"visits\" is unknown", Map.of("visits", "many"))).isTrue();
        assertThat(holds("the trait \"contract\" is unknown", Map.of())).isTrue();
        assertThat(holds("the trait \"contract\" is not \"monthly\"", Map.of())).isFalse();
    }

    @Test
    void aDateIsLookedAtWhenItsTimeComes() {
        var condition = read("the days until trait \"contract end\" is at most 30");
        var situation = situation(Map.of("contract end", "2026-05-01"));

        assertThat(condition.term().next(situation, new double[0], condition.check()))
                .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
    }

    @Test
    void whatIsReadIsSaidAgainInBothLanguages() {
        for (var sentence : List.of("the trait \"contract\" is \"monthly\"", "the number of trait \"visits\" is at least 3")) {
            var condition = read(sentence);

            assertThat(condition.wording(Locale.ENGLISH)).isEqualTo(sentence);
            assertThat(read(condition.wording(Locale.CHINESE))).isEqualTo(condition);
            assertThat(Vocabulary.shipped().term(condition.term().id())).isSameAs(condition.term());
        }
    }

    private static boolean holds(String sentence, Map<String, String> traits) {
        return Interpreter.passes(read(sentence), situation(traits));
    }

    private static Condition read(String sentence) {
        var problems = new Problems("test", List.of(sentence));
        var condition = PhraseBook.shipped().read(sentence, new Problems.Place(1, 1, sentence.length()), problems);
        assertThat(problems.found()).isEmpty();
        return java.util.Objects.requireNonNull(condition);
    }

    private static Situation situation(Map<String, String> traits) {
        var blank = Memory.blank(1);
        var memory = new Memory(1, Map.of(), null, Map.of(), List.of(), List.of(), traits, Map.of(), Map.of(), Map.of(), Map.of(),
                blank.latest());
        var event = new CustomerEvent("e", "test", "customer.updated", List.of(), NOW, new EventData.Traits(traits));
        return new Situation(Situation.Scope.CUSTOMER, null, memory, event, NOW, ZoneOffset.UTC, Snapshot.NONE, 182, Map.of());
    }
}
