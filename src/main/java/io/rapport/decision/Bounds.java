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

/** Keeps what is concluded from standing higher than a rule allows; of several bounds the lowest counts, and its reason stands. */
final class Bounds {

    /** What would stand without the bound; kept beside the reason. */
    private static final String WITHOUT = "without-bound";

    private Bounds() {}

    static void into(Map<String, Conclusion> byKey, List<Hit> hits) {
        for (var hit : hits) {
            for (var consequence : hit.rule().then()) {
                if (consequence instanceof Consequence.Bound bound) {
                    byKey.replaceAll(
                            (_, conclusion) -> isAbout(hit, bound, conclusion) ? bounded(conclusion, bound, hit) : conclusion);
                }
            }
        }
    }

    /** A rule about the customer bounds the concept for all his things, a rule about a thing only for this one. */
    private static boolean isAbout(Hit hit, Consequence.Bound bound, Conclusion conclusion) {
        var subject = hit.situation().subject();
        return conclusion.concept().equals(bound.concept()) && (subject.isEmpty() || subject.equals(conclusion.subject()));
    }

    private static Conclusion bounded(Conclusion from, Consequence.Bound bound, Hit hit) {
        var order = Concepts.values(from.concept());
        if (order.indexOf(from.value()) <= order.indexOf(bound.value())) {
            return from;
        }
        var read = new ArrayList<>(hit.reason().captured());
        read.add(new Captured(WITHOUT, from.reason().captured().stream().filter(each -> each.term().equals(WITHOUT))
                .map(Captured::value).findFirst().orElse(from.value())));
        return new Conclusion(from.concept(), from.subject(), bound.value(), new Reason(hit.rule().id(), read));
    }
}
