package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import io.rapport.rulebook.Problem;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/** The rules that ship, compiled. */
final class ShippedRules {

    private ShippedRules() {}

    static Rulebook compiled() {
        var reading = new RulebookCompiler().read(RuleFiles.ofFolder(Path.of("rules")));
        assertThat(reading.problems()).extracting(Problem::render).isEmpty();
        return reading.rulebook();
    }
}
