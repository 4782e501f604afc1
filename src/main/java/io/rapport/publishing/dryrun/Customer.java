package io.rapport.publishing.dryrun;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.rapport.decision.Context;
import io.rapport.decision.Course;
import io.rapport.facts.Conclusion;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.publishing.dryrun.Life.Deed;
import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import org.jspecify.annotations.Nullable;

/** One customer's history by both rulebooks, side by side. */
final class Customer {

    /** What is scored by what happened afterwards. */
    static final List<String> SCORED = List.of("tier", "stage", "relationship", Flags.CONCEPT);

    /** What is compared: all that holds of a customer until something changes it; not what one event was about. */
    static final List<Concept> COMPARED = Concepts.all().stream()
            .filter(concept -> concept.scope() == Situation.Scope.CUSTOMER || SCORED.contains(concept.id()))
            .filter(concept -> !concept.multiple() && (concept.lasting() || concept.total()) && !Concepts.unit(concept.id()))
            .toList();

    private final long number;
    private final String who;
    private final Findings findings;
    private final Duration horizon;
    private final ZoneId zone;
    private final Life live;
    private final Life candidate;
    private final Ledger ledger;
    private @Nullable Instant scored;
    private Map<String, String> scoredLive = Map.of();
    private Map<String, String> scoredCandidate = Map.of();
    private boolean returned;

    Customer(long number, String who, Findings findings, DryRun.Settings settings, ZoneId zone) {
        this.number = number;
        this.who = who;
        this.findings = findings;
        this.horizon = Duration.ofDays(settings.days());
        this.zone = zone;
        var begin = settings.asIfAgreed() ? Agreed.blank(number) : Memory.blank(number);
        this.live = new Life(begin, findings, new Flags(horizon));
        this.candidate = new Life(begin, findings, new Flags(horizon));
        this.ledger = new Ledger(zone);
    }

    /** Both rulebooks in one thread. */
    record Players(Player live, Player candidate) {}

    void take(CustomerEvent event, Instant at, Players players) {
        playUntil(at, players);
        if (event.is(EventTypes.ORDER_PLACED) && event.data() instanceof EventData.Order order && !order.lines().isEmpty()) {
            bought(event.time());
        }
        enter(live.take(event, at, players.live), candidate.take(event, at, players.candidate), players);
    }

    private void bought(Instant at) {
        live.flags().bought(at);
        candidate.flags().bought(at);
        returned |= scored != null && at.isAfter(scored) && !at.isAfter(scored.plus(horizon));
    }

    /** Plays what falls due until an instant. */
    void playUntil(Instant at, Players players) {
        enter(live.playUntil(at, players.live), candidate.playUntil(at, players.candidate), players);
    }

    /**
     * The players have turned to a new population.
     *
     * @param liveBefore what the live rulebook's decisions rested on so far
     * @param candidateBefore what those of the candidate did
     */
    void meet(Context liveBefore, Context candidateBefore, Instant at, Players players) {
        enter(live.meet(liveBefore, at, players.live), candidate.meet(candidateBefore, at, players.candidate), players);
    }

    /** From here on it counts who comes back. */
    void score(Instant at) {
        if (live.memory().purchases() != null) {
            scored = at;
            scoredLive = values(live);
            scoredCandidate = values(candidate);
        }
    }

    private static Map<String, String> values(Life life) {
        var values = new HashMap<String, String>();
        for (var concept : SCORED) {
            values.put(concept, value(life.conclusion(concept)));
        }
        return values;
    }

    private static String value(@Nullable Conclusion conclusion) {
        return conclusion == null ? Findings.UNKNOWN : conclusion.value();
    }

    private void enter(List<Deed> byLive, List<Deed> byCandidate, Players players) {
        ledger.enter(byLive, byCandidate, findings, (surplus, isCandidates) -> ask(surplus, isCandidates, players));
    }

    /** The side that does it has its reason; the other one is asked why it does not, as of the same moment. */
    private Ledger.Difference ask(Deed surplus, boolean isCandidates, Players players) {
        var doer = isCandidates ? players.candidate : players.live;
        var other = isCandidates ? players.live : players.candidate;
        var action = surplus.action();
        var because = Sentences.because(doer.rulebook(), action.reason());
        var occasion = surplus.occasion().is(EventTypes.REVIEW_DUE)
                ? Course.reviewDue(number, List.of(), surplus.at(), "")
                : surplus.occasion();
        var memory = isCandidates ? live.memory() : candidate.memory();
        var refusals = other.whyNot(memory, occasion, surplus.at());
        var whyNot = Sentences.whyNot(refusals, other.rulebook(), action.reason().ruleId(), action.what(), zone);
        return new Ledger.Difference(
                isCandidates, surplus.at(), isCandidates ? whyNot : because, isCandidates ? because : whyNot);
    }

    /** History is over: adds this customer up. */
    void end(Instant end, Players players, Consumer<Affected> affected) {
        for (var concept : COMPARED) {
            compare(concept, end, players, affected);
        }
        ledger.close(findings, entry -> affected.accept(new Affected(
                number, who, entry.change(), entry.what(), Long.toString(entry.done().live()),
                Long.toString(entry.done().candidate()), entry.difference().at(), entry.difference().liveBecause(),
                entry.difference().candidateBecause())));
        flags(live.flags().atTheEnd(end), false);
        flags(candidate.flags().atTheEnd(end), true);
        scoredLive.forEach((concept, value) -> findings.outcome(concept, value, returned, false));
        scoredCandidate.forEach((concept, value) -> findings.outcome(concept, value, returned, true));
    }

    private void compare(Concept concept, Instant end, Players players, Consumer<Affected> affected) {
        var one = live.conclusion(concept.id());
        var other = candidate.conclusion(concept.id());
        if (!value(one).equals(value(other))) {
            findings.value(concept.id(), value(one), value(other));
            affected.accept(new Affected(number, who, concept.id(), "", value(one), value(other), end,
                    because(one, players.live), because(other, players.candidate)));
        } else if (one == null || !concept.number()) {
            findings.value(concept.id(), value(one), value(one));
        } else {
            findings.value(concept.id(), Findings.SAME, Findings.SAME);
        }
    }

    private void flags(long[] figures, boolean isCandidate) {
        findings.add(Findings.FLAGGED, Both.of(isCandidate, figures[0]));
        findings.add(Findings.RETURNED, Both.of(isCandidate, figures[1]));
        findings.add(Findings.LOST, Both.of(isCandidate, figures[2]));
        findings.add(Findings.TOO_LATE, Both.of(isCandidate, figures[3]));
    }

    private static Said because(@Nullable Conclusion conclusion, Player player) {
        return conclusion == null ? Said.NOTHING : Sentences.because(player.rulebook(), conclusion.reason());
    }
}
