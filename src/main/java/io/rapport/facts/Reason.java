package io.rapport.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * Why: the rule that spoke and what it saw. The sentence is rendered when somebody reads it, in their language.
 *
 * @param ruleId for instance {@code TIER-001/2} (the second row) or {@code CARE-004/1}; {@code policy/consent} and the
 *     like for guarantees that no rule may switch off
 * @param captured what each condition read
 */
public record Reason(String ruleId, List<Captured> captured) {

    /** What a limit captures beside the conditions: how many it counted. */
    public static final String COUNTED = "counted";

    /** After the id of a table whose rows are added up; which rows held stands among what was captured. */
    private static final String SUM = "/sum";

    public Reason {
        captured = List.copyOf(captured);
    }

    /**
     * The reason of a number that several rows add up to.
     *
     * @param tableId for instance {@code SCORE-001}
     * @param rows the id of each row that held, and what it adds
     * @param read what the conditions of these rows read
     */
    public static Reason ofSum(String tableId, List<Captured> rows, List<Captured> read) {
        var captured = new ArrayList<>(rows);
        captured.addAll(read.stream().distinct().toList());
        return new Reason(tableId + SUM, captured);
    }

    public boolean isSum() {
        return ruleId.endsWith(SUM);
    }

    /**
     * One value that was read.
     *
     * @param term id of the vocabulary term
     * @param value as plain text: a number in its unit, a word, {@code yes}, {@code unknown}
     */
    public record Captured(String term, String value) {}
}
