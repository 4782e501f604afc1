package io.rapport.policy.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.policy.wording.UnclearStep;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;

/**
 * The rulebook that is tried, and the same with further rules of a scenario: each is compiled once for all scenarios. Further
 * rules show what the limits do with actions that no rule asks for today.
 */
public final class Trials implements AutoCloseable {

    private static final String FILE = "4-care/further-rules-of-an-example.sentences";

    private static final String HEAD = """
            // Further rules of an example
            // id: EXAMPLE-001, owner: examples, status: live, since: 2026-01-01
            // purpose: What a marketer might write tomorrow.
            // wrongly catches: nothing known

            """;

    private final Rulebook rulebook;
    private final Consumer<Hit> witness;
    private final Trial usual;
    private final Map<String, Trial> further = new HashMap<>();

    public Trials(Rulebook rulebook, Consumer<Hit> witness) {
        this.rulebook = rulebook;
        this.witness = witness;
        this.usual = Trial.of(rulebook, witness);
    }

    /** A rulebook and the loop that decides by it. */
    record Trial(Rulebook rulebook, Judge judge, Course course, Map<String, Integer> ranks) {
        static Trial of(Rulebook rulebook, Consumer<Hit> witness) {
            var judge = new Judge(rulebook, witness);
            return new Trial(rulebook, judge, new Course(judge), new HashMap<>());
        }

        /** A rank that was found before, if it is still right, else found anew. */
        int rankOf(String what, IntPredicate isRight, IntSupplier found) {
            var known = ranks.get(what);
            if (known != null && isRight.test(known)) {
                return known;
            }
            var rank = found.getAsInt();
            ranks.put(what, rank);
            return rank;
        }
    }

    Trial usual() {
        return usual;
    }

    /** @param sentences rules as they stand in a {@code .sentences} file, without its head */
    Trial with(String sentences) {
        return further.computeIfAbsent(sentences, text -> Trial.of(compiled(text), witness));
    }

    private Rulebook compiled(String sentences) {
        var texts = new TreeMap<>(rulebook.files().texts());
        texts.put(FILE, HEAD + sentences + "\n");
        var reading = new RulebookCompiler().read(new RuleFiles(texts));
        var compiled = reading.rulebook();
        if (compiled == null) {
            throw new UnclearStep("The further rules cannot be read:\n"
                    + reading.problems().stream().map(Problem::render).collect(Collectors.joining("\n")),
                    "a word is misspelt.");
        }
        return compiled;
    }

    @Override
    public void close() {
        usual.judge().close();
        for (var trial : further.values()) {
            trial.judge().close();
            trial.rulebook().close();
        }
    }
}
