package io.rapport.console;

import java.time.LocalDate;
import java.util.List;

/**
 * The live rulebook, and what is wrong with the draft.
 *
 * @param draftProblems each as in the terminal
 */
record RulebookView(String live, List<String> draftProblems, List<RuleFileView> files) {

    /** One file of rules and what its head says. */
    record RuleFileView(
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
    record RuleView(String id, String name, int line, List<String> conditions) {}
}
