package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        var customers = told(Problem::customer);
        write("shown.feature", "Feature: Shown\n", "Scenario: ",
                customers.stream().map(customer -> customer + "\nThen no message \"none\" goes to Anna").toList());
        var inChinese = told(Problem::customerInChinese);
        write("所示.feature", "# language: zh-CN\n功能: 所示\n", "场景: ",
                inChinese.stream().map(customer -> customer + "\n那么 消息\"none\"不发给安娜").toList());

        try (var rulebook = ShippedRules.compiled()) {
            var result = Examples.run(rulebook, folder);

            assertThat(customers.size()).as("customers told").isGreaterThan(60);
            assertThat(inChinese).hasSameSizeAs(customers);
            assertThat(result.examples()).hasSize(2 * customers.size()).filteredOn(example -> !example.passed())
                    .extracting(Example::render).isEmpty();
        }
        assertThat(inChinese.stream().flatMap(String::lines)).noneMatch(line -> line.matches(".*(Anna|Given|customer).*"));
    }

    /** Where all was said in steps, the rule that the customer is shown for does fire for him. */
    @Test
    void whatIsToldWithoutARemarkHoldsForWhomItIsToldOf() throws IOException {
        var rules = new TreeMap<>(RuleFiles.ofFolder(Path.of("rules")).texts());
        var scenarios = new ArrayList<String>();
        for (var problem : problems()) {
            var customer = problem.customer().replaceAll("\n?# Anna: status so far.*|\n?# Anna has never ordered", "");
            if (problem.file().startsWith("4-care/") && !customer.isEmpty() && !customer.contains("#")) {
                var title = problem.file().replaceAll(".*/|\\..*", "");
                rules.put("4-care/shown-" + title + ".sentences", shown(TEXTS.getOrDefault(problem.file(), ""), title));
                scenarios.add(customer + (customer.contains("When ") ? "" : "\nWhen Anna is looked at again")
                        + "\nThen a task \"Shown " + title + "\" waits for the service");
            }
        }
        write("shown.feature", "Feature: Shown\n", "Scenario: ", scenarios);

        var reading = new RulebookCompiler().read(new RuleFiles(rules));
        assertThat(reading.problems()).extracting(Problem::render).isEmpty();
        try (var rulebook = Objects.requireNonNull(reading.rulebook())) {
            assertThat(scenarios).hasSizeGreaterThan(40);
            assertThat(Examples.run(rulebook, folder).examples()).filteredOn(example -> !example.passed())
                    .extracting(Example::render).isEmpty();
        }
    }

    private static String shown(String text, String title) {
        return text.replaceAll("(?m)^ +the status so far.*\n", "").replace("open a complaint",
                "give the task \"Shown " + title + "\" to service, due in 1 day");
    }

    private static List<String> told(Function<Problem, String> customer) {
        return problems().stream().filter(problem -> problem.customer().contains("Anna ") && !problem.customer().startsWith("#"))
                .map(customer).distinct().toList();
    }

    private void write(String file, String head, String keyword, List<String> scenarios) throws IOException {
        Files.writeString(folder.resolve(file), head + IntStream.range(0, scenarios.size())
                .mapToObj(at -> "\n  " + keyword + at + "\n" + scenarios.get(at).indent(4)).collect(Collectors.joining()));
    }

    private static final Map<String, String> TEXTS = texts();

    /** A rule that can never hold about each word that allows one, beside another condition that tells of somebody. */
    private static List<Problem> problems() {
        return new RulebookCompiler().check(new RuleFiles(new TreeMap<>(TEXTS)));
    }

    private static Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        for (var term : Vocabulary.shipped().terms()) {
            if (term.concept() == null) {
                var number = 0;
                for (var check : checks(term)) {
                    texts.put(folder(term) + "/" + term.id() + "-" + number++ + ".sentences",
                            sentences("SHOWN-" + (1000 + texts.size()), term, check));
                }
            }
        }
        return texts;
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
                // the first of a thousand ranks at 0.1 %: nobody ranks at 0
                var least = term.id().endsWith("-top") ? 10 : Math.max(term.least(), 0);
                yield List.of(exactly(least), exactly(Math.min(3, most)),
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
            case DAY -> List.of(new Check.Window(MonthDay.of(12, 20), MonthDay.of(1, 6), false),
                    new Check.Window(MonthDay.of(2, 29), MonthDay.of(2, 29), false));
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
