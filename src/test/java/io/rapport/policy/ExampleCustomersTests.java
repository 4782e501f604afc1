package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.rapport.facts.Situation;
import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.RulebookCompiler;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.Vocabulary;

/** The customers that problems show are told in steps that exist: an analyst can paste them into a feature file. */
class ExampleCustomersTests {

    @TempDir
    private Path folder;

    @Test
    void everyStepOfEveryShownCustomerIsDefinedAndPlays() throws IOException {
        var customers = problems().stream().map(Problem::customer)
                .filter(customer -> customer.contains("Anna ") && !customer.startsWith("#")).distinct().toList();
        Files.writeString(folder.resolve("shown.feature"), "Feature: Shown\n" + customers.stream()
                .map(customer -> "\n  Scenario: " + customers.indexOf(customer) + "\n" + customer.indent(4))
                .collect(Collectors.joining()));

        var rulebook = ShippedRules.compiled();
        var result = Examples.run(rulebook, folder);

        assertThat(customers.size()).as("customers told").isGreaterThan(60);
        assertThat(result.examples()).filteredOn(example -> !example.passed()).isEmpty();
        var steps = customers.stream().flatMap(String::lines).filter(line -> !line.startsWith("#")).count();
        assertThat(steps).as("lines that are steps").isGreaterThan(60);
    }

    /** A rule that can never hold about each word that allows one, beside another condition that tells of somebody. */
    private static List<Problem> problems() {
        var texts = new TreeMap<String, String>();
        for (var term : Vocabulary.shipped().terms()) {
            if (term.concept() == null) {
                var number = 0;
                for (var check : checks(term)) {
                    var id = term.id().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
                    texts.put(folder(term) + "/" + term.id() + "-" + number + ".sentences", sentences(
                            id.substring(0, Math.min(10, id.length())) + "-" + (100 + number++), term, check));
                }
            }
        }
        return new RulebookCompiler().check(new RuleFiles(texts));
    }

    private static String sentences(String id, Term term, Check check) {
        List<Double> args = term.english().contains("{") ? List.of(90.0) : List.of();
        var english = Locale.ENGLISH;
        return "// A title\n// id: " + id + ", owner: test, status: live, since: 2026-12-01\n// purpose: a test\n"
                + "// wrongly catches: nobody\nrule \"" + id + ": a\"\nwhen\n    "
                + new Condition(term, args, check).wording(english)
                + "\n    the status so far is loyal\n    the status so far is lost\nthen\n    open a complaint\n";
    }

    private static List<Check> checks(Term term) {
        return switch (term.type()) {
            case NUMBER -> {
                var most = Math.min(term.most(), 40);
                yield List.of(exactly(Math.max(term.least(), 0)), exactly(Math.min(3, most)),
                        new Check.Between(Math.min(20, most), true, Double.POSITIVE_INFINITY, false));
            }
            case YES_NO -> {
                var said = new ArrayList<Check>();
                for (var yes : new boolean[] {true, false}) {
                    if (!new Condition(term, List.of(), new Check.Holds(yes)).wording(Locale.ENGLISH)
                            .endsWith(yes ? " yes" : " no")) {
                        said.add(new Check.Holds(yes));
                    }
                }
                yield said;
            }
            case WORD ->
                List.of(new Check.OneOf(List.of(term.values().isEmpty() ? "en" : term.values().getFirst().word()), false));
            case TEXT -> List.of(new Check.Mentions(List.of("refund*")));
        };
    }

    private static Check exactly(double number) {
        return new Check.Between(number, true, number, true);
    }

    private static String folder(Term term) {
        return term.scope() == Situation.Scope.ORDER_LINE ? "1-classify"
                : term.scope() == Situation.Scope.PRODUCT_LINE ? "2-relate"
                        : term.scope() == Situation.Scope.ACTION ? "5-limits" : "4-care";
    }
}
