package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Rulebook;

/** Plays all features against the rules that ship, and sees that neither has anything idle. */
class ExamplesTests {

    private static final Path FEATURES = Path.of("features");

    private static Rulebook rulebook;
    private static ExamplesResult result;

    @BeforeAll
    static void playAllFeatures() {
        rulebook = ShippedRules.compiled();
        result = Examples.run(rulebook, FEATURES);
    }

    @AfterAll
    static void closeRulebook() {
        rulebook.close();
    }

    @TestFactory
    Stream<DynamicTest> plays() {
        return result.examples().stream().map(example -> DynamicTest.dynamicTest(
                example.file() + ":" + example.line() + " " + example.name(),
                FEATURES.resolve(example.file()).toAbsolutePath().toUri(),
                () -> assertThat(example.passed()).withFailMessage(() -> "features/" + example.render()).isTrue()));
    }

    @Test
    void everyLiveRuleFiresInSomeScenario() {
        var idle = rulebook.rules().stream()
                .filter(rule -> rule.meta().status() == RuleMeta.Status.LIVE)
                .filter(rule -> !result.firedRules().contains(rule.id()))
                .map(ExamplesTests::placeOf);

        assertThat(idle).as("live rules and rows that no scenario ever fires").isEmpty();
    }

    @Test
    void everyStepIsUsedByAScenario() {
        assertThat(result.unusedSteps()).as("wordings of steps that no scenario uses").isEmpty();
    }

    private static String placeOf(Rule rule) {
        return rule.origin().file() + ":" + rule.origin().line() + " " + rule.id() + " " + rule.name();
    }
}
