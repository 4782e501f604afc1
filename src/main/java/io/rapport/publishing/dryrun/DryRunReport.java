package io.rapport.publishing.dryrun;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.rapport.rulebook.Concepts;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate would have changed over a history. The same history and rulebooks give an equal report, whatever the
 * machine.
 *
 * <p>Both rulebooks act on a world of their own: the contacts of the past are left out, their own are simulated and taken for
 * delivered. How customers would have answered a message that was never sent, nobody can know; what they did is what they did.
 *
 * @param values what holds of customers at the end of history: those concepts first that change for most
 * @param deeds actions by what they are, those that differ first
 * @param messages by day and channel
 * @param heldBack actions held back, by the rule or guarantee that did; caps among them
 * @param neverFired rules that never held, of either rulebook
 * @param affected the first customers for whom it makes a difference
 * @param affectedInAll how many rows the CSV has
 * @param changedRules rules that differ between the two versions, and what they did; none in reports of older programs
 * @param work tasks by team, and the busiest days; null in reports of older programs
 * @param atOnce what publishing the candidate would do at once; null over a file, whose customers nobody serves, and in reports
 *     of older programs
 */
public record DryRunReport(
        Subject subject, List<ValueChange> values, List<DeedChange> deeds, List<Daily> messages, List<HeldBack> heldBack,
        Costs costs, List<NeverFired> neverFired, Score score, List<Affected> affected, long affectedInAll,
        List<ChangedRuleDone> changedRules, @Nullable Work work, @Nullable AtOnce atOnce) {

    @SuppressWarnings("NullAway") // a report of an older program lacks them
    public DryRunReport {
        changedRules = changedRules == null ? List.of() : List.copyOf(changedRules);
    }

    /**
     * Everybody as the engine remembers him, looked at by both rulebooks.
     *
     * @param at when
     * @param values what holds of them, those concepts first that change for most
     * @param deeds what would leave at once
     * @param heldBack what would be held back
     * @param affected customers for whom it makes a difference
     */
    public record AtOnce(
            Instant at, long customers, List<ValueChange> values, List<DeedChange> deeds, List<HeldBack> heldBack,
            long affected) {}

    /** With what publishing would do at once, which so many rows tell person by person. */
    DryRunReport with(AtOnce now, long rows) {
        return new DryRunReport(subject, values, deeds, messages, heldBack, costs, neverFired, score, affected,
                affectedInAll + rows, changedRules, work, now);
    }

    /** How many affected customers a report holds itself. */
    public static final int MOST_AFFECTED = 1_000;

    /**
     * What was compared.
     *
     * @param live version of the live rulebook
     * @param candidate version of the other
     * @param source name of the history
     * @param from first event, null when there was none
     * @param to last event
     * @param events of known customers
     * @param anonymous events left out, about nobody known
     * @param contacts of the past left out
     * @param steps decisions, reviews among them
     * @param onePopulation whether both rulebooks see the same population; not when they sort products differently
     * @param asIfAgreed whether every customer was taken for one who had agreed to promotion by every channel
     */
    public record Subject(
            String live, String candidate, String source, @Nullable Instant from, @Nullable Instant to, long events,
            long customers, long anonymous, long contacts, Both steps, boolean onePopulation, boolean asIfAgreed) {}

    /**
     * One concept at the end of history.
     *
     * @param values that occur, in the order of the concept; of a number only those of the cells
     * @param cells who has which value by the live rulebook and by the candidate; cells of nobody are missing;
     *     of a number the most frequent changes only
     */
    public record ValueChange(String concept, List<String> values, List<Cell> cells, long changed) {

        /** Whether its values are so few that they make a table; else its changes make a list. */
        public boolean matrix() {
            return !Concepts.values(concept).isEmpty();
        }

        /** Who has another value by the candidate, the most frequent first. */
        public List<Cell> changes() {
            return cells.stream().filter(cell -> !cell.live.equals(cell.candidate))
                    .sorted(Comparator.comparingLong(Cell::customers).reversed()).toList();
        }

        /** How many customers have a value by the live rulebook and another, or the same, by the candidate. */
        public long customers(String live, String candidate) {
            for (var cell : cells) {
                if (cell.live.equals(live) && cell.candidate.equals(candidate)) {
                    return cell.customers;
                }
            }
            return 0;
        }
    }

    public record Cell(String live, String candidate, long customers) {}

    /**
     * One action.
     *
     * @param kind {@code message} or {@code task}
     * @param channel empty for a task
     * @param done how often
     * @param gains customers for whom the candidate does it more often
     * @param loses customers for whom the candidate does it less often
     * @param moves customers for whom it does it as often, on other days
     * @param daysLater mean over those that move; below 0 when the candidate is earlier
     */
    public record DeedChange(
            String kind, String channel, String what, Both done, long gains, long loses, long moves, double daysLater) {}

    public record Daily(LocalDate day, String channel, Both messages) {}

    /**
     * @param cap whether a rule about limits did, and not a guarantee
     * @param each by action, the most frequent first
     */
    public record HeldBack(String rule, Said name, boolean cap, Both actions, List<HeldAction> each) {

        @SuppressWarnings("NullAway") // a report of an older program lacks them
        public HeldBack {
            each = each == null ? List.of() : List.copyOf(each);
        }
    }

    /**
     * @param kind {@code message} or {@code task}
     * @param channel empty for a task
     */
    public record HeldAction(String kind, String channel, String what, Both actions) {}

    /**
     * A rule that differs between the two versions, and what it did in all the history.
     *
     * @param rule its id by the candidate; of one that went by the live rules
     * @param change {@code came}, {@code went}, {@code changed}
     * @param spoke how often it held
     * @param actions that would leave because of it
     * @param heldBack its own actions that were held back; of a limit those of others that it held back
     */
    public record ChangedRuleDone(
            String rule, Said name, String file, int line, String change, Both spoke, Both actions, Both heldBack) {}

    /** Tasks by team, and the busiest day of either side. */
    public record Work(List<Load> teams, Peak tasksLive, Peak tasksCandidate, Peak messagesLive, Peak messagesCandidate) {}

    /**
     * @param met by which channel the customer is met, empty when the rules do not say
     * @param live what it costs as the live rules price a call, a visit or a message; 0 when nobody is met
     * @param candidate the same by the candidate
     */
    public record Load(String assignee, String met, Both tasks, BigDecimal live, BigDecimal candidate) {}

    /** @param day the first of the busiest days, null when there was nothing to do */
    public record Peak(@Nullable LocalDate day, long howMany) {}

    /** What the messages cost. */
    public record Costs(String currency, List<Cost> channels, BigDecimal live, BigDecimal candidate) {}

    public record Cost(String channel, BigDecimal each, Both messages, BigDecimal live, BigDecimal candidate) {}

    /**
     * @param chinese its name in Chinese; null in reports of older programs
     * @param live whether the live rulebook has it, and it never held
     * @param candidate the same of the candidate
     */
    public record NeverFired(
            String rule, String name, @Nullable String chinese, String file, int line, boolean live, boolean candidate) {

        public String title(Locale locale) {
            return new Said(name, chinese == null ? name : chinese).in(locale);
        }
    }

    /**
     * Judged by what happened afterwards.
     *
     * @param days how long a customer has to come back
     * @param asOf the last moment with so many days of history behind it; null when history is too short
     */
    public record Score(int days, @Nullable Instant asOf, Scored live, Scored candidate) {}

    /**
     * One rulebook, judged.
     *
     * @param flagged customers with churn level high or above at the scored moment
     * @param others customers who had bought and were not flagged
     * @param flags how often a flag was raised in all the history
     * @param byValue concept, value: customers at the scored moment
     */
    public record Scored(
            Outcome flagged, Outcome others, Flags flags, Map<String, Map<String, Outcome>> byValue) {

        /** What customers with a value did; null when there were none. */
        public @Nullable Outcome outcome(String concept, String value) {
            var values = byValue.get(concept);
            return values == null ? null : values.get(value);
        }
    }

    /** @param returned bought again within the days */
    public record Outcome(long customers, long returned) {

        static final Outcome NONE = new Outcome(0, 0);

        Outcome plus(Outcome other) {
            return new Outcome(customers + other.customers, returned + other.returned);
        }

        public long lost() {
            return customers - returned;
        }

        /** In percent; 0 of nobody. */
        public double returnedPercent() {
            return customers == 0 ? 0 : 100.0 * returned / customers;
        }
    }

    /** @param tooLate raised too late to be judged; not in {@code raised} */
    public record Flags(long raised, long returned, long lost, long tooLate) {}

    /** Concepts whose values are scored by who came back. */
    public List<ValueChange> scoredValues() {
        return Customer.SCORED.stream().flatMap(concept -> values.stream().filter(value -> value.concept.equals(concept)))
                .toList();
    }

    /** Concepts that change for nobody. */
    public List<ValueChange> unchanged() {
        return values.stream().filter(value -> value.changed == 0).toList();
    }

    /** All of it in one sentence or two. */
    public String summary(Locale locale) {
        return Summary.of(this).in(locale);
    }
}
