package io.rapport.decision;

import java.time.Instant;
import java.util.List;

import io.rapport.facts.Decision.HeldBack;
import io.rapport.rulebook.Explanation.Finding;
import io.rapport.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule of care does nothing for a customer now. At most one of the three says it; none: the customer has no such thing
 * as the rule is about.
 *
 * @param subject empty for the customer, else {@code complaint/ID}, {@code delivery/ORDER}
 * @param failed conditions that do not hold, with what was found and what is needed
 * @param heldBack by which policy or rule, and until when
 * @param actedAt when this occasion was acted on, or what recurs was done last
 * @param again when what recurs may be done again; null when it does not
 */
public record Refusal(
        Rule rule, String subject, List<Finding> failed, @Nullable HeldBack heldBack, @Nullable Instant actedAt,
        @Nullable Instant again) {

    public Refusal {
        failed = List.copyOf(failed);
    }

    /** Whether there is nothing that the rule could be about: no open complaint, no recent delivery. */
    public boolean isAboutNothing() {
        return failed.isEmpty() && heldBack == null && actedAt == null;
    }
}
