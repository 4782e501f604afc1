package io.rapport.decision;

import java.time.Duration;
import java.time.Instant;

import io.rapport.facts.Action;
import io.rapport.facts.Occasion.State;

/**
 * An occasion is acted on once. {@link Proposals} leaves out what was used up; here a delivery that failed is kept from
 * being tried again at once: a day later at the earliest, and {@link Contacts#ATTEMPTS} times in all.
 */
record OnceOnly(Occasions occasions, Instant now) implements Policy {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofDays(1);

    @Override
    public Verdict on(Action action) {
        var known = occasions.of(action);
        if (known != null && known.isUsedUp()) {
            return new Refused(Proposal.policy("once-only"), null);
        }
        if (known != null && known.state() == State.FAILED) {
            var again = known.at().plus(BETWEEN_ATTEMPTS);
            return again.isAfter(now) ? new Refused(Proposal.policy("failed-before"), again) : new Allowed(now);
        }
        return new Allowed(now);
    }
}
