package io.rapport.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.Memory;
import io.rapport.facts.Occasion;
import io.rapport.rulebook.Stratum;

/**
 * What rules of care asked for between the moment a review fell due and the moment somebody looked, after a downtime: the
 * decision is made once, as of now; what has passed meanwhile (a birthday) is recorded as missed.
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

    /** Proposals of now, valid only as long as when they were first asked for; those of the past are taken out of it. */
    static List<Proposal> dated(List<Proposal> proposals, Map<Occasion.Key, Proposal> asked) {
        if (asked.isEmpty()) {
            return proposals;
        }
        var dated = new ArrayList<Proposal>(proposals.size());
        for (var proposal : proposals) {
            var first = asked.remove(proposal.key());
            dated.add(first == null ? proposal : proposal.validUntil(first.action().validUntil()));
        }
        return dated;
    }
}
