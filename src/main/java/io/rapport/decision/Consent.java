package io.rapport.decision;

import java.time.Instant;

import io.rapport.facts.Action;
import io.rapport.facts.Memory;
import io.rapport.facts.Reason;

/** Nothing promotional leaves without consent for its channel; service messages may unless he forbade them; tasks may. */
record Consent(Memory memory, Instant now) implements Policy {

    @Override
    public Verdict on(Action action) {
        var channel = new Reason.Captured("channel", action.channel().word());
        if (action.kind() == Action.Kind.TASK || memory.hasConsent(action.channel(), action.purpose())) {
            return new Allowed(now);
        }
        return switch (action.purpose()) {
            case PROMOTION -> new Refused(Proposal.policy("consent", channel), null);
            case SERVICE -> memory.forbade(action.channel(), action.purpose())
                    ? new Refused(Proposal.policy("forbidden", channel), null)
                    : new Allowed(now);
        };
    }
}
