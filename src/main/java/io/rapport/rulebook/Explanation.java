package io.rapport.rulebook;

import java.util.List;
import java.util.Locale;

/**
 * What the interpreter of the tree found about a rule and a situation.
 *
 * @param holds whether all conditions hold
 * @param findings one per condition, in the order written
 */
public record Explanation(Rule rule, boolean holds, List<Finding> findings) {

    public Explanation {
        findings = List.copyOf(findings);
    }

    /**
     * @param actual the value as plain text, {@code unknown} if there is none
     * @param needed what it must be, in English
     * @param unknown whether it fails only because nothing is known
     */
    public record Finding(Condition condition, String actual, String needed, boolean holds, boolean unknown) {

        /** What it must be, in English or Chinese. */
        public String needed(Locale locale) {
            return Wording.needed(condition, locale);
        }

        /** What was found, in English or Chinese. */
        public String actual(Locale locale) {
            return Wording.actual(condition, actual, locale);
        }

        /** The condition as a sentence, in English or Chinese. */
        public String wording(Locale locale) {
            return Wording.of(condition, locale);
        }
    }
}
