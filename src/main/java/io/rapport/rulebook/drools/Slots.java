package io.rapport.rulebook.drools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Situation;
import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Stratum;
import io.rapport.rulebook.WordList;

/** Numbers every value that the rules of a rulebook read, so that each is read once per situation. */
public final class Slots {

    private final Map<String, Integer> byKey = new HashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<double[]> args = new ArrayList<>();
    private final List<List<List<String>>> lists = new ArrayList<>();
    private final List<List<String>> compared = new ArrayList<>();
    private final Map<Integer, WordList> words = new HashMap<>();

    /** By stratum and scope: the values that its rules read. */
    private final int[][] readBy = new int[Stratum.values().length * Situation.Scope.values().length][];

    public Slots(List<Rule> rules) {
        for (var rule : rules) {
            rule.when().forEach(this::add);
            rule.because().shown().forEach(this::add);
        }
        Arrays.setAll(readBy, group -> rules.stream().filter(rule -> Look.group(rule.stratum(), rule.scope()) == group)
                .flatMap(rule -> rule.captured().stream()).mapToInt(this::slot).distinct().toArray());
        for (var slot = 0; slot < conditions.size(); slot++) {
            if (!lists.get(slot).isEmpty()) {
                words.put(slot, new WordList(lists.get(slot)));
            }
        }
    }

    private void add(Condition condition) {
        var slot = byKey.computeIfAbsent(condition.key(), _ -> {
            conditions.add(condition);
            args.add(condition.arguments());
            lists.add(new ArrayList<>());
            compared.add(new ArrayList<>());
            return conditions.size() - 1;
        });
        if (condition.check() instanceof Check.Mentions mentions && !lists.get(slot).contains(mentions.words())) {
            lists.get(slot).add(mentions.words());
        }
        if (condition.check() instanceof Check.OneOf oneOf) {
            oneOf.values().stream().filter(word -> !compared.get(slot).contains(word)).forEach(compared.get(slot)::add);
        }
    }

    int[] readBy(int group) {
        return readBy[group];
    }

    int count() {
        return conditions.size();
    }

    public int slot(Condition condition) {
        var slot = byKey.get(condition.key());
        if (slot == null) {
            throw new IllegalStateException("No slot for [" + condition.key() + "]");
        }
        return slot;
    }

    int list(Condition condition, Check.Mentions mentions) {
        return lists.get(slot(condition)).indexOf(mentions.words());
    }

    int word(Condition condition, String word) {
        return compared.get(slot(condition)).indexOf(word);
    }

    String word(int slot, int word) {
        return compared.get(slot).get(word);
    }

    Condition condition(int slot) {
        return conditions.get(slot);
    }

    double[] args(int slot) {
        return args.get(slot);
    }

    WordList words(int slot) {
        var list = words.get(slot);
        if (list == null) {
            throw new IllegalStateException("No words are looked for in slot [" + slot + "]");
        }
        return list;
    }
}
