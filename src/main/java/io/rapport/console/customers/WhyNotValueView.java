package io.rapport.console.customers;

import java.util.List;

import io.rapport.console.customers.CustomerView.Failed;
import io.rapport.console.customers.DecisionView.ConclusionView;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is not what else he could be.
 *
 * @param stands what is concluded now, null for nothing
 * @param others the values that do not stand, lowest first
 * @param population why nobody can be compared with the others yet, in words; empty if he can, or if it plays no part
 */
public record WhyNotValueView(long customer, String name, String concept, @Nullable ConclusionView stands,
        List<OtherView> others, String population) {

    /**
     * @param paths the rules that could bring it about, the nearest first, not all of them where there are many
     * @param more how many more there are
     * @param flips single changes that would, each decided again, the nearest first
     */
    public record OtherView(String value, List<PathView> paths, int more, List<String> flips) {}

    /**
     * @param subject empty for the customer, else the thing it looked at
     * @param failed conditions that do not hold; empty where it holds and another one goes before it
     * @param before the row above that holds, empty if none does
     * @param nothing what there is none of, in words; empty if there is
     */
    public record PathView(
            String rule, String ruleName, String subject, List<Failed> failed, String before, String beforeName,
            String nothing) {

        /** Where many things fail alike, one of them says it for all. */
        PathView withoutSubject() {
            return new PathView(rule, ruleName, "", failed, before, beforeName, nothing);
        }
    }
}
