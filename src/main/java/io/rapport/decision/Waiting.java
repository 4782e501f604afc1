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
import io.rapport.facts.Occasion.Key;
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

    /** @param proposals what is asked for now; it takes care of itself */
    static Waiting of(Situation customer, List<Proposal> proposals, Rulebook rulebook, Offspring offspring) {
        var waiting = new Waiting(new ArrayList<>(), new ArrayList<>());
        HashSet<Key> asked = null;
        for (var occasion : customer.memory().occasions().entrySet()) {
            var since = occasion.getValue().waitingSince();
            if (since != null) {
                asked = asked == null ? keys(proposals) : asked;
                if (!asked.contains(occasion.getKey())) {
                    waiting.add(occasion.getKey(), since, customer, rulebook, offspring);
                }
            }
        }
        waiting.missed.sort(Comparator.comparing(Action::id));
        return waiting;
    }

    private static HashSet<Key> keys(List<Proposal> proposals) {
        var keys = new HashSet<Key>();
        for (var proposal : proposals) {
            keys.add(proposal.key());
        }
        return keys;
    }

    private void add(Key key, Instant since, Situation customer, Rulebook rulebook, Offspring offspring) {
        var send = send(rulebook, key.ruleId(), key.what());
        if (send == null) {
            return;
        }
        var over = send.validUntil(Picture.at(since, customer));
        if (over.isAfter(customer.now())) {
            reviews.add(new Review(over, key.ruleId()));
            return;
        }
        var channel = key.channel() == null ? Channel.EMAIL : key.channel();
        var number = customer.memory().customer();
        missed.add(new Action(
                Proposals.id(offspring, key.ruleId(), key.what(), number, channel, "", key.about()), number,
                Action.Kind.MESSAGE, key.what(), channel, send.purpose(), "", key.about(), since, List.of(), null, over,
                Map.of(), new Reason(key.ruleId(), List.of())));
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
