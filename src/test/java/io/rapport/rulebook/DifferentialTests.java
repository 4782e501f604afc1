package io.rapport.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.rapport.facts.Reason;
import io.rapport.facts.Situation;

/** Drools decides, the interpreter explains: both must say the same of every customer. */
class DifferentialTests {

    private static final Map<Stratum, List<Situation.Scope>> SCOPES = new EnumMap<>(Map.of(Stratum.CLASSIFY,
            List.of(Situation.Scope.CUSTOMER, Situation.Scope.ORDER_LINE), Stratum.RELATE,
            List.of(Situation.Scope.CUSTOMER, Situation.Scope.PRODUCT_LINE, Situation.Scope.COMPLAINT), Stratum.CHURN,
            List.of(Situation.Scope.CUSTOMER), Stratum.CARE,
            List.of(Situation.Scope.CUSTOMER, Situation.Scope.COMPLAINT, Situation.Scope.DELIVERY), Stratum.LIMITS,
            List.of(Situation.Scope.ACTION)));

    @Test
    void theShippedRulesHoldForTheSameCustomersInBoth() {
        var fired = compare(Shelf.SHIPPED.rules(), Shelf.SHIPPED, 1, 8_000);

        assertThat(Shelf.SHIPPED.rules()).extracting(Rule::id).filteredOn(id -> !fired.contains(id))
                .as("rules that hold for nobody")
                .isEmpty();
    }

    @Test
    void rulesOfEveryOperatorOverEveryTermHoldForTheSameCustomersInBoth() {
        var rules = new ArrayList<Rule>();
        var chance = new SomeCustomers(99);
        for (var stratum : Stratum.values()) {
            for (var scope : SCOPES.get(stratum)) {
                for (var term : SomeCustomers.terms()) {
                    if (term.scope() == scope || term.scope() == Situation.Scope.CUSTOMER) {
                        SomeChecks.of(term, chance)
                                .forEach(check -> rules.add(rule(rules.size(), stratum, scope, term, check, chance)));
                    }
                }
            }
        }
        try (var rulebook = new Rulebook(new RuleFiles(new TreeMap<>()), rules, Templates.none())) {
            var fired = compare(rules, rulebook, 2, 600);

            assertThat(fired.size()).as("most of the rules hold for somebody").isGreaterThan(rules.size() / 2);
        }
    }

    private static Rule rule(int number, Stratum stratum, Situation.Scope scope, Term term, Check check, SomeCustomers chance) {
        List<Double> args = term.english().contains("{") ? List.of(90.0) : List.of();
        var when = new ArrayList<>(List.of(new Condition(term, args, check)));
        if (chance.number(3) == 0) {
            when.add(new Condition(Vocabulary.shipped().term("purchase-days"), List.of(),
                    Check.Between.atLeast(chance.number(4))));
        }
        var policy = HitPolicy.values()[number % 2];
        var meta = new RuleMeta("GEN-001", "generated", "test", RuleMeta.Status.LIVE, LocalDate.EPOCH, "p", "w", policy);
        return new Rule("GEN-001/" + number, "generated", stratum, scope, meta, new Origin("f" + number / 5, number), when,
                List.of(),
                Rule.Because.NONE);
    }

    /** @return ids of the rules that fired for somebody */
    private static Set<String> compare(List<Rule> rules, Rulebook rulebook, long seed, int customers) {
        var some = new SomeCustomers(seed);
        var fired = new HashSet<String>();
        try (var session = rulebook.newSession()) {
            for (var i = 0; i < customers; i++) {
                for (var stratum : Stratum.values()) {
                    var situations = SCOPES.get(stratum).stream().map(some::situation).toList();
                    var hits = session.fire(stratum, situations);

                    assertThat(hits.stream().map(DifferentialTests::said).toList())
                            .containsExactlyInAnyOrderElementsOf(expected(rules, stratum, situations));
                    hits.forEach(hit -> fired.add(hit.rule().id()));
                }
            }
        }
        return fired;
    }

    private static List<String> expected(List<Rule> rules, Stratum stratum, List<Situation> situations) {
        var expected = new ArrayList<String>();
        for (var situation : situations) {
            var spoken = new HashSet<String>();
            for (var rule : rules) {
                if (rule.stratum() == stratum && Interpreter.explain(rule, situation).holds()
                        && (rule.meta().hitPolicy() == HitPolicy.ALL || spoken.add(rule.origin().file())
                                || rule.meta().hitPolicy() == HitPolicy.COLLECT && !rule.isForTheRest())) {
                    expected.add(said(new Hit(rule, situation, new Reason(rule.id(), Interpreter.captured(rule, situation)))));
                }
            }
        }
        return expected;
    }

    private static String said(Hit hit) {
        return hit.rule().id() + " " + hit.situation().subject() + " "
                + hit.reason().captured().stream().map(Object::toString).collect(Collectors.joining());
    }
}
