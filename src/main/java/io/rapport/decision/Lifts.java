package io.rapport.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Conclusion;
import io.rapport.facts.Reason;
import io.rapport.facts.Reason.Captured;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Hit;

/**
 * Lifts and lowers what is concluded. Several reasons together go no further than the strongest of them alone: a diamond customer
 * with a contract is one degree closer, not two; a reason up and a reason down cancel out.
 */
final class Lifts {

    /** What stood before the lift; kept beside the reason. */
    private static final String BEFORE = "before";

    private Lifts() {}

    private record One(Consequence.Lift lift, Hit hit) {

        /** A rule about the customer lifts the concept for all his things, a rule about a thing only for this one. */
        boolean isAbout(Conclusion conclusion) {
            var subject = hit.situation().subject();
            return conclusion.concept().equals(lift.concept()) && (subject.isEmpty() || subject.equals(conclusion.subject()));
        }
    }

    static void into(Map<String, Conclusion> byKey, List<Hit> hits) {
        var all = new ArrayList<One>();
        for (var hit : hits) {
            for (var consequence : hit.rule().then()) {
                if (consequence instanceof Consequence.Lift lift) {
                    all.add(new One(lift, hit));
                }
            }
        }
        for (var entry : byKey.entrySet()) {
            var conclusion = entry.getValue();
            var lifts = all.isEmpty() ? all : all.stream().filter(one -> one.isAbout(conclusion)).toList();
            if (!lifts.isEmpty()) {
                entry.setValue(lifted(conclusion, lifts));
            }
        }
    }

    /** By how many degrees a conclusion stands above what stood before its lift, below zero when lowered. */
    static int of(Conclusion conclusion) {
        var order = Concepts.values(conclusion.concept());
        return conclusion.reason().captured().stream().filter(captured -> captured.term().equals(BEFORE)).findFirst()
                .map(before -> order.indexOf(conclusion.value()) - order.indexOf(before.value())).orElse(0);
    }

    /** The reasons are the lifting rules'; what they lifted from, and whose word that was, is kept beside. */
    private static Conclusion lifted(Conclusion from, List<One> lifts) {
        var order = Concepts.values(from.concept());
        var rank = Math.clamp(order.indexOf(from.value()) + steps(lifts), 0, order.size() - 1);
        var read = new ArrayList<Captured>();
        lifts.forEach(one -> read.addAll(one.hit.reason().captured()));
        read.add(new Captured(BEFORE, from.value()));
        read.add(new Captured("before-by", from.reason().ruleId()));
        return new Conclusion(from.concept(), from.subject(), order.get(rank), reason(lifts, read));
    }

    private static int steps(List<One> lifts) {
        var sum = 0;
        var highest = 0;
        var lowest = 0;
        for (var one : lifts) {
            sum += one.lift.by();
            highest = Math.max(highest, one.lift.by());
            lowest = Math.min(lowest, one.lift.by());
        }
        return Math.clamp(sum, lowest, highest);
    }

    private static Reason reason(List<One> lifts, List<Captured> read) {
        var first = lifts.getFirst().hit.rule();
        if (lifts.size() == 1) {
            return new Reason(first.id(), read);
        }
        var rows = lifts.stream()
                .map(one -> new Captured(one.hit.rule().id(), Integer.toString(one.lift.by()))).toList();
        return Reason.ofSum(first.meta().id(), rows, read);
    }
}
