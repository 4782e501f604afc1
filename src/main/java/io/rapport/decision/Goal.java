package io.rapport.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.rapport.facts.Channel;
import io.rapport.facts.Decision;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Rulebook;

/**
 * What somebody would like to see decided, and what there is on the way to it.
 *
 * @param asked the conditions that matter: those that fail, and for a concept those of the rules that conclude it
 * @param changes those that are or are not, out of the conditions' words
 * @param reached whether deciding again came out so
 * @param alone whether a decision that comes by itself is so
 */
record Goal(List<Condition> asked, Set<Change> changes, Predicate<WhatIf.Outcome> reached, Predicate<Decision> alone) {

    private static final int DEEPEST = 3;

    /** The rule acts. */
    static Goal of(Refusal refusal, Rulebook rulebook, LocalDate today) {
        var rule = refusal.rule();
        var asked = new Asked(rulebook);
        var changes = new LinkedHashSet<Change>();
        refusal.failed().forEach(finding -> asked.add(finding.condition(), 0));
        var held = refusal.heldBack();
        if (held != null) {
            if (held.reason().ruleId().equals("policy/consent")) {
                changes.add(new Change.Consent(held.action().channel(), true));
            }
            asked.add(rulebook.rule(held.reason().ruleId()));
        }
        if (refusal.isAboutNothing()) {
            asked.add(rule);
            changes.add(rule.scope() == Situation.Scope.DELIVERY
                    ? new Change.Delivered(0)
                    : new Change.Complains(Channel.EMAIL));
        }
        return asked.goal(changes, today, outcome -> WhatIf.acts(rule, outcome),
                decision -> decision.actions().stream().anyMatch(action -> action.reason().ruleId().equals(rule.id())));
    }

    /** The value stands for the customer. */
    static Goal of(OtherValue other, Rulebook rulebook, LocalDate today) {
        var asked = new Asked(rulebook);
        other.paths().forEach(path -> {
            asked.add(path.rule());
            asked.add(path.before());
        });
        if (other.stands() != null) {
            asked.add(rulebook.rule(other.stands().reason().ruleId()));
        }
        Predicate<Decision> stands = decision -> decision.conclusions().stream().anyMatch(each -> each.subject().isEmpty()
                && each.concept().equals(other.concept()) && each.value().equals(other.value()));
        return asked.goal(new LinkedHashSet<>(), today, outcome -> stands.test(outcome.decision()), stands);
    }

    /** Collects conditions, and those behind the concepts that they read. */
    private static final class Asked {

        private final Rulebook rulebook;
        private final List<Condition> conditions = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        Asked(Rulebook rulebook) {
            this.rulebook = rulebook;
        }

        void add(@org.jspecify.annotations.Nullable Rule rule) {
            if (rule != null) {
                rule.when().forEach(condition -> add(condition, 0));
            }
        }

        void add(Condition condition, int depth) {
            conditions.add(condition);
            var concept = condition.term().concept();
            if (concept == null || depth >= DEEPEST || !seen.add(concept)) {
                return;
            }
            for (var rule : rulebook.rules()) {
                if (rule.meta().status() != RuleMeta.Status.RETIRED && speaksOf(rule, concept)) {
                    rule.when().forEach(deeper -> add(deeper, depth + 1));
                }
            }
        }

        Goal goal(Set<Change> changes, LocalDate today, Predicate<WhatIf.Outcome> reached, Predicate<Decision> alone) {
            conditions.forEach(condition -> changes.addAll(Ways.of(condition, today, rulebook)));
            return new Goal(conditions, changes, reached, alone);
        }
    }

    /** Whether it concludes or lifts the concept. */
    private static boolean speaksOf(Rule rule, String concept) {
        return rule.then().stream().anyMatch(what -> what instanceof Consequence.Conclude said && said.concept().equals(concept)
                || what instanceof Consequence.Lift lift && lift.concept().equals(concept)
                || what instanceof Consequence.Bound bound && bound.concept().equals(concept));
    }
}
