package io.rapport.decision;

import java.util.List;

import io.rapport.facts.Conclusion;
import io.rapport.rulebook.Explanation.Finding;
import io.rapport.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Why a value of a concept does not stand for a customer: "why is she not diamond?".
 *
 * @param stands what is concluded instead, null for nothing
 * @param paths every rule that could bring it about, the nearest first, those that only lift last; empty: no rule concludes it
 */
public record OtherValue(String concept, String value, @Nullable Conclusion stands, List<Path> paths) {

    public OtherValue {
        paths = List.copyOf(paths);
    }

    /**
     * A rule that concludes the value, or lifts the concept towards it.
     *
     * @param subject empty for the customer, else the thing it looked at
     * @param failed conditions that do not hold, with what was found and what is needed; empty: it holds, and is outdone
     * @param before the row of the same table that holds and stands above it, null if none does
     * @param isAboutNothing whether the customer has no such thing as the rule looks at
     */
    public record Path(Rule rule, String subject, List<Finding> failed, @Nullable Rule before, boolean isAboutNothing) {

        public Path {
            failed = List.copyOf(failed);
        }

        /** How much is in its way. */
        int obstacles() {
            return failed.size() + (before == null ? 0 : 1) + (isAboutNothing ? 100 : 0);
        }
    }
}
