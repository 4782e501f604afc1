package io.rapport.facts;

import java.util.List;

/**
 * Why: the rule that spoke and what it saw. The sentence is rendered when somebody reads it, in their language.
 *
 * @param ruleId for instance {@code TIER-001/2} (the second row) or {@code CARE-004/1}; {@code policy/consent} and the
 *     like for guarantees that no rule may switch off
 * @param captured what each condition read
 */
public record Reason(String ruleId, List<Captured> captured) {

    public Reason {
        captured = List.copyOf(captured);
    }

    /**
     * One value that was read.
     *
     * @param term id of the vocabulary term
     * @param value as plain text: a number in its unit, a word, {@code yes}, {@code unknown}
     */
    public record Captured(String term, String value) {}
}
