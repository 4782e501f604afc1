package io.rapport.decision;

import java.time.Instant;

import io.rapport.facts.Action;
import io.rapport.facts.Memory;
import io.rapport.facts.Reason;

/** No message goes to an address that does not exist, whose reader called us spam, or that somebody put on the list. */
record Suppressed(Memory memory, Instant now) implements Policy {

    @Override
    public Verdict on(Action action) {
        var cause = action.kind() == Action.Kind.MESSAGE ? memory.suppressed(action.channel()) : null;
        if (cause == null) {
            return new Allowed(now);
        }
        var channel = new Reason.Captured("channel", action.channel().word());
        return new Refused(switch (cause) {
            case HARD_BOUNCE -> Proposal.policy("suppressed-hard-bounce", channel);
            case SOFT_BOUNCES -> Proposal.policy("suppressed-soft-bounces", channel);
            case COMPLAINT -> Proposal.policy("suppressed-complaint", channel);
            case BY_HAND -> Proposal.policy("suppressed-by-hand", channel);
        }, null);
    }
}
