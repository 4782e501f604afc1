package io.rapport.console.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * The live rulebook, and what is wrong with the draft.
 *
 * @param draftProblems each as in the terminal
 */
public record RulebookView(String live, List<String> draftProblems, List<RuleFileView> files) {

    /** One file of rules and what its head says. */
    public record RuleFileView(
            String stratum,
            String file,
            String id,
            String title,
            String owner,
            String status,
            LocalDate since,
            String purpose,
            String wronglyCatches,
            List<RuleView> rules) {}

    /** @param conditions in the reader's language */
    public record RuleView(String id, String name, int line, List<String> conditions) {}
}
