package io.rapport.decision;

import java.util.List;

import io.rapport.facts.Action;
import io.rapport.facts.Purpose;
import io.rapport.facts.Situation;

/**
 * One promotional message a day, whatever the channel.
 *
 * @param allowed what was let through by the decision at hand; it grows
 */
record OneMessageAtATime(Situation customer, List<Action> allowed) implements Policy {

    @Override
    public Verdict on(Action action) {
        if (!isPromotional(action) || !hasOneToday()) {
            return new Allowed(action.notBefore());
        }
        var tomorrow = customer.today().plusDays(1).atStartOfDay(customer.zone()).toInstant();
        return new Refused(Proposal.policy("one-message-at-a-time"), tomorrow);
    }

    private boolean hasOneToday() {
        for (var other : allowed) {
            if (isPromotional(other)) {
                return true;
            }
        }
        var today = (int) customer.today().toEpochDay();
        for (var tally : customer.memory().tallies().entrySet()) {
            if (tally.getKey().startsWith("contact.") && tally.getKey().endsWith(".promotion")
                    && tally.getValue().days().countBetween(today, today) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPromotional(Action action) {
        return action.kind() == Action.Kind.MESSAGE && action.purpose() == Purpose.PROMOTION;
    }
}
