package io.rapport.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is worth, as arithmetic; what it means is decided by rules. Money is in the engine's one currency, days are
 * the customer's calendar days. NaN is unknown, and whatever is computed with it is unknown too.
 *
 * <p>Historical, current and potential value and the cost to serve: Kumar and Reinartz, Customer Relationship Management,
 * chapter on customer value metrics. Index of dissimilarity: Duncan and Duncan, A Methodological Analysis of Segregation
 * Indexes, American Sociological Review 20 (1955). Share of profit up to a customer: the Lorenz curve, read from above.
 */
public final class Worth {

    /** The name of the tally of estimated margins. */
    public static final String MARGIN = "margin";

    private static final int YEAR = 365;

    private static final double PERCENT = 100;

    private static final String[] MESSAGES = {"email.received", "web.form", "chat.message", "sms.received", "letter.received",
            "fax.received", EventTypes.CUSTOMER_CONTACTED};

    private static final String[] CALLS = {"call.received", "call.made"};

    private static final String[] VISITS = {"visit.made"};

    private static final String[] COMPLAINTS = {EventTypes.COMPLAINT_RAISED};

    /** The tallies that current value and cost to serve are computed from. */
    public static final List<String> COUNTED = Stream.of(new String[] {MARGIN}, MESSAGES, CALLS, VISITS, COMPLAINTS)
            .flatMap(Arrays::stream).toList();

    private Worth() {}

    /** What one contact costs: a message, a call, a visit, a complaint. */
    public record Costs(double message, double call, double visit, double complaint) {

        public static final Costs UNKNOWN = new Costs(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** What the present behaviour brings if it does not change: the estimated margin of the last 365 days. */
    public static double currentValue(Memory memory, long day) {
        var margin = memory.tallies().get(MARGIN);
        return margin == null ? 0 : margin.days().sumBetween((int) day - YEAR + 1, (int) day).toDouble();
    }

    /** The estimated margin ever, returns taken off. */
    public static Decimal marginToDate(Memory memory) {
        var margin = memory.tallies().get(MARGIN);
        return margin == null ? Decimal.ZERO : margin.sum();
    }

    /** Margin to date less the cost to serve to date. */
    public static double historicalValue(Memory memory, Costs costs) {
        return marginToDate(memory).toDouble() - costToServe(memory, costs, null);
    }

    /**
     * Contacts in both directions times what one costs.
     *
     * @param until the last of 365 days; null for all that ever happened
     */
    public static double costToServe(Memory memory, Costs costs, @Nullable Long until) {
        return count(memory, MESSAGES, until) * costs.message() + count(memory, CALLS, until) * costs.call()
                + count(memory, VISITS, until) * costs.visit() + count(memory, COMPLAINTS, until) * costs.complaint();
    }

    private static long count(Memory memory, String[] names, @Nullable Long until) {
        var count = 0L;
        for (var name : names) {
            var tally = memory.tallies().get(name);
            if (tally != null) {
                count += until == null ? tally.count()
                        : tally.days().countBetween(until.intValue() - YEAR + 1, until.intValue());
            }
        }
        return count;
    }

    /** Current value times what open product lines, referrals and stage let expect beside it, in percent. */
    public static double potentialValue(double currentValue, double ratePercent) {
        return currentValue * ratePercent / PERCENT;
    }

    /**
     * How much a customer's choice of product lines differs from everybody's: half the sum of the differences of shares of
     * spending, in percent. 0: the same mix; 100: nothing in common. NaN without purchases or population.
     */
    public static double needsDifference(
            Map<String, Memory.LineMemory> own, Map<String, Snapshot.LineFigures> everybody) {
        var ownSum = 0.0;
        for (var line : own.values()) {
            ownSum += Math.max(0, line.spend().toDouble());
        }
        var sum = 0.0;
        for (var line : everybody.values()) {
            sum += Math.max(0, line.spend().toDouble());
        }
        if (ownSum <= 0 || sum <= 0) {
            return Double.NaN;
        }
        // lines he does not buy differ by their whole share, and there all shares add up to 1
        var difference = 1.0;
        for (var line : own.entrySet()) {
            var share = Math.max(0, line.getValue().spend().toDouble()) / ownSum;
            var figures = everybody.get(line.getKey());
            var usual = figures == null ? 0 : Math.max(0, figures.spend().toDouble()) / sum;
            difference += Math.abs(share - usual) - usual;
        }
        return PERCENT * Math.clamp(difference / 2, 0, 1);
    }
}
