package io.rapport.publishing.dryrun;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a candidate would have changed over a history. The same history and rulebooks give an equal report, whatever the
 * machine.
 *
 * <p>Both rulebooks act on a world of their own: the contacts of the past are left out, their own are simulated and taken for
 * delivered. How customers would have answered a message that was never sent, nobody can know; what they did is what they did.
 *
 * @param values tier, stage, relationship and churn level at the end of history
 * @param deeds actions by what they are, those that differ first
 * @param messages by day and channel
 * @param heldBack actions held back, by the rule or guarantee that did; caps among them
 * @param neverFired rules that never held, of either rulebook
 * @param affected the first customers for whom it makes a difference
 * @param affectedInAll how many rows the CSV has
 */
public record DryRunReport(
        Subject subject, List<ValueChange> values, List<DeedChange> deeds, List<Daily> messages, List<HeldBack> heldBack,
        Costs costs, List<NeverFired> neverFired, Score score, List<Affected> affected, long affectedInAll) {

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
     */
    public record Subject(
            String live, String candidate, String source, @Nullable Instant from, @Nullable Instant to, long events,
            long customers, long anonymous, long contacts, Both steps, boolean onePopulation) {}

    /**
     * One concept at the end of history.
     *
     * @param values that occur, in the order of the concept
     * @param cells who has which value by the live rulebook and by the candidate; cells of nobody are missing
     */
    public record ValueChange(String concept, List<String> values, List<Cell> cells, long changed) {

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

    /** @param cap whether a rule about limits did, and not a guarantee */
    public record HeldBack(String rule, Said name, boolean cap, Both actions) {}

    /** What the messages cost. */
    public record Costs(String currency, List<Cost> channels, BigDecimal live, BigDecimal candidate) {}

    public record Cost(String channel, BigDecimal each, Both messages, BigDecimal live, BigDecimal candidate) {}

    /**
     * @param live whether the live rulebook has it, and it never held
     * @param candidate the same of the candidate
     */
    public record NeverFired(String rule, String name, String file, int line, boolean live, boolean candidate) {}

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
            Outcome flagged, Outcome others, Flags flags, Map<String, Map<String, Outcome>> byValue) {}

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

    /** All of it in one sentence or two. */
    public String summary(Locale locale) {
        return Summary.of(this).in(locale);
    }
}
