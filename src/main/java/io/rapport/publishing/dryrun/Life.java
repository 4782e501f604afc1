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
import org.jspecify.annotations.Nullable;

/** A customer's history as one rulebook plays it: what it remembers, concludes and does; nothing of it is real. */
final class Life {

    private final Findings findings;
    private final Flags flags;
    private Memory memory;
    private Decision.@Nullable Review next;
    private @Nullable Decision last;
    private Set<String> waiting = Set.of();

    Life(long customer, Findings findings, Flags flags) {
        this.memory = Memory.blank(customer);
        this.findings = findings;
        this.flags = flags;
    }

    /**
     * An action that would leave.
     *
     * @param occasion the event at which it was decided
     */
    record Deed(Action action, Instant at, CustomerEvent occasion) {}

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
        if (!Boundaries.crossed(memory, before, player.context().snapshot(), at)) {
            return List.of();
        }
        var look = at.plusMillis(1);
        return after(player.course.play(memory, player.context(), new Decision.Review(look, ""), look), player);
    }

    private List<Deed> after(List<Step> steps, Player player) {
        var deeds = new ArrayList<Deed>(2);
        for (var step : steps) {
            if (step.decided()) {
                var decision = step.decision();
                decision.actions().forEach(action -> deeds.add(new Deed(action, decision.at(), step.noted())));
                wait(decision.heldBack(), player);
                flags.look(decision);
                findings.step(player.candidate);
            }
        }
        var end = steps.getLast();
        memory = end.memory();
        last = end.decision();
        next = end.decision().reviews().isEmpty() ? null : end.decision().reviews().getFirst();
        return deeds;
    }

    /** What is held back by the same reason from one look to the next is held back once. */
    private void wait(List<Decision.HeldBack> heldBack, Player player) {
        if (heldBack.isEmpty()) {
            waiting = Set.of();
            return;
        }
        var now = new HashSet<String>();
        for (var held : heldBack) {
            var action = held.action();
            var key = held.reason().ruleId() + "|" + action.reason().ruleId() + "|" + action.occasion() + "|" + action.what();
            if (now.add(key) && !waiting.contains(key)) {
                findings.heldBack(held.reason().ruleId(), player.candidate);
            }
        }
        waiting = now;
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
