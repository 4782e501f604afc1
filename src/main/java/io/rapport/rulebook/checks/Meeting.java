package io.rapport.rulebook.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.ExampleCustomer;
import io.rapport.rulebook.Term;
import io.rapport.rulebook.WordList;
import org.jspecify.annotations.Nullable;

/** Finds somebody for whom several conditions hold at once: each word of the vocabulary is looked at by itself. */
public final class Meeting {

    private Meeting() {}

    /** Values that pass all these conditions; null when there are none. */
    public static @Nullable List<ExampleCustomer.Fact> of(List<Condition> conditions) {
        var facts = new ArrayList<ExampleCustomer.Fact>();
        for (var same : byKey(conditions)) {
            var fact = fact(same);
            if (fact == null) {
                return null;
            }
            facts.add(fact);
        }
        return facts;
    }

    /** The conditions about one word that no value passes; empty when there are none. */
    public static List<Condition> contradiction(List<Condition> conditions) {
        for (var same : byKey(conditions)) {
            if (fact(same) == null) {
                return same;
            }
        }
        return List.of();
    }

    private static Iterable<List<Condition>> byKey(List<Condition> conditions) {
        var byKey = new LinkedHashMap<String, List<Condition>>();
        conditions.forEach(condition -> byKey.computeIfAbsent(condition.key(), _ -> new ArrayList<>()).add(condition));
        return byKey.values();
    }

    private static ExampleCustomer.@Nullable Fact fact(List<Condition> same) {
        var condition = same.getFirst();
        var checks = same.stream().map(Condition::check).toList();
        if (condition.term().type() == Term.Type.TEXT) {
            return text(condition, checks);
        }
        var axis = new Axis(condition, checks);
        var at = axis.passing(checks).nextSetBit(0);
        return at < 0 ? null : axis.fact(at);
    }

    /** A text may mention the words of all lists. */
    private static ExampleCustomer.@Nullable Fact text(Condition condition, List<Check> checks) {
        var words = new ArrayList<String>();
        var unknown = false;
        var known = false;
        for (var check : checks) {
            unknown |= check instanceof Check.Unknown;
            known |= !(check instanceof Check.Unknown);
            if (check instanceof Check.Mentions mentions) {
                words.add(WordList.examples(mentions.words()).getFirst());
            }
        }
        if (unknown && known) {
            return null;
        }
        return new ExampleCustomer.Fact(condition, Double.NaN,
                unknown ? null : words.isEmpty() ? "Hello" : String.join(" ", words));
    }
}
