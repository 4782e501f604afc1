package io.rapport.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import io.rapport.rulebook.Check;
import io.rapport.rulebook.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the single change that reaches a goal: over the facts that the conditions on the way to it name, themselves or
 * through the concepts they read. A change counts only if deciding again with it reaches the goal. For one thread.
 */
final class Flips {

    /** Two years: no window of the memory is longer. */
    private static final Duration AHEAD = Duration.ofDays(731);

    private static final int MOST_DAYS = 1_500;
    private static final int MOST_VALUE = 10_000_000;
    private static final double DAYS_A_MONTH = 30;

    private final WhatIf whatIf;
    private final Memory memory;
    private final Context context;
    private final Instant now;
    private final LocalDate today;
    private @Nullable List<Step> byItself;

    Flips(WhatIf whatIf, Memory memory, Context context, Instant now) {
        this.whatIf = whatIf;
        this.memory = memory;
        this.context = context;
        this.now = now;
        this.today = LocalDate.ofInstant(now, memory.zoneOr(context.zone()));
    }

    LocalDate today() {
        return today;
    }

    /** Every single change that reaches the goal, the nearest value of each fact, the nearest fact first. */
    List<Flip> of(Goal goal) {
        var found = new ArrayList<Flip>();
        for (var each : goal.changes()) {
            if (reaches(goal, each)) {
                found.add(new Flip(each, null, 1));
            }
        }
        number(found, goal);
        var alone = byItself(goal);
        if (alone != null) {
            found.add(new Flip(new Change.Later(alone), null, Duration.between(now, alone).toDays() / DAYS_A_MONTH));
        }
        return Flip.sorted(found);
    }

    /** Facts that are numbers: the nearest value at which the goal is reached. */
    private void number(List<Flip> found, Goal goal) {
        var asked = goal.asked();
        var purchases = memory.purchases();
        if (purchases == null) {
            return;
        }
        if (Ways.touches(asked, Ways.LAST_PURCHASE)) {
            var silent = (int) ChronoUnit.DAYS.between(purchases.last(), today);
            var most = (int) Math.min(ChronoUnit.DAYS.between(Edits.earliestLast(purchases), today), silent + MOST_DAYS);
            nearest(silent, 0, most, bounds(asked), days -> new Change.LastPurchase(days), goal)
                    .ifPresent(days -> found.add(new Flip(new Change.LastPurchase(days), Integer.toString(silent),
                            Math.abs(days - silent) / DAYS_A_MONTH)));
        }
        if (Ways.touches(asked, Ways.PURCHASE_DAYS)) {
            var days = (int) purchases.days();
            nearest(days, days, days + 40, bounds(asked), howMany -> new Change.PurchaseDays(howMany), goal)
                    .ifPresent(howMany -> found.add(new Flip(new Change.PurchaseDays(howMany), Integer.toString(days),
                            (howMany - days) / (double) Math.max(1, days))));
        }
        if (Ways.touches(asked, Ways.VALUE)) {
            var value = (int) Math.clamp(Math.round(Edits.currentValue(memory, today)), 0, MOST_VALUE);
            nearest(value, 0, MOST_VALUE, entries(asked), amount -> new Change.CurrentValue(amount), goal)
                    .ifPresent(amount -> found.add(new Flip(new Change.CurrentValue(amount), Integer.toString(value),
                            Math.abs(amount - value) / (double) Math.max(1, value))));
        }
        if (Ways.touches(asked, Ways.DELIVERY)) {
            nearest(0, 0, 60, bounds(asked), days -> new Change.Delivered(days), goal)
                    .ifPresent(days -> found.add(new Flip(new Change.Delivered(days), null, 1)));
        }
    }

    /** Amounts at which somebody enters the parts of the population that the conditions name: the top 5 %. */
    private Set<Integer> entries(List<Condition> asked) {
        var entries = new HashSet<Integer>();
        var ascending = context.snapshot().measures().getOrDefault("current-value", new double[0]);
        for (var percent : bounds(asked)) {
            if (percent >= 0 && percent <= 100 && ascending.length > 0) {
                var at = Math.min(ascending.length - 1, (int) (ascending.length * (100 - percent) / 100.0));
                entries.add((int) Math.ceil(ascending[at]));
                entries.add((int) Math.ceil(ascending[at]) + 1);
            }
        }
        return entries;
    }

    /**
     * The whole number nearest to the present one at which the goal is reached: at the bounds that the conditions name, and at
     * growing distances; then as near as it goes.
     */
    private java.util.Optional<Integer> nearest(
            int present, int least, int most, Set<Integer> bounds, IntFunction<Change> change, Goal goal) {
        var tried = new java.util.TreeSet<Integer>(java.util.Comparator.comparingInt((Integer each) -> Math.abs(each - present))
                .thenComparingInt(each -> each));
        for (var distance = 1; distance <= most - least; distance *= 2) {
            tried.add(present - distance);
            tried.add(present + distance);
        }
        tried.addAll(bounds);
        tried.add(least);
        tried.add(most);
        Predicate<Integer> acts = value -> reaches(goal, change.apply(value));
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

    private boolean reaches(Goal goal, Change change) {
        return goal.reached().test(whatIf.with(change, memory, context, now));
    }

    /** When it comes about with no other event, null if not within two years; what would happen is played once. */
    private @Nullable Instant byItself(Goal goal) {
        var steps = byItself;
        if (steps == null) {
            steps = whatIf.byItself(memory, context, now, now.plus(AHEAD));
            byItself = steps;
        }
        return steps.stream().map(Step::decision).filter(goal.alone()).map(Decision::at).findFirst().orElse(null);
    }
}
