package io.rapport.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.rapport.facts.Action;

/**
 * An occasion is acted on once. {@link Proposals} leaves out what was used up; here a delivery that failed is kept from
 * being tried again at once: a day later at the earliest, and {@link Contacts#ATTEMPTS} times in all.
 */
record OnceOnly(Map<String, Instant> occasions, Instant now) implements Policy {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofDays(1);

    @Override
    public Verdict on(Action action) {
        var key = Proposal.key(action);
        if (occasions.containsKey(key)) {
            return new Refused(Proposal.policy("once-only"), null);
        }
        for (var attempt = Contacts.ATTEMPTS; attempt >= 1; attempt--) {
            var failed = occasions.get(Contacts.failed(attempt, key));
            if (failed != null) {
                var again = failed.plus(BETWEEN_ATTEMPTS);
                return again.isAfter(now) ? new Refused(Proposal.policy("failed-before"), again) : new Allowed(now);
            }
        }
        return new Allowed(now);
    }
}
