package io.rapport.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

import io.rapport.facts.Decision;
import io.rapport.facts.Situation;
import io.rapport.rulebook.drools.Look;
import io.rapport.rulebook.drools.Slots;
import org.jspecify.annotations.Nullable;

/** Finds when to look at a situation again though nothing happens, from what rules have read of it. */
public final class Reviews {

    /** By stratum and scope: the files that have a rule about time, each as its rules in order. */
    private final List<List<List<Timed>>> files;

    public Reviews(List<Rule> rules, Slots slots) {
        var groups = Stratum.values().length * Situation.Scope.values().length;
        files = IntStream.range(0, groups).mapToObj(group -> files(rules, group, slots)).toList();
    }

    /** @param slots where the values of its conditions stand */
    private record Timed(Rule rule, int[] slots, boolean moves) {

        static Timed of(Rule rule, Slots slots) {
            return new Timed(rule, rule.when().stream().mapToInt(slots::slot).toArray(),
                    rule.when().stream().anyMatch(condition -> condition.term().moves()));
        }

        boolean holds(Look look) {
            for (var i = 0; i < slots.length; i++) {
                if (!look.passes(slots[i], rule.when().get(i).check())) {
                    return false;
                }
            }
            return true;
        }

        /** The earliest moment at which it may turn without an event; null if never. */
        @Nullable
        Instant next(Look look) {
            for (var i = 0; i < slots.length; i++) {
                var condition = rule.when().get(i);
                if (!condition.term().moves() && !look.passes(slots[i], condition.check())) {
                    return null;
                }
            }
            Instant first = null;
            for (var i = 0; i < slots.length; i++) {
                var condition = rule.when().get(i);
                var next = condition.term().moves() ? look.next(slots[i], condition.check()) : null;
                first = first == null || next != null && next.isBefore(first) ? next : first;
            }
            return first;
        }
    }

    private static List<List<Timed>> files(List<Rule> rules, int group, Slots slots) {
        var byFile = new LinkedHashMap<String, List<Timed>>();
        for (var rule : rules) {
            if (Look.group(rule.stratum(), rule.scope()) == group && rule.meta().status() != RuleMeta.Status.RETIRED) {
                byFile.computeIfAbsent(rule.origin().file(), _ -> new ArrayList<>()).add(Timed.of(rule, slots));
            }
        }
        return byFile.values().stream().filter(file -> file.stream().anyMatch(Timed::moves)).map(List::copyOf).toList();
    }

    public boolean any(Stratum stratum, Situation.Scope scope) {
        return !files.get(Look.group(stratum, scope)).isEmpty();
    }

    public List<Decision.Review> of(Look look) {
        var reviews = new ArrayList<Decision.Review>();
        for (var file : files.get(look.getGroup())) {
            for (var timed : file) {
                var due = timed.moves ? timed.next(look) : null;
                if (due != null) {
                    reviews.add(new Decision.Review(due, timed.rule.id()));
                }
                if (timed.rule.meta().hitPolicy() == HitPolicy.FIRST && timed.holds(look)) {
                    break;
                }
            }
        }
        return reviews;
    }

    /** As of one rule alone; null if never. */
    static @Nullable Instant next(Rule rule, Situation situation) {
        var slots = new Slots(List.of(rule));
        return Timed.of(rule, slots).next(new Look(slots).at(rule.stratum(), situation));
    }
}
