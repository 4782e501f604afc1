package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.rapport.decision.Boundaries;
import io.rapport.decision.Context;
import io.rapport.decision.Step;
import io.rapport.facts.Action;
import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import io.rapport.facts.Occasion;
import org.jspecify.annotations.Nullable;

/** A customer's history as one rulebook plays it: what it remembers, concludes and does; nothing of it is real. */
final class Life {

    private static final String MISSED = "policy/missed";

    private final Findings findings;
    private final Flags flags;
    private Memory memory;
    private Decision.@Nullable Review next;
    private @Nullable Decision last;
    private Set<String> waiting = Set.of();

    Life(Memory begin, Findings findings, Flags flags) {
        this.memory = begin;
        this.findings = findings;
        this.flags = flags;
    }

    /**
     * An action that would leave.
     *
     * @param occasion the event at which it was decided
     * @param cost of meeting the customer, in thousandths; 0 of a message
     */
    record Deed(Action action, Instant at, CustomerEvent occasion, long cost) {}

    /** Plays the reviews that fall due until an instant. */
    List<Deed> playUntil(Instant at, Player player) {
        return next == null || next.due().isAfter(at)
                ? List.of()
                : after(player.course.play(memory, player.context(), next, at), player);
    }

    /** Takes what happened. */
    List<Deed> take(CustomerEvent event, Instant at, Player player) {
        var latest = memory.latest();
        var moment = latest != null && latest.isAfter(at) ? latest : at;
        return after(player.course.take(memory, event, player.context(), moment), player);
    }

    /**
     * Looks again, a millisecond later, if the population that the player has turned to makes a difference to the customer.
     *
     * @param before what decisions rested on so far
     */
    List<Deed> meet(Context before, Instant at, Player player) {
        if (!Boundaries.crossed(memory, last == null ? List.of() : last.conclusions(), before, player.context().snapshot(), at)) {
            return List.of();
        }
        var look = at.plusMillis(1);
        return after(player.course.play(memory, player.context(), new Decision.Review(look, ""), look), player);
    }

    private List<Deed> after(List<Step> steps, Player player) {
        var deeds = new ArrayList<Deed>(2);
        var before = memory;
        for (var step : steps) {
            if (step.decided()) {
                var decision = step.decision();
                for (var action : decision.actions()) {
                    deeds.add(new Deed(action, decision.at(), step.noted(), Effort.of(action, decision)));
                    findings.acted(action, player.candidate);
                }
                wait(decision.heldBack(), before, player);
                flags.look(decision);
                findings.step(player.candidate);
            }
            before = step.memory();
        }
        var end = steps.getLast();
        memory = end.memory();
        last = end.decision();
        next = end.decision().reviews().isEmpty() ? null : end.decision().reviews().getFirst();
        return deeds;
    }

    /**
     * What is held back by the same reason from one look to the next is held back once; what waited until its time was over
     * was held back by what it waited for.
     */
    private void wait(List<Decision.HeldBack> heldBack, Memory before, Player player) {
        if (heldBack.isEmpty()) {
            waiting = Set.of();
            return;
        }
        var now = new HashSet<String>();
        for (var held : heldBack) {
            var action = held.action();
            var key = held.reason().ruleId() + "|" + action.reason().ruleId() + "|" + action.occasion() + "|" + action.what();
            if (now.add(key) && !waiting.contains(key) && !hasWaited(held, before)) {
                findings.heldBack(held, player.candidate);
            }
        }
        waiting = now;
    }

    private static boolean hasWaited(Decision.HeldBack held, Memory before) {
        var action = held.action();
        var known = held.reason().ruleId().equals(MISSED) ? before.occasions().get(key(action)) : null;
        return known != null && known.waitingSince() != null;
    }

    private static Occasion.Key key(Action action) {
        return new Occasion.Key(action.reason().ruleId(), action.what(), action.channel(), action.occasion());
    }

    Memory memory() {
        return memory;
    }

    Flags flags() {
        return flags;
    }

    /** What holds of a concept about the customer himself, null if nothing does. */
    @Nullable
    Conclusion conclusion(String concept) {
        if (last != null) {
            for (var conclusion : last.conclusions()) {
                if (conclusion.subject().isEmpty() && conclusion.concept().equals(concept)) {
                    return conclusion;
                }
            }
        }
        return null;
    }
}
