package io.rapport.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Action;
import io.rapport.facts.Decision.HeldBack;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * Every proposed action passes the policies in this order: once only, suppression, consent, the rules of the limits, one promotional
 * message at a time. What would expire first is looked at first. Past its validity it is missed, whoever held it back.
 */
final class Arbitration {

    /** The reason of an action that history would have asked for. */
    static final String PAST = "history";

    /** The reason of an action whose time is over. */
    static final String MISSED = "missed";

    private static final Comparator<Proposal> EXPIRING_FIRST = Comparator.comparing(
            proposal -> proposal.action().validUntil(), Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    private final Strata strata;
    private final Rulebook rulebook;
    private final Situation customer;
    private final List<Action> allowed = new ArrayList<>();
    private final List<HeldBack> heldBack = new ArrayList<>();
    private final List<Action> missed = new ArrayList<>();

    Arbitration(Strata strata, Rulebook rulebook, Situation customer) {
        this.strata = strata;
        this.rulebook = rulebook;
        this.customer = customer;
    }

    /**
     * @param allowed may leave
     * @param heldBack may not, and why; the missed ones among them
     * @param missed their time is over
     */
    record Ruling(List<Action> allowed, List<HeldBack> heldBack, List<Action> missed) {}

    /** While history is played: nothing leaves, no occasion is used up, nothing is waited for. */
    static Ruling ofThePast(List<Proposal> proposals) {
        var held = proposals.stream()
                .map(proposal -> new HeldBack(proposal.action(), Proposal.policy(PAST), null))
                .toList();
        return new Ruling(List.of(), held, List.of());
    }

    Ruling on(List<Proposal> proposals) {
        var memory = customer.memory();
        var once = new OnceOnly(new Occasions(memory.occasions(), rulebook::rule), customer.now());
        var suppressed = new Suppressed(memory, customer.now());
        var consent = new Consent(memory, customer.now());
        var candidates = new ArrayList<Situation>(proposals.size());
        var inOrder = new ArrayList<>(proposals);
        inOrder.sort(EXPIRING_FIRST);
        for (var proposal : inOrder) {
            var action = proposal.action();
            if (passes(once, action) != null && passes(suppressed, action) != null && passes(consent, action) != null) {
                candidates.add(Picture.of(Situation.Scope.ACTION, action, customer));
            }
        }
        if (!candidates.isEmpty()) {
            limit(candidates);
        }
        return new Ruling(allowed, heldBack, missed);
    }

    /** An action whose time was over before anybody looked. */
    void miss(Action action) {
        missed.add(action);
        heldBack.add(new HeldBack(action, Proposal.policy(MISSED, new Reason.Captured("rule", action.reason().ruleId())), null));
    }

    private void limit(List<Situation> candidates) {
        var limits = new Limits(byAction(strata.fire(Stratum.LIMITS, candidates)), allowed, strata);
        var oneAtATime = new OneMessageAtATime(customer, allowed);
        for (var candidate : candidates) {
            var action = passes(limits, (Action) java.util.Objects.requireNonNull(candidate.thing()));
            if (action != null && isOver(action)) {
                miss(action);
            } else if (action != null && passes(oneAtATime, action) != null) {
                allowed.add(action);
            }
        }
    }

    private static Map<String, List<Hit>> byAction(List<Hit> hits) {
        var byAction = new HashMap<String, List<Hit>>();
        for (var hit : hits) {
            if (hit.situation().thing() instanceof Action action) {
                byAction.computeIfAbsent(action.id(), _ -> new ArrayList<>()).add(hit);
            }
        }
        return byAction;
    }

    /** The action, perhaps to leave later; null when it is held back. */
    private @Nullable Action passes(Policy policy, Action action) {
        return switch (policy.on(action)) {
            case Policy.Allowed pass -> Proposal.allowed(action, pass);
            case Policy.Refused refused -> {
                hold(action, refused);
                yield null;
            }
        };
    }

    private void hold(Action action, Policy.Refused refused) {
        if (isOver(action)) {
            miss(action);
        } else {
            heldBack.add(new HeldBack(action, refused.reason(), refused.until()));
        }
    }

    private static boolean isOver(Action action) {
        return action.validUntil() != null && !action.notBefore().isBefore(action.validUntil());
    }
}
