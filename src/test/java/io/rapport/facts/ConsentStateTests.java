package io.rapport.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.facts.ConsentState.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConsentStateTests {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Example
    void ofOnePersonTheLastWordCounts() {
        assertThat(state(no(1, "home"), yes(2, "home"))).isTrue();
        assertThat(state(no(1, "home"), yes(2, "home"), no(3, "home"))).isFalse();
        assertThat(state(yes(1, "home"), no(1, "home"))).as("at the same moment").isFalse();
        assertThat(state(yes(1, "home"))).isTrue();
    }

    @Example
    void aNoStandsUntilAVerifiedYesOrAYesOfTheSameAddress() {
        assertThat(state(no(1, "home"), yes(2, "other"))).isFalse();
        assertThat(state(yes(1, "home"), no(1, "other"), yes(2, "home"))).isFalse();
        assertThat(state(no(1, "home"), confirmed(2, "other"))).isTrue();
        assertThat(state(confirmed(1, "other"), no(2, "home"))).isFalse();
        assertThat(state(no(1, "home"), confirmed(2, "other"), yes(3, "other"))).as("what was confirmed stays so").isTrue();
        assertThat(state(no(1, "home"), no(2, "other"), yes(3, "other"))).isFalse();
    }

    @Example
    void saysSinceWhenAndByWhat() {
        var state = of(no(1, "home"), yes(2, "other"));

        assertThat(state.at()).isEqualTo(NOON.plusSeconds(1));
        assertThat(state.proof()).isEqualTo("no 1 home");
        assertThat(state.isForbiddenBy(Identity.ofKey("email:home"))).isTrue();
        assertThat(state.isForbiddenBy(Identity.ofKey("email:other"))).isFalse();
        assertThat(state.isForbiddenBy(null)).isFalse();
    }

    @Property(tries = 2_000)
    void isTheSameInWhateverOrderWordsAreHeard(@ForAll("words") List<Word> words, @ForAll int seed) {
        var shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(of(shuffled.toArray(Word[]::new))).isEqualTo(of(words.toArray(Word[]::new)));
    }

    @Property(tries = 2_000)
    void isWhatItsRuleSays(@ForAll("words") List<Word> words) {
        var stands = words.stream().filter(no -> !no.given())
                .anyMatch(no -> words.stream().noneMatch(yes -> yes.given() && yes.at().isAfter(no.at())
                        && (yes.by().equals(no.by()) || yes.trust() == Trust.VERIFIED)));

        assertThat(of(words.toArray(Word[]::new)).given()).isEqualTo(!stands);
    }

    @Provide
    Arbitrary<List<Word>> words() {
        return Combinators
                .combine(Arbitraries.of(true, false), Arbitraries.integers().between(0, 8), Arbitraries.of("a", "b", "c"),
                        Arbitraries.of(Trust.values()))
                .as((given, second, by, trust) -> word(given, second, by, trust))
                .list().ofMinSize(1).ofMaxSize(10);
    }

    private static boolean state(Word... words) {
        return of(words).given();
    }

    private static ConsentState of(Word... words) {
        var state = ConsentState.of(words[0]);
        for (var word : List.of(words).subList(1, words.length)) {
            state = state.with(word);
        }
        return state;
    }

    private static Word no(int second, String by) {
        return word(false, second, by, Trust.CLAIMED);
    }

    private static Word yes(int second, String by) {
        return word(true, second, by, Trust.CLAIMED);
    }

    private static Word confirmed(int second, String by) {
        return word(true, second, by, Trust.VERIFIED);
    }

    private static Word word(boolean given, int second, String by, Trust trust) {
        return new Word(given, NOON.plusSeconds(second), (given ? "yes " : "no ") + second + " " + by, trust, "email:" + by);
    }
}
