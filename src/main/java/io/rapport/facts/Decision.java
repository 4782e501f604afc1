package io.rapport.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the step decided for one event of one customer.
 *
 * @param id the event's id: one decision per event
 * @param at as of when
 * @param rulebook version of the rulebook
 * @param snapshot id of the population snapshot
 * @param conclusions what holds now
 * @param actions let through
 * @param heldBack proposed, and not let through
 * @param reviews when to look again with no other event, earliest first
 */
public record Decision(
        String id,
        long customer,
        Instant at,
        String rulebook,
        String snapshot,
        List<Conclusion> conclusions,
        List<Action> actions,
        List<HeldBack> heldBack,
        List<Review> reviews) {

    /**
     * @param reason the rule or policy that held it back
     * @param until when it might pass, null if unknown
     */
    public record HeldBack(Action action, Reason reason, @Nullable Instant until) {}

    /** A moment to look again, and the rule that asks for it. */
    public record Review(Instant due, String ruleId) {}

    /** The value of a concept about the customer himself, null if nothing was concluded. */
    public @Nullable String valueOf(String concept) {
        for (var conclusion : conclusions) {
            if (conclusion.subject().isEmpty() && conclusion.concept().equals(concept)) {
                return conclusion.value();
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "Decision[" + id + "]";
    }
}
