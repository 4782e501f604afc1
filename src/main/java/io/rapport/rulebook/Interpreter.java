package io.rapport.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import io.rapport.facts.Reason;
import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/** Reads the tree condition by condition: explains what Drools decides, without Drools. */
public final class Interpreter {

    /** The occasion of a rule that names none: acted on once, and again when that is forgotten after two years. */
    static final String ONCE = "once";

    private static final int DAYS_A_WEEK = 7;

    private Interpreter() {}

    static Explanation explain(Rule rule, Situation situation) {
        var findings = new ArrayList<Explanation.Finding>();
        var holds = rule.scope() == situation.scope() && rule.meta().status() != RuleMeta.Status.RETIRED;
        for (var condition : rule.when()) {
            var passes = passes(condition, situation);
            var actual = actual(condition, situation);
            holds &= passes;
            findings.add(new Explanation.Finding(condition, actual, Wording.needed(condition.check()), passes,
                    !passes && actual.equals("unknown")));
        }
        return new Explanation(rule, holds, findings);
    }

    static boolean holds(Rule rule, Situation situation) {
        if (rule.scope() != situation.scope() || rule.meta().status() == RuleMeta.Status.RETIRED) {
            return false;
        }
        for (var condition : rule.when()) {
            if (!passes(condition, situation)) {
                return false;
            }
        }
        return true;
    }

    static boolean passes(Condition condition, Situation situation) {
        var term = condition.term();
        return term.numeric()
                ? condition.check().passes(number(condition, situation))
                : condition.check().passes(term.text(situation));
    }

    public static String actual(Condition condition, Situation situation) {
        var term = condition.term();
        return switch (term.type()) {
            case NUMBER -> Numbers.plain(number(condition, situation));
            case YES_NO -> yesNo(number(condition, situation));
            case DAY -> DaysOfYear.words(number(condition, situation), false);
            case WORD -> unknownIfNull(term.text(situation));
            case TEXT -> mentioned(condition.check(), term.text(situation));
        };
    }

    static List<Reason.Captured> captured(Rule rule, Situation situation) {
        return rule.captured().stream()
                .map(condition -> new Reason.Captured(condition.key(), actual(condition, situation))).toList();
    }

    /**
     * What makes it once: the anchors of the conditions, else what was concluded, else that it holds at all. Never the event
     * at hand, unless a condition is about it: what is noted of an action is an event too, and would call for the next one.
     */
    static String occasion(Rule rule, Situation situation) {
        var anchors = new LinkedHashSet<String>();
        for (var condition : rule.when()) {
            var anchor = condition.term().source().anchor();
            var text = anchor == null || saysThatNothingHappened(condition) ? null : anchor.of(situation);
            if (text != null && !text.isEmpty()) {
                anchors.add(text);
            }
            if (condition.check() instanceof Check.Window window && !window.not()) {
                anchors.add("in " + window.year(situation.today()));
            }
        }
        if (anchors.isEmpty()) {
            anchors.addAll(daysOfTheWeek(rule, situation));
        }
        if (anchors.isEmpty()) {
            for (var condition : rule.when()) {
                if (condition.term().concept() != null) {
                    anchors.add(condition.term().concept() + " " + actual(condition, situation));
                }
            }
        }
        if (situation.thing() != null && !(situation.thing() instanceof io.rapport.facts.Action)) {
            anchors.add(situation.subject());
        }
        return anchors.isEmpty() ? ONCE : String.join("|", anchors);
    }

    /**
     * Days of the week that a rule is about and not only kept to: beside any other occasion they say no more than when. Monday to
     * Friday is one occasion each week.
     */
    private static List<String> daysOfTheWeek(Rule rule, Situation situation) {
        var days = new ArrayList<String>();
        var isAboutSomething = situation.thing() != null && !(situation.thing() instanceof io.rapport.facts.Action);
        for (var condition : rule.when()) {
            if (condition.term().id().equals(Weekdays.TERM) && condition.check() instanceof Check.OneOf oneOf && !oneOf.not()
                    && !isAboutSomething && passes(condition, situation)) {
                var first = situation.today();
                for (var back = 1; back < DAYS_A_WEEK && passes(condition, at(situation, first.minusDays(1))); back++) {
                    first = first.minusDays(1);
                }
                days.add("week of " + first);
            }
        }
        return days;
    }

    private static Situation at(Situation situation, LocalDate day) {
        return situation.at(day.atStartOfDay(situation.zone()).toInstant());
    }

    /** A "no" is no occasion, but for a message that no machine wrote: that one did come in. */
    private static boolean saysThatNothingHappened(Condition condition) {
        return condition.check().equals(new Check.Holds(false)) && !condition.term().id().equals("message-automatic");
    }

    private static double number(Condition condition, Situation situation) {
        return condition.term().number(situation, condition.arguments(), situation.today().toEpochDay());
    }

    private static String yesNo(double value) {
        return Double.isNaN(value) ? "unknown" : value == 1 ? "yes" : "no";
    }

    private static String unknownIfNull(@Nullable String word) {
        return word == null ? "unknown" : Several.shown(word);
    }

    /** A text is personal and long: only the author's words that it mentions are kept. */
    private static String mentioned(Check check, @Nullable String text) {
        if (text == null) {
            return "unknown";
        }
        if (!(check instanceof Check.Mentions mentions)) {
            return "known";
        }
        return String.join(", ", WordList.mentioned(text, mentions.words()));
    }
}
