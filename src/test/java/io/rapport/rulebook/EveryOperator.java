package io.rapport.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.Situation;

/** Rules that together use every term with every operator, and stand in every stratum about everything it knows. */
public final class EveryOperator {

    private static final RuleMeta META = new RuleMeta("GEN-001", "generated", "test", RuleMeta.Status.LIVE, LocalDate.EPOCH, "p",
            "w", HitPolicy.ALL);

    private EveryOperator() {}

    public static List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        var chance = new SomeCustomers(7);
        for (var term : Vocabulary.shipped().terms()) {
            var stratum = stratum(term.scope());
            for (var check : SomeChecks.of(term, chance)) {
                rules.add(rule(rules.size(), stratum, term.scope(), term, check));
            }
        }
        var everybody = Vocabulary.shipped().term("purchase-days");
        for (var stratum : Stratum.values()) {
            for (var scope : Situation.Scope.values()) {
                rules.add(rule(rules.size(), stratum, scope, everybody, Check.Between.below(1_000_000)));
            }
        }
        return rules;
    }

    public static Rule rule(int number, Stratum stratum, Situation.Scope scope, Term term, Check check) {
        List<Double> args = term.english().contains("{") ? List.of(90.0) : List.of();
        return new Rule("GEN-001/" + number, "generated", stratum, scope, META, new Origin("generated", number),
                List.of(new Condition(term, args, check)), List.of(), Rule.Because.NONE);
    }

    private static Stratum stratum(Situation.Scope scope) {
        return switch (scope) {
            case CUSTOMER, ORDER_LINE -> Stratum.CLASSIFY;
            case PRODUCT_LINE, COMPLAINT -> Stratum.RELATE;
            case DELIVERY -> Stratum.CARE;
            case ACTION -> Stratum.LIMITS;
        };
    }
}
