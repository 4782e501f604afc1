package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.rapport.facts.Decision;
import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/** Finds when to look at a situation again though nothing happens. */
final class Reviews {

    /** By stratum and scope: the files that have a rule about time, each as its rules in order. */
    private final List<List<List<Rule>>> files;

    Reviews(List<Rule> rules) {
        var groups = Stratum.values().length * Situation.Scope.values().length;
        files = IntStream.range(0, groups).mapToObj(group -> files(rules, group)).toList();
    }

    private static List<List<Rule>> files(List<Rule> rules, int group) {
        var byFile = new java.util.LinkedHashMap<String, List<Rule>>();
        for (var rule : rules) {
            if (Look.group(rule.stratum(), rule.scope()) == group && rule.meta().status() != RuleMeta.Status.RETIRED) {
                byFile.computeIfAbsent(rule.origin().file(), _ -> new ArrayList<>()).add(rule);
            }
        }
        return byFile.values().stream().filter(file -> file.stream().anyMatch(Reviews::moves)).map(List::copyOf).toList();
    }

    List<Decision.Review> of(Stratum stratum, Situation situation) {
        var reviews = new ArrayList<Decision.Review>();
        for (var file : files.get(Look.group(stratum, situation.scope()))) {
            for (var rule : file) {
                var due = moves(rule) ? Interpreter.review(rule, situation) : null;
                add(rule, due, reviews);
                if (rule.meta().hitPolicy() == HitPolicy.FIRST && Interpreter.holds(rule, situation)) {
                    break;
                }
            }
        }
        return reviews;
    }

    private static void add(Rule rule, java.time.@Nullable Instant due, List<Decision.Review> reviews) {
        if (due != null) {
            reviews.add(new Decision.Review(due, rule.id()));
        }
    }

    private static boolean moves(Rule rule) {
        return rule.when().stream().anyMatch(condition -> condition.term().moves());
    }
}
