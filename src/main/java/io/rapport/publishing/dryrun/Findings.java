package io.rapport.publishing.dryrun;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.rapport.facts.Action;
import io.rapport.facts.Decision;
import io.rapport.publishing.dryrun.DryRunReport.Outcome;

/**
 * What comes of a part of the history, added up. Sums of whole numbers only: the parts may be added in any grouping.
 *
 * @param totals by name
 * @param values concept, value by the live rulebook, value by the candidate: customers at the end
 * @param deeds by kind, channel and what
 * @param messages day, channel
 * @param heldBack by the rule or policy, then kind, channel and what
 * @param tasks day, then team and how the customer is met
 * @param effort team and how the customer is met: what it costs, in thousandths
 * @param spoke how often a rule held
 * @param acted actions that would leave, by their rule
 * @param withheld actions held back, by their own rule
 * @param outcomes concept, value: what those customers did after the scored moment
 */
record Findings(
        TreeMap<String, Both> totals, TreeMap<String, TreeMap<String, TreeMap<String, Long>>> values,
        TreeMap<String, Deeds> deeds, TreeMap<String, TreeMap<String, Both>> messages, TreeMap<String, Both> heldBack,
        TreeMap<String, TreeMap<String, Outcome>> liveOutcomes, TreeMap<String, TreeMap<String, Outcome>> candidateOutcomes,
        TreeSet<String> liveFired, TreeSet<String> candidateFired, TreeMap<String, TreeMap<String, Both>> tasks,
        TreeMap<String, Both> effort, TreeMap<String, Both> spoke, TreeMap<String, Both> acted,
        TreeMap<String, Both> withheld) {

    static final String STEPS = "steps";
    static final String FLAGGED = "flagged";
    static final String RETURNED = "returned";
    static final String LOST = "lost";
    static final String TOO_LATE = "too-late";
    static final String UNKNOWN = "unknown";

    /** Stands for a number that is the same by both: only changes are told apart. */
    static final String SAME = "same";

    static Findings none() {
        return new Findings(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(),
                new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>(),
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /**
     * One kind of action.
     *
     * @param gains customers for whom the candidate does it more often
     * @param loses customers for whom it does it less often
     * @param moves customers for whom it does it as often, on other days
     * @param daysLater sum over the moved actions, whole days; below 0 when the candidate is earlier
     */
    record Deeds(Both done, long gains, long loses, long moves, long movedActions, long daysLater) {

        static final Deeds NONE = new Deeds(Both.NONE, 0, 0, 0, 0, 0);

        Deeds plus(Deeds other) {
            return new Deeds(done.plus(other.done), gains + other.gains, loses + other.loses, moves + other.moves,
                    movedActions + other.movedActions, daysLater + other.daysLater);
        }
    }

    void step(boolean candidate) {
        add(STEPS, Both.one(candidate));
    }

    /** Decisions by both. */
    long steps() {
        var both = totals.getOrDefault(STEPS, Both.NONE);
        return both.live() + both.candidate();
    }

    void add(String total, Both figure) {
        totals.merge(total, figure, Both::plus);
    }

    void heldBack(Decision.HeldBack held, boolean candidate) {
        var action = held.action();
        heldBack.merge(held.reason().ruleId() + "|" + Ledger.key(action), Both.one(candidate), Both::plus);
        withheld.merge(action.reason().ruleId(), Both.one(candidate), Both::plus);
    }

    void acted(Action action, boolean candidate) {
        acted.merge(action.reason().ruleId(), Both.one(candidate), Both::plus);
    }

    void task(String day, String team, long thousandths, boolean candidate) {
        tasks.computeIfAbsent(day, _ -> new TreeMap<>()).merge(team, Both.one(candidate), Both::plus);
        effort.merge(team, Both.of(candidate, thousandths), Both::plus);
    }

    void spoke(String rule, long times, boolean candidate) {
        spoke.merge(rule, Both.of(candidate, times), Both::plus);
    }

    void value(String concept, String live, String candidate) {
        values.computeIfAbsent(concept, _ -> new TreeMap<>()).computeIfAbsent(live, _ -> new TreeMap<>())
                .merge(candidate, 1L, Long::sum);
    }

    void message(String day, String channel, boolean candidate) {
        messages.computeIfAbsent(day, _ -> new TreeMap<>()).merge(channel, Both.one(candidate), Both::plus);
    }

    void outcome(String concept, String value, boolean returned, boolean candidate) {
        (candidate ? candidateOutcomes : liveOutcomes).computeIfAbsent(concept, _ -> new TreeMap<>())
                .merge(value, new Outcome(1, returned ? 1 : 0), Outcome::plus);
    }

    /** Adds another part to this one. */
    Findings plus(Findings other) {
        other.totals.forEach(this::add);
        other.heldBack.forEach((rule, both) -> heldBack.merge(rule, both, Both::plus));
        other.deeds.forEach((key, deed) -> deeds.merge(key, deed, Deeds::plus));
        other.values.forEach((concept, rows) -> rows.forEach((live, cells) -> cells.forEach(
                (candidate, customers) -> values.computeIfAbsent(concept, _ -> new TreeMap<>())
                        .computeIfAbsent(live, _ -> new TreeMap<>()).merge(candidate, customers, Long::sum))));
        addDays(messages, other.messages);
        addDays(tasks, other.tasks);
        other.effort.forEach((team, both) -> effort.merge(team, both, Both::plus));
        other.spoke.forEach((rule, both) -> spoke.merge(rule, both, Both::plus));
        other.acted.forEach((rule, both) -> acted.merge(rule, both, Both::plus));
        other.withheld.forEach((rule, both) -> withheld.merge(rule, both, Both::plus));
        addOutcomes(liveOutcomes, other.liveOutcomes);
        addOutcomes(candidateOutcomes, other.candidateOutcomes);
        liveFired.addAll(other.liveFired);
        candidateFired.addAll(other.candidateFired);
        return this;
    }

    private static void addDays(
            TreeMap<String, TreeMap<String, Both>> to, TreeMap<String, TreeMap<String, Both>> from) {
        from.forEach((day, figures) -> figures.forEach(
                (key, both) -> to.computeIfAbsent(day, _ -> new TreeMap<>()).merge(key, both, Both::plus)));
    }

    private static void addOutcomes(
            Map<String, TreeMap<String, Outcome>> to, Map<String, TreeMap<String, Outcome>> from) {
        from.forEach((concept, values) -> values.forEach((value, outcome) -> to
                .computeIfAbsent(concept, _ -> new TreeMap<>()).merge(value, outcome, Outcome::plus)));
    }
}
