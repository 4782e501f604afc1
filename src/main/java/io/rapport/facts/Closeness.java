package io.rapport.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a customer and we get on, as arithmetic; what it means is decided by rules. All figures are shares from 0 to 1, days are
 * the customer's calendar days, NaN is unknown.
 *
 * <p>Satisfaction as experience against expectation: Oliver, A Cognitive Model of the Antecedents and Consequences of
 * Satisfaction Decisions, Journal of Marketing Research 17 (1980). Perceived value as what is got against what is given:
 * Zeithaml, Journal of Marketing 52 (1988). Trust, commitment and satisfaction as relationship quality: Crosby, Evans and
 * Cowles, Journal of Marketing 54 (1990); Morgan and Hunt, Journal of Marketing 58 (1994).
 */
public final class Closeness {

    /** The trait that tells what somebody spends a year with everybody, and the name of its tally. */
    public static final String TOTAL_SPEND = "total-spend";

    /** Where opinions come from. */
    public static final List<String> OPINIONS = List.of("survey.answered", "review.posted", EventTypes.COMPLAINT_RAISED);

    private static final int YEAR = 365;

    private static final int HALF = 180;

    private static final int MONTH = 30;

    private Closeness() {}

    /** The tally of the answers about something. */
    public static String answerName(String aspect) {
        return "answer." + aspect;
    }

    /** Mean score of the surveys and reviews of the last days; a complaint counts as the worst score. */
    public static double satisfaction(Memory memory, long day, int days) {
        var count = 0;
        var sum = 0.0;
        for (var name : OPINIONS) {
            var tally = memory.tallies().get(name);
            if (tally != null) {
                count += tally.days().countBetween((int) day - days + 1, (int) day);
                sum += name.equals(EventTypes.COMPLAINT_RAISED) ? 0
                        : tally.days().sumBetween((int) day - days + 1, (int) day).toDouble();
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Mean answer about something in the last 365 days. */
    public static double answer(Memory memory, String aspect, long day) {
        return mean(memory, answerName(aspect), day, YEAR);
    }

    private static double mean(Memory memory, String name, long day, int days) {
        var tally = memory.tallies().get(name);
        var count = tally == null ? 0 : tally.days().countBetween((int) day - days + 1, (int) day);
        return tally == null || count == 0 ? Double.NaN
                : tally.days().sumBetween((int) day - days + 1, (int) day).toDouble() / count;
    }

    /** Benefit less the mean of money cost and other cost, -1 to 1. */
    public static double perceivedValue(Memory memory, long day) {
        return answer(memory, "benefit", day) - (answer(memory, "price", day) + answer(memory, "effort", day)) / 2;
    }

    /** In which share of the last months of 30 days there was a purchase. */
    public static double commitment(Memory memory, long day, int months) {
        var purchases = memory.purchases();
        if (purchases == null) {
            return Double.NaN;
        }
        var bought = 0;
        for (var month = 0; month < months; month++) {
            var to = (int) day - month * MONTH;
            bought += purchases.calendar().before(to + 1) > to - MONTH ? 1 : 0;
        }
        return (double) bought / months;
    }

    /** Of which share of the product lines sold a customer buys. */
    public static double dependence(Memory memory, Snapshot snapshot) {
        var sold = snapshot.productLines().size();
        var owned = 0;
        for (var line : memory.productLines().keySet()) {
            owned += snapshot.productLines().containsKey(line) ? 1 : 0;
        }
        return sold == 0 ? Double.NaN : (double) owned / sold;
    }

    /** Spent with us in 365 days, of what the customer spends with everybody. */
    public static double shareOfWallet(Memory memory, long day) {
        var orders = memory.tallies().get(EventTypes.ORDER_PLACED);
        var total = mean(memory, TOTAL_SPEND, day, YEAR);
        return total > 0 ? (orders == null ? 0 : orders.days().sumBetween((int) day - YEAR + 1, (int) day).toDouble()) / total
                : Double.NaN;
    }

    /** Commitment and satisfaction of the last half year against the half year before, a quarter of the quality each. */
    public static double qualityChange(Memory memory, long day) {
        return (commitment(memory, day, 6) - commitment(memory, day - HALF, 6)
                + satisfaction(memory, day, HALF) - satisfaction(memory, day - HALF, HALF)) / 4;
    }

    /**
     * The mean of what was told, or the sum of what was bought, in the last days, against as many days before; NaN unless
     * there is something before.
     */
    public static double trend(Memory memory, String name, long day, int days) {
        if (name.equals(TOTAL_SPEND)) {
            return mean(memory, name, day, days) / mean(memory, name, day - days, days);
        }
        var tally = memory.tallies().get(name);
        var before = tally == null ? 0 : tally.days().sumBetween((int) day - 2 * days + 1, (int) day - days).toDouble();
        return tally == null || before <= 0 ? Double.NaN
                : tally.days().sumBetween((int) day - days + 1, (int) day).toDouble() / before;
    }

    /** The next day on which a purchase day of the last year passes into an earlier month of 30 days; null if none does. */
    public static @Nullable LocalDate nextMonth(Purchases purchases, LocalDate today) {
        var now = (int) today.toEpochDay();
        var next = Integer.MAX_VALUE;
        for (var day = purchases.calendar().before(now + 1); day != DaySet.NO_DAY && now - day < YEAR
                + MONTH; day = purchases.calendar().before(day)) {
            next = Math.min(next, now + MONTH - (now - day) % MONTH);
        }
        return next == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(next);
    }
}
