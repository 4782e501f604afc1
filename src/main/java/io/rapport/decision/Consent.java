package io.rapport.decision;

import java.time.Instant;

import io.rapport.facts.Action;
import io.rapport.facts.Memory;
import io.rapport.facts.Purpose;
import io.rapport.facts.Reason;

/** Nothing promotional leaves without consent for its channel; service messages and tasks may. */
record Consent(Memory memory, Instant now) implements Policy {

    @Override
    public Verdict on(Action action) {
        var isFree = action.kind() == Action.Kind.TASK || action.purpose() == Purpose.SERVICE;
        return isFree || memory.hasConsent(action.channel(), action.purpose())
                ? new Allowed(now)
                : new Refused(Proposal.policy("consent", new Reason.Captured("channel", action.channel().word())), null);
    }
}
