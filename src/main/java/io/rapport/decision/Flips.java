package io.rapport.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import io.rapport.facts.Channel;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.RuleMeta;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the single change that makes a rule act which does nothing now: over the facts that its failing conditions name,
 * themselves or through the concepts they read. A change counts only if deciding again with it acts. For one thread.
 */
final class Flips {

    /** Two years: no window of the memory is longer. */
    private static final Duration AHEAD = Duration.ofDays(731);

    private static final int DEEPEST = 3;
    private static final int MOST_DAYS = 1_500;
    private static final double MOST_VALUE = 1e7;
    private static final double DAYS_A_MONTH = 30;

    private final WhatIf whatIf;
    private final Memory memory;
    private final Context context;
    private final Instant now;
    private final LocalDate today;
    private @Nullable Map<String, Instant> byItself;

    Flips(WhatIf whatIf, Memory memory, Context context, Instant now) {
        this.whatIf = whatIf;
        this.memory = memory;
        this.context = context;
        this.now = now;
        this.today = LocalDate.ofInstant(now, memory.zoneOr(context.zone()));
    }

    /** Every single change that makes the rule act, the nearest value of each fact, the nearest fact first. */
    List<Flip> of(Refusal refusal) {
        var rule = refusal.rule();
        var asked = asked(refusal);
        var found = new ArrayList<Flip>();
        for (var each : yesOrNo(asked, refusal)) {
            if (acts(rule, each)) {
                found.add(new Flip(each, null, 1));
            }
        }
        number(found, rule, asked);
        var alone = byItself(rule);
        if (alone != null) {
            found.add(new Flip(new Change.Later(alone), null, Duration.between(now, alone).toDays() / DAYS_A_MONTH));
        }
        return Flip.sorted(found);
    }

    /** The conditions that matter: those that fail, and for a concept those of the rules that conclude it. */
    private List<Condition> asked(Refusal refusal) {
        var asked = new ArrayList<Condition>();
        var seen = new HashSet<String>();
        for (var finding : refusal.failed()) {
            add(asked, seen, finding.condition(), 0);
        }
        if (refusal.isAboutNothing()) {
            refusal.rule().when().forEach(condition -> add(asked, seen, condition, 0));
        }
        if (refusal.heldBack() != null) {
            var limit = context.rulebook().rule(refusal.heldBack().reason().ruleId());
            if (limit != null) {
                limit.when().forEach(condition -> add(asked, seen, condition, 0));
            }
        }
        return asked;
    }

    private void add(List<Condition> asked, Set<String> seen, Condition condition, int depth) {
        asked.add(condition);
        var concept = condition.term().concept();
        if (concept == null || depth >= DEEPEST || !seen.add(concept)) {
            return;
        }
        for (var rule : context.rulebook().rules()) {
            if (rule.meta().status() != RuleMeta.Status.RETIRED && changes(rule, concept)) {
                rule.when().forEach(deeper -> add(asked, seen, deeper, depth + 1));
            }
        }
    }

    private static boolean changes(Rule rule, String concept) {
        return rule.then().stream().anyMatch(what -> what instanceof Consequence.Conclude said && said.concept().equals(concept)
                || what instanceof Consequence.Lift lift && lift.concept().equals(concept));
    }

    /** Changes that are or are not, out of the conditions' words and what holds the action back. */
    private Set<Change> yesOrNo(List<Condition> asked, Refusal refusal) {
        var changes = new java.util.LinkedHashSet<Change>();
        var held = refusal.heldBack();
        if (held != null && held.reason().ruleId().equals("policy/consent")) {
            changes.add(new Change.Consent(held.action().channel(), true));
        }
        if (refusal.isAboutNothing()) {
            changes.add(refusal.rule().scope() == Situation.Scope.DELIVERY
                    ? new Change.Delivered(0)
                    : new Change.Complains(Channel.EMAIL));
        }
        for (var condition : asked) {
            changes.addAll(Ways.of(condition, today, context.rulebook()));
        }
        return changes;
    }

    /** Facts that are numbers: the nearest value at which the rule acts. */
    private void number(List<Flip> found, Rule rule, List<Condition> asked) {
        var purchases = memory.purchases();
        if (purchases == null) {
            return;
        }
        if (Ways.touches(asked, Ways.LAST_PURCHASE)) {
            var silent = (int) ChronoUnit.DAYS.between(purchases.last(), today);
            var most = (int) Math.min(ChronoUnit.DAYS.between(Edits.earliestLast(purchases), today), silent + MOST_DAYS);
            nearest(silent, 0, most, bounds(asked), days -> new Change.LastPurchase(days), rule)
                    .ifPresent(days -> found.add(new Flip(new Change.LastPurchase(days), Integer.toString(silent),
                            Math.abs(days - silent) / DAYS_A_MONTH)));
        }
        if (Ways.touches(asked, Ways.PURCHASE_DAYS)) {
            var days = (int) purchases.days();
            nearest(days, days, days + 40, bounds(asked), howMany -> new Change.PurchaseDays(howMany), rule)
                    .ifPresent(howMany -> found.add(new Flip(new Change.PurchaseDays(howMany), Integer.toString(days),
                            (howMany - days) / (double) Math.max(1, days))));
        }
        if (Ways.touches(asked, Ways.VALUE)) {
            value(found, rule);
        }
        if (Ways.touches(asked, Ways.DELIVERY)) {
            nearest(0, 0, 60, bounds(asked), days -> new Change.Delivered(days), rule)
                    .ifPresent(days -> found.add(new Flip(new Change.Delivered(days), null, 1)));
        }
    }

    /** The current value is money: doubled or halved until the rule acts, then narrowed down to one unit. */
    private void value(List<Flip> found, Rule rule) {
        var present = Math.round(Edits.currentValue(memory, today));
        for (var factor : new double[] {2, 0.5}) {
            var still = (double) present;
            var other = Math.max(1, present * factor);
            while (other < MOST_VALUE && other > 1 && !acts(rule, new Change.CurrentValue(Math.rint(other)))) {
                still = other;
                other *= factor;
            }
            other = Math.rint(other);
            if (acts(rule, new Change.CurrentValue(other))) {
                while (Math.abs(other - still) > 1) {
                    var middle = Math.rint((other + still) / 2);
                    if (acts(rule, new Change.CurrentValue(middle))) {
                        other = middle;
                    } else {
                        still = middle;
                    }
                }
                found.add(new Flip(new Change.CurrentValue(other), Long.toString(present),
                        Math.abs(other - present) / Math.max(1, present)));
            }
        }
    }

    /**
     * The whole number nearest to the present one at which the rule acts: at the bounds that the conditions name, and at
     * growing distances; then as near as it goes.
     */
    private java.util.Optional<Integer> nearest(
            int present, int least, int most, Set<Integer> bounds, IntFunction<Change> change, Rule rule) {
        var tried = new java.util.TreeSet<Integer>(java.util.Comparator.comparingInt((Integer each) -> Math.abs(each - present))
                .thenComparingInt(each -> each));
        for (var distance = 1; distance <= most - least; distance *= 2) {
            tried.add(present - distance);
            tried.add(present + distance);
        }
        tried.addAll(bounds);
        tried.add(least);
        tried.add(most);
        Predicate<Integer> acts = value -> acts(rule, change.apply(value));
        for (var value : tried) {
            if (value >= least && value <= most && acts.test(value)) {
                return java.util.Optional.of(narrowed(present, value, acts));
            }
        }
        return java.util.Optional.empty();
    }

    private static int narrowed(int present, int acting, Predicate<Integer> acts) {
        var still = present;
        var other = acting;
        while (Math.abs(other - still) > 1) {
            var middle = (other + still) / 2;
            if (acts.test(middle)) {
                other = middle;
            } else {
                still = middle;
            }
        }
        return other;
    }

    /** Whole numbers around the bounds of the conditions: where something may turn. */
    private static Set<Integer> bounds(List<Condition> asked) {
        var bounds = new HashSet<Integer>();
        for (var condition : asked) {
            if (condition.check() instanceof Check.Between between) {
                for (var bound : new double[] {between.from(), between.to()}) {
                    if (Math.abs(bound) < MOST_VALUE) {
                        bounds.addAll(Set.of((int) bound, (int) bound + 1, (int) bound - 1));
                    }
                }
            }
        }
        return bounds;
    }

    private boolean acts(Rule rule, Change change) {
        return WhatIf.acts(rule, whatIf.with(change, memory, context, now));
    }

    /** When the rule acts with no other event, null if not within two years; all rules are played once. */
    private @Nullable Instant byItself(Rule rule) {
        var known = byItself;
        if (known == null) {
            known = new HashMap<>();
            for (var step : whatIf.byItself(memory, context, now, now.plus(AHEAD))) {
                for (var action : step.decision().actions()) {
                    known.putIfAbsent(action.reason().ruleId(), step.decision().at());
                }
            }
            byItself = known;
        }
        return known.get(rule.id());
    }
}
