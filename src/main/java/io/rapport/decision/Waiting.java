package io.rapport.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Decision.Review;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * Messages that were held back once and whose rule does not ask for them any more: when their time is over they are missed,
 * until then the moment is a review.
 *
 * @param missed over now
 * @param reviews when the others will be
 */
record Waiting(List<Action> missed, List<Review> reviews) {

    private static final String MARK = Contacts.proposed("");

    /** @param proposals what is asked for now; it takes care of itself */
    static Waiting of(Situation customer, List<Proposal> proposals, Rulebook rulebook, Offspring offspring) {
        var waiting = new Waiting(new ArrayList<>(), new ArrayList<>());
        HashSet<String> asked = null;
        for (var occasion : customer.memory().occasions().entrySet()) {
            if (occasion.getKey().startsWith(MARK)) {
                asked = asked == null ? keys(proposals) : asked;
                var key = occasion.getKey().substring(MARK.length());
                if (!asked.contains(key)) {
                    waiting.add(key, occasion, customer, rulebook, offspring);
                }
            }
        }
        waiting.missed.sort(Comparator.comparing(Action::id));
        return waiting;
    }

    private static HashSet<String> keys(List<Proposal> proposals) {
        var keys = new HashSet<String>();
        for (var proposal : proposals) {
            keys.add(proposal.key());
        }
        return keys;
    }

    private void add(
            String key, Map.Entry<String, Instant> since, Situation customer, Rulebook rulebook, Offspring offspring) {
        var ruleId = key.substring(0, key.indexOf('|'));
        var what = key.substring(key.lastIndexOf('|') + 1);
        var send = send(rulebook, ruleId, what);
        if (send == null) {
            return;
        }
        var over = send.validUntil(Picture.at(since.getValue(), customer));
        if (over.isAfter(customer.now())) {
            reviews.add(new Review(over, ruleId));
            return;
        }
        var occasion = key.substring(ruleId.length() + 1, key.length() - what.length() - 1);
        var channel = send.channel() == null ? Channel.EMAIL : send.channel();
        var number = customer.memory().customer();
        missed.add(new Action(
                Proposals.id(offspring, ruleId, what, number, channel, "", occasion), number, Action.Kind.MESSAGE, what,
                channel, send.purpose(), "", occasion, since.getValue(), List.of(), null, over, Map.of(),
                new Reason(ruleId, List.of())));
    }

    private static Consequence.@Nullable Send send(Rulebook rulebook, String ruleId, String template) {
        var rule = rulebook.rule(ruleId);
        if (rule == null) {
            return null;
        }
        for (var consequence : rule.then()) {
            if (consequence instanceof Consequence.Send send && send.template().equals(template)) {
                return send;
            }
        }
        return null;
    }
}
