package io.rapport.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.rapport.facts.Action;
import io.rapport.facts.Decision;
import io.rapport.facts.Reason;
import io.rapport.facts.QuietHours;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Hit;
import io.rapport.rulebook.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of the fifth stratum say about each action: hold back, at most so many, not in quiet hours.
 *
 * @param hits by action id
 * @param allowed what was let through by the decision at hand; it grows
 */
record Limits(Map<String, List<Hit>> hits, List<Action> allowed, Strata strata) implements Policy {

    @Override
    public Verdict on(Action action) {
        var earliest = action.notBefore();
        var inForce = new ArrayList<QuietHours>();
        for (var hit : hits.getOrDefault(action.id(), List.of())) {
            for (var consequence : hit.rule().then()) {
                switch (consequence) {
                    case Consequence.HoldBack _ -> {
                        return new Refused(hit.reason(), nextTurn(hit));
                    }
                    case Consequence.Cap cap when contacts(action, cap, hit.situation()) >= cap.atMost() -> {
                        return full(action, cap, hit);
                    }
                    case Consequence.QuietHours quiet when action.kind() == Action.Kind.MESSAGE -> {
                        var hours = new QuietHours(quiet.from(), quiet.to(), hit.situation().zone());
                        var end = hours.waitedOut(hit.situation().now());
                        earliest = end.isAfter(earliest) ? end : earliest;
                        inForce.add(hours);
                    }
                    default -> {}
                }
            }
        }
        return new Allowed(earliest, inForce);
    }

    private @Nullable Instant nextTurn(Hit hit) {
        return strata.reviews(Stratum.LIMITS, hit.situation()).stream()
                .filter(review -> review.ruleId().equals(hit.rule().id()))
                .map(Decision.Review::due).min(Instant::compareTo).orElse(null);
    }

    /** Messages by the channel and for the purpose within the last days, those of this decision included. */
    private int contacts(Action action, Consequence.Cap cap, Situation situation) {
        if (action.kind() != Action.Kind.MESSAGE) {
            return Integer.MIN_VALUE;
        }
        var count = 0;
        for (var other : allowed) {
            if (other.kind() == Action.Kind.MESSAGE && name(other).equals(name(action))) {
                count++;
            }
        }
        var tally = situation.memory().tallies().get(name(action));
        var today = (int) situation.today().toEpochDay();
        return tally == null ? count : count + tally.days().countBetween(today - cap.withinDays() + 1, today);
    }

    private static String name(Action action) {
        return "contact." + action.channel().word() + "." + action.purpose().word();
    }

    /** Refused until enough of the earlier messages have left the last days. */
    private Refused full(Action action, Consequence.Cap cap, Hit hit) {
        var contacts = contacts(action, cap, hit.situation());
        var captured = new ArrayList<>(hit.reason().captured());
        captured.add(new Reason.Captured("messages", Integer.toString(contacts)));
        return new Refused(
                new Reason(hit.reason().ruleId(), captured), freed(action, cap, hit.situation(), contacts - cap.atMost() + 1));
    }

    private static @Nullable Instant freed(Action action, Consequence.Cap cap, Situation situation, int tooMany) {
        var tally = situation.memory().tallies().get(name(action));
        if (cap.atMost() < 1 || tally == null) {
            return null;
        }
        var days = tally.days();
        var left = tooMany;
        for (var i = days.firstAt((int) situation.today().toEpochDay() - cap.withinDays() + 1); i < days.day().length; i++) {
            left -= days.count()[i];
            if (left <= 0) {
                return LocalDate.ofEpochDay((long) days.day()[i] + cap.withinDays())
                        .atStartOfDay(situation.zone()).toInstant();
            }
        }
        return situation.today().plusDays(cap.withinDays()).atStartOfDay(situation.zone()).toInstant();
    }
}
