package io.rapport.decision;

import io.rapport.facts.QuietHours;
import java.util.List;
import java.time.Instant;

import io.rapport.facts.Action;
import io.rapport.facts.Occasion;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/**
 * An action that a rule of care asks for, before arbitration.
 *
 * @param situation what the rule looked at
 */
record Proposal(Action action, Situation situation) {

    /** What makes it once. */
    Occasion.Key key() {
        return key(action);
    }

    static Occasion.Key key(Action action) {
        return new Occasion.Key(action.reason().ruleId(), action.what(), action.channel(), action.occasion());
    }

    Proposal validUntil(@Nullable Instant other) {
        return other == null || action.validUntil() != null && !other.isBefore(action.validUntil())
                ? this
                : new Proposal(changed(action, action.notBefore(), action.quiet(), other), situation);
    }

    Proposal notBefore(Instant other) {
        return new Proposal(changed(action, other, action.quiet(), action.validUntil()), situation);
    }

    static Action allowed(Action action, Policy.Allowed pass) {
        var quiet = pass.quiet().isEmpty() ? action.quiet() : pass.quiet();
        return changed(action, pass.notBefore(), quiet, action.validUntil());
    }

    private static Action changed(
            Action action, Instant notBefore, List<QuietHours> quiet, @Nullable Instant validUntil) {
        return new Action(
                action.id(), action.customer(), action.kind(), action.what(), action.channel(), action.purpose(),
                action.assignee(), action.occasion(), notBefore, quiet, action.dueAt(), validUntil, action.values(),
                action.reason());
    }

    /** A reason that no rule gave, for instance {@code policy/consent}. */
    static Reason policy(String name, Reason.Captured... captured) {
        return new Reason("policy/" + name, List.of(captured));
    }
}
