package io.rapport.decision;

import java.time.Instant;

import io.rapport.facts.Action;
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
    String key() {
        return key(action);
    }

    static String key(Action action) {
        return Contacts.key(action.reason().ruleId(), action.occasion(), action.what());
    }

    Proposal validUntil(@Nullable Instant other) {
        return other == null || action.validUntil() != null && !other.isBefore(action.validUntil())
                ? this
                : new Proposal(changed(action, action.notBefore(), other), situation);
    }

    static Action notBefore(Action action, Instant moment) {
        return moment.equals(action.notBefore()) ? action : changed(action, moment, action.validUntil());
    }

    private static Action changed(Action action, Instant notBefore, @Nullable Instant validUntil) {
        return new Action(
                action.id(), action.customer(), action.kind(), action.what(), action.channel(), action.purpose(),
                action.assignee(), action.occasion(), notBefore, action.dueAt(), validUntil, action.values(),
                action.reason());
    }

    /** A reason that no rule gave, for instance {@code policy/consent}. */
    static Reason policy(String name, Reason.Captured... captured) {
        return new Reason("policy/" + name, java.util.List.of(captured));
    }
}
