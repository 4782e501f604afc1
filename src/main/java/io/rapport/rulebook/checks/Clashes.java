package io.rapport.rulebook.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.ExampleCustomer;
import io.rapport.rulebook.HitPolicy;
import io.rapport.rulebook.Problem;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.terms.ConceptTerms;
import org.jspecify.annotations.Nullable;

/**
 * Two rules of one file that conclude different values of one concept for the same customer. Tables of hit policy first or
 * unique cannot: one row speaks.
 */
final class Clashes {

    /** Of each file so many are said; the author mends these and saves again. */
    private static final int SAID = 5;

    /** Comparing each rule with each of more takes too long. */
    private static final int MOST_COMPARED = 400;

    private final Lines lines;
    private final List<Problem> problems = new ArrayList<>();

    Clashes(Lines lines) {
        this.lines = lines;
    }

    List<Problem> in(List<Rule> rules) {
        byFileAndConcept(rules).values().forEach(this::compare);
        return problems;
    }

    private static Map<String, List<Rule>> byFileAndConcept(List<Rule> rules) {
        Map<String, List<Rule>> found = new LinkedHashMap<>();
        for (var rule : rules) {
            if (rule.meta().status() != RuleMeta.Status.RETIRED && rule.meta().hitPolicy() == HitPolicy.ALL) {
                rule.then().stream().filter(Consequence.Conclude.class::isInstance).map(Consequence.Conclude.class::cast)
                        .filter(conclude -> !Concepts.multiple(conclude.concept()))
                        .forEach(conclude -> found.computeIfAbsent(rule.origin().file() + " " + conclude.concept(),
                                _ -> new ArrayList<>()).add(rule));
            }
        }
        return found;
    }

    private void compare(List<Rule> rules) {
        if (rules.size() > MOST_COMPARED) {
            problems.add(lines.at(rules.getFirst(), "more than " + MOST_COMPARED + " rows that may all hold at once",
                    "Say: hit policy: first"));
            return;
        }
        var said = 0;
        for (var later = 1; later < rules.size() && said < SAID; later++) {
            for (var earlier = 0; earlier < later && said < SAID; earlier++) {
                var problem = clash(rules.get(earlier), rules.get(later));
                if (problem != null) {
                    problems.add(problem);
                    said++;
                    break;
                }
            }
        }
    }

    private @Nullable Problem clash(Rule earlier, Rule later) {
        var difference = difference(earlier, later);
        if (difference == null || earlier.scope() != later.scope()) {
            return null;
        }
        var both = new ArrayList<>(earlier.when());
        both.addAll(later.when());
        var facts = Meeting.of(both);
        return facts == null ? null
                : lines.at(later, difference.later(),
                        difference.said() + " for the same customer: the rule of line " + earlier.origin().line()
                                + " holds as well",
                        "Let their conditions exclude each other, or make a table of it that says: hit policy: first")
                        .about(ExampleCustomer.of(facts));
    }

    /** @param later the value of the later rule */
    private record Difference(String said, String later) {}

    private static @Nullable Difference difference(Rule earlier, Rule later) {
        for (var one : earlier.then()) {
            for (var other : later.then()) {
                if (one instanceof Consequence.Conclude first && other instanceof Consequence.Conclude second
                        && first.concept().equals(second.concept()) && !first.value().equals(second.value())) {
                    return new Difference("\"" + ConceptTerms.english(first.concept()) + "\" is both " + first.value() + " and "
                            + second.value(), second.value());
                }
            }
        }
        return null;
    }
}
