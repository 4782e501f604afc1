package io.rapport.policy.steps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.rapport.decision.Context;
import io.rapport.decision.Step;
import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Explanation.Finding;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;

/** The rules behind a wrong value: those that decided, and those that should have, with the conditions that kept them. */
record Suspects(Context context) {

    /** More rules than this nobody reads. */
    private static final int MOST = 5;

    /** Behind a conclusion: what decided it, and the rules that conclude the expected value. */
    List<Behind> ofConclusion(Step step, String concept, String subject, String expected, Collection<Reason> found) {
        var situations = situations(step).filter(each -> each.subject().equals(subject) || each.subject().isEmpty()).toList();
        return together(found, concluding(concept, expected), situations);
    }

    /** Behind an order line's concept, of which no reason is kept: the first rule that holds has decided. */
    List<Behind> ofOrderLine(Memory memory, CustomerEvent event, EventData.OrderLine line, String concept, String expected) {
        var situation = new Situation(Situation.Scope.ORDER_LINE, line, memory, event, event.time(),
                memory.zoneOr(context.zone()), context.snapshot(), context.tauDays(), Map.of());
        var decided = rules(rule -> concludes(rule, concept)).filter(rule -> failed(rule, situation).isEmpty()).findFirst()
                .map(rule -> List.of(new Reason(rule.id(), List.of()))).orElse(List.of());
        return together(decided, concluding(concept, expected), List.of(situation));
    }

    /** Behind an action that was not taken: the rules that ask for it, each at the moment when it was nearest. */
    List<Behind> ofMissingAction(Collection<Step> steps, String what) {
        return together(List.of(), rule -> asksFor(rule, what), steps.stream().flatMap(this::situations).toList());
    }

    /** The rules that reasons name. */
    List<Behind> of(Collection<Reason> reasons) {
        return reasons.stream().map(reason -> context.rulebook().rule(reason.ruleId())).filter(rule -> rule != null).distinct()
                .map(rule -> Behind.of(rule, true, List.of())).limit(MOST).toList();
    }

    private List<Behind> together(Collection<Reason> decided, Predicate<Rule> shouldHave, List<Situation> situations) {
        var behind = new ArrayList<>(of(decided));
        rules(shouldHave.and(rule -> behind.stream().noneMatch(known -> known.rule().equals(rule.id()))))
                .flatMap(rule -> nearest(rule, situations))
                .sorted(Comparator.comparingInt(missed -> missed.failed().size()))
                .limit(MOST).forEach(behind::add);
        context.rulebook().rules().stream().filter(rule -> rule.meta().status() == RuleMeta.Status.RETIRED).filter(shouldHave)
                .map(Behind::retired).limit(MOST).forEach(behind::add);
        return behind;
    }

    /** The rule at that of its situations where the fewest conditions fail. */
    private Stream<Behind> nearest(Rule rule, List<Situation> situations) {
        return situations.stream().filter(situation -> situation.scope() == rule.scope())
                .map(situation -> failed(rule, situation)).min(Comparator.comparingInt(List::size))
                .map(failed -> Behind.of(rule, false, failed)).stream();
    }

    private Stream<Rule> rules(Predicate<Rule> which) {
        return context.rulebook().rules().stream().filter(rule -> rule.meta().status() != RuleMeta.Status.RETIRED).filter(which);
    }

    private List<Finding> failed(Rule rule, Situation situation) {
        return context.rulebook().explain(rule, situation).findings().stream().filter(finding -> !finding.holds()).toList();
    }

    private static Predicate<Rule> concluding(String concept, String value) {
        return rule -> rule.then().contains(new Consequence.Conclude(concept, value));
    }

    private static boolean concludes(Rule rule, String concept) {
        return rule.then().stream().anyMatch(what -> what instanceof Consequence.Conclude said && said.concept().equals(concept));
    }

    private static boolean asksFor(Rule rule, String what) {
        return rule.then().stream().anyMatch(consequence -> switch (consequence) {
            case Consequence.Send send -> send.template().equals(what);
            case Consequence.GiveTask task -> task.title().equals(what);
            default -> false;
        });
    }

    /** What rules look at after a step: the customer and his things, with what was concluded about them. */
    private Stream<Situation> situations(Step step) {
        var memory = step.memory();
        var customer = new Situation(Situation.Scope.CUSTOMER, null, memory, step.noted(), step.decision().at(),
                memory.zoneOr(context.zone()), context.snapshot(), context.tauDays(), byKey(step.decision().conclusions()));
        return Stream.of(
                Stream.of(customer),
                memory.productLines().keySet().stream().map(line -> about(Situation.Scope.PRODUCT_LINE, line, customer)),
                memory.complaints().stream().map(open -> about(Situation.Scope.COMPLAINT, open, customer)),
                memory.deliveries().stream().map(order -> about(Situation.Scope.DELIVERY, order, customer)))
                .flatMap(situations -> situations);
    }

    private static Situation about(Situation.Scope scope, Object thing, Situation customer) {
        return new Situation(scope, thing, customer.memory(), customer.event(), customer.now(), customer.zone(),
                customer.snapshot(), customer.tauDays(), customer.conclusions());
    }

    private static Map<String, Conclusion> byKey(List<Conclusion> conclusions) {
        var byKey = new HashMap<String, Conclusion>();
        for (var each : conclusions) {
            byKey.putIfAbsent(Concepts.key(each), each);
        }
        return byKey;
    }
}
