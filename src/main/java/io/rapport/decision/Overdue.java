package io.rapport.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Occasion;
import io.rapport.rulebook.Stratum;

/**
 * What rules of care asked for between the moment a review fell due and the moment somebody looked, after a downtime: the
 * decision is made once, as of now. What is still in time though its day has passed (the call on an anniversary, due within the
 * week) is done late, the last of each kind; the rest (a birthday greeting) is recorded as missed.
 */
final class Overdue {

    /** Up to here a review was simply looked at. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(5);

    private static final int MOST_LOOKS = 32;

    private final Strata strata;

    Overdue(Strata strata) {
        this.strata = strata;
    }

    /** The first proposal of each occasion, by its key; empty for everything but a review that is late. */
    Map<Occasion.Key, Proposal> since(Memory memory, CustomerEvent event, Context context, Instant now) {
        if (!(event.data() instanceof EventData.ReviewDue review) || !review.due().isBefore(now.minus(PUNCTUAL))) {
            return Map.of();
        }
        var asked = new LinkedHashMap<Occasion.Key, Proposal>();
        var moment = review.due();
        for (var looks = 0; looks < MOST_LOOKS && moment.isBefore(now); looks++) {
            var picture = strata.picture(memory, event, context, moment);
            var hits = strata.fire(Stratum.CARE, picture.forCare());
            for (var proposal : new Proposals(context.rulebook(), picture, new Offspring(event, moment)).of(hits)) {
                asked.putIfAbsent(proposal.key(), proposal);
            }
            var next = new Reviews(strata, moment).ofCare(picture).next();
            moment = next.isEmpty() ? now : next.getFirst().due();
        }
        return asked;
    }

    /**
     * Proposals of now, valid only as long as when they were first asked for, and those of the past that are still in time; both
     * are taken out of it, what is left was missed.
     */
    static List<Proposal> dated(List<Proposal> proposals, Map<Occasion.Key, Proposal> asked, Instant now) {
        if (asked.isEmpty()) {
            return proposals;
        }
        var dated = new ArrayList<Proposal>(proposals.size());
        var kinds = new HashSet<Kind>();
        for (var proposal : proposals) {
            var first = asked.remove(proposal.key());
            dated.add(first == null ? proposal : proposal.validUntil(first.action().validUntil()));
            kinds.add(Kind.of(proposal));
        }
        for (var past : List.copyOf(asked.values()).reversed()) {
            if (isInTime(past.action(), now) && kinds.add(Kind.of(past))) {
                asked.remove(past.key());
                dated.add(past.notBefore(now));
            }
        }
        return dated;
    }

    /** A message as long as it is valid, a task as long as it is not overdue. */
    private static boolean isInTime(Action action, Instant now) {
        var end = action.kind() == Action.Kind.TASK ? action.dueAt() : action.validUntil();
        return end == null || end.isAfter(now);
    }

    /** What differs by its occasion only: after three weeks nobody is called three times because of three Mondays. */
    private record Kind(String ruleId, String what, Channel channel, String subject) {

        static Kind of(Proposal proposal) {
            var action = proposal.action();
            return new Kind(action.reason().ruleId(), action.what(), action.channel(), proposal.situation().subject());
        }
    }
}
