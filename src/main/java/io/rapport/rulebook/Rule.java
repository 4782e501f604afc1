package io.rapport.rulebook;

import java.util.List;

import io.rapport.facts.Situation;

/**
 * The typed syntax tree of one rule: a row of a table, or one rule of sentences. All else about it is derived from here.
 *
 * @param id the file's id and the number of the row or rule in it: {@code TIER-001/2}
 * @param name the result, then the reason
 * @param scope what kind of situation it looks at
 * @param when all must hold
 * @param then what follows, in the order written
 * @param because the author's reason; empty texts mean that the conditions speak for themselves
 */
public record Rule(
        String id, String name, Stratum stratum, Situation.Scope scope, RuleMeta meta, Origin origin, List<Condition> when,
        List<Consequence> then, Because because) {

    public Rule {
        when = List.copyOf(when);
        then = List.copyOf(then);
    }

    /**
     * The author's reason in words, with {@code {names}} of terms to be filled in; empty where he gave none.
     *
     * @param english English text
     * @param chinese Chinese text
     */
    public record Because(String english, String chinese) {

        static final Because NONE = new Because("", "");
    }

    @Override
    public String toString() {
        return "Rule[" + id + "]";
    }
}
