package io.rapport.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rapport.facts.Action;
import io.rapport.facts.Decision;
import io.rapport.facts.Occasion;
import io.rapport.facts.Purpose;
import io.rapport.facts.QuietHours;
import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import io.rapport.rulebook.Consequence;
import io.rapport.rulebook.Consequence.Cap;
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
                    case Cap cap when isCounted(action, cap, action) -> {
                        var counted = new Counted(action, cap, hit.situation());
                        if (counted.all() >= cap.atMost()) {
                            return counted.refused(hit.reason());
                        }
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

    /** Whether the limit on an action counts another one; what a limit does not count it does not hold back either. */
    private static boolean isCounted(Action action, Cap cap, Action other) {
        if (other.kind() != Action.Kind.MESSAGE) {
            return false;
        }
        return switch (cap.counts()) {
            case OF_ITS_KIND -> other.channel() == action.channel() && other.purpose() == action.purpose();
            case BY_CHANNEL -> other.channel() == action.channel();
            case THIS_MESSAGE -> other.what().equals(action.what());
            case PROMOTIONS_BY_CHANNEL -> other.channel() == action.channel() && other.purpose() == Purpose.PROMOTION;
            case PROMOTIONS -> other.purpose() == Purpose.PROMOTION;
            case CONTACTS -> true;
        };
    }

    /** What a limit on an action counts within its last days, the actions of this decision included. */
    private final class Counted {

        private final Action action;
        private final Cap cap;
        private final Situation situation;
        private final long inThisDecision;
        private final TreeMap<Integer, Integer> byDay = new TreeMap<>();

        Counted(Action action, Cap cap, Situation situation) {
            this.action = action;
            this.cap = cap;
            this.situation = situation;
            this.inThisDecision = allowed.stream().filter(other -> isCounted(action, cap, other)).count();
            count();
        }

        private void count() {
            var channel = "contact." + action.channel().word();
            switch (cap.counts()) {
                case OF_ITS_KIND -> tally(channel + "." + action.purpose().word());
                case BY_CHANNEL -> tally(channel);
                case PROMOTIONS_BY_CHANNEL -> tally(channel + "." + Purpose.PROMOTION.word());
                case CONTACTS -> tallies("contact\\.[a-z-]+");
                case PROMOTIONS -> tallies("contact\\.[a-z-]+\\." + Purpose.PROMOTION.word());
                case THIS_MESSAGE -> situation.memory().occasions().forEach((key, occasion) -> {
                    if (key.what().equals(action.what()) && occasion.state() == Occasion.State.ACTED) {
                        add((int) LocalDate.ofInstant(occasion.at(), situation.zone()).toEpochDay(), 1);
                    }
                });
            }
        }

        private void tallies(String names) {
            situation.memory().tallies().keySet().stream().filter(name -> name.matches(names)).forEach(this::tally);
        }

        private void tally(String name) {
            var tally = situation.memory().tallies().get(name);
            if (tally != null) {
                var days = tally.days();
                for (var i = days.firstAt(today() - cap.withinDays() + 1); i < days.day().length; i++) {
                    add(days.day()[i], days.count()[i]);
                }
            }
        }

        private void add(int day, int count) {
            if (count != 0 && day > today() - cap.withinDays() && day <= today()) {
                byDay.merge(day, count, Integer::sum);
            }
        }

        private int today() {
            return (int) situation.today().toEpochDay();
        }

        long all() {
            return inThisDecision + byDay.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Refused until enough of the earlier ones have left the last days. */
        Refused refused(Reason reason) {
            var captured = new ArrayList<>(reason.captured());
            captured.add(new Reason.Captured(Reason.COUNTED, Long.toString(all())));
            switch (cap.counts()) {
                case OF_ITS_KIND, BY_CHANNEL, PROMOTIONS_BY_CHANNEL -> captured.add(
                        new Reason.Captured("channel", action.channel().word()));
                case THIS_MESSAGE -> captured.add(new Reason.Captured("template", action.what()));
                default -> {}
            }
            if (cap.counts() == Cap.Counts.OF_ITS_KIND) {
                captured.add(new Reason.Captured("purpose", action.purpose().word()));
            }
            return new Refused(new Reason(reason.ruleId(), captured), freed(all() - cap.atMost() + 1));
        }

        private @Nullable Instant freed(long tooMany) {
            if (cap.atMost() < 1) {
                return null;
            }
            var left = tooMany;
            for (var day : byDay.entrySet()) {
                left -= day.getValue();
                if (left <= 0) {
                    return startOf(day.getKey() + cap.withinDays());
                }
            }
            return startOf(today() + cap.withinDays());
        }

        private Instant startOf(long epochDay) {
            return LocalDate.ofEpochDay(epochDay).atStartOfDay(situation.zone()).toInstant();
        }
    }
}
