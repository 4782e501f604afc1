package io.rapport.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What came of running the examples once.
 *
 * @param examples every scenario that ran, in file order; a feature that cannot be read stands as one failed example
 * @param firedRules ids of the rules and table rows that spoke in at least one scenario
 * @param unusedSteps wordings of steps that no scenario used, each with the method it stands on
 * @param took wall-clock time of the run
 */
public record ExamplesResult(List<Example> examples, Set<String> firedRules, List<String> unusedSteps, Duration took) {

    public ExamplesResult {
        examples = List.copyOf(examples);
        firedRules = Set.copyOf(firedRules);
        unusedSteps = List.copyOf(unusedSteps);
    }

    /** How many scenarios passed. */
    public int passed() {
        return (int) examples.stream().filter(Example::passed).count();
    }

    /** The scenarios that did not pass, each with file, line and message. */
    public List<Example> failed() {
        return examples.stream().filter(example -> !example.passed()).toList();
    }

    public boolean green() {
        return failed().isEmpty();
    }
}
