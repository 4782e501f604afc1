package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/** What breaks an invariant is found among generated customers, and shown as a scenario. */
class InvariantsTests {

    @Test
    void theRulesThatShipKeepThem() {
        try (var rulebook = ShippedRules.compiled()) {
            assertThat(Invariants.check(rulebook, 60, Locale.ENGLISH)).isEmpty();
        }
    }

    @Test
    void anOfferDuringAComplaintIsShownAsAScenarioThatPasses() {
        try (var rulebook = changed("5-limits/complaint-first.sentences",
                text -> text.replace("status: live", "status: retired"))) {
            var broken = Invariants.check(rulebook, 400, Locale.ENGLISH);

            assertThat(broken).extracting(Invariants.Broken::invariant)
                    .containsExactly(Invariants.Invariant.NO_OFFER_DURING_A_COMPLAINT);
            var scenario = broken.getFirst().scenario();
            assertThat(scenario).contains("Scenario: ", "goes |");
            var played = Examples.run(rulebook, new TreeMap<>(java.util.Map.of("broken.feature", scenario)), (_, _, _) -> {});
            assertThat(played.failed()).extracting(Example::render).isEmpty();
        }
    }

    @Test
    void aTierThatNobodyGetsIsShownInChineseToo() {
        try (var rulebook = changed("1-classify/value-tier.csv", text -> text.replace("status: live", "status: retired"))) {
            var broken = Invariants.check(rulebook, 40, Locale.CHINESE);

            assertThat(broken).extracting(Invariants.Broken::invariant).containsExactly(Invariants.Invariant.ONE_TIER);
            assertThat(broken.getFirst().render(Locale.CHINESE)).contains("每位", "场景:");
        }
    }

    /** The rules that ship with one file changed. */
    private static Rulebook changed(String file, UnaryOperator<String> change) {
        var texts = new TreeMap<>(RuleFiles.ofFolder(Path.of("rules")).texts());
        texts.computeIfPresent(file, (_, text) -> change.apply(text));
        var reading = new RulebookCompiler().read(new RuleFiles(texts));
        assertThat(reading.problems()).isEmpty();
        return reading.rulebook();
    }
}
