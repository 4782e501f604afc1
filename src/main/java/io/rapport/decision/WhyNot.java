package io.rapport.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision.HeldBack;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import io.rapport.rulebook.Stratum;

/** Answers for every rule of care why it does nothing for a customer now. For one thread, like its judge. */
public final class WhyNot {

    private final Judge judge;

    public WhyNot(Judge judge) {
        this.judge = judge;
    }

    /**
     * @param memory as it is now
     * @param last the event already remembered that is looked at again; a review of now asks without any event
     * @return refusals in the order of the rules
     */
    public List<Refusal> whyNot(Memory memory, CustomerEvent last, Context context, Instant now) {
        var heldBack = judge.decide(memory, last, context, now).decision().heldBack();
        var picture = judge.strata().picture(memory, last, context, now);
        var refusals = new ArrayList<Refusal>();
        for (var rule : judge.rulebook().ofStratum(Stratum.CARE)) {
            if (rule.meta().status() != RuleMeta.Status.RETIRED && does(rule)) {
                var about = picture.forCare().stream().filter(situation -> situation.scope() == rule.scope()).toList();
                about.forEach(situation -> add(refusals, rule, situation, heldBack));
                if (about.isEmpty()) {
                    refusals.add(new Refusal(rule, "", List.of(), null, null, null));
                }
            }
        }
        return refusals;
    }

    /** A row that only concludes does nothing for anybody that could be missed. */
    private static boolean does(Rule rule) {
        return rule.then().stream().anyMatch(then -> !(then instanceof Consequence.Conclude));
    }

    private void add(List<Refusal> refusals, Rule rule, Situation situation, List<HeldBack> heldBack) {
        var explanation = judge.rulebook().explain(rule, situation);
        if (!explanation.holds()) {
            var failed = explanation.findings().stream().filter(finding -> !finding.holds()).toList();
            refusals.add(new Refusal(rule, situation.subject(), failed, null, null, null));
            return;
        }
        var occasions = new Occasions(situation.memory().occasions(), judge.rulebook()::rule);
        var occasion = judge.rulebook().occasion(rule, situation);
        var asked = rule.then().stream().filter(then -> then.what() != null)
                .map(then -> Recurring.of(rule, then, situation, occasions, occasion)).toList();
        for (var held : heldBack) {
            if (asked.stream().anyMatch(one -> one.key().equals(Proposal.key(held.action())))) {
                refusals.add(new Refusal(rule, situation.subject(), List.of(), held, null, null));
            }
        }
        for (var one : asked) {
            var known = occasions.of(one.key());
            if (known != null && known.isUsedUp() || one.next() != null) {
                var at = known != null && known.isUsedUp() ? known.at() : one.last();
                refusals.add(new Refusal(rule, situation.subject(), List.of(), null, at, one.next()));
                return;
            }
        }
    }
}
