package io.rapport.publishing.dryrun;

import io.rapport.facts.Action;
import io.rapport.facts.Channel;
import io.rapport.facts.Decision;
import io.rapport.facts.EventData;

/** What meeting a customer costs when a task is done, as the rules price it: the figures of the cost to serve. */
final class Effort {

    private static final long THOUSANDTHS = 1_000;

    private Effort() {}

    /** How the task meets the customer: the channel's word; empty when its rule does not say. */
    static String met(Action task) {
        return task.values().getOrDefault(EventData.Contact.MET, "");
    }

    /** In thousandths, so that sums are of whole numbers; 0 of a message and of a task that meets nobody. */
    static long of(Action action, Decision decision) {
        var met = met(action);
        if (action.kind() == Action.Kind.MESSAGE || met.isEmpty()) {
            return 0;
        }
        var each = decision.valueOf(switch (Channel.ofWord(met)) {
            case CALL_CENTRE -> "cost-of-call";
            case IN_PERSON -> "cost-of-visit";
            default -> "cost-of-message";
        });
        return each == null ? 0 : Math.round(Double.parseDouble(each) * THOUSANDTHS);
    }
}
