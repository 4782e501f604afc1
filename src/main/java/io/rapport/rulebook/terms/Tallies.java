package io.rapport.rulebook.terms;

import java.time.LocalDate;
import java.util.List;

import io.rapport.facts.EventTypes;
import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/** Counts and sums over the day buckets of a customer's memory. */
final class Tallies {

    private static final double PERCENT = 100;

    private Tallies() {}

    /** Events on the last {@code days} days up to and with {@code day}. */
    static double count(Situation situation, String name, long day, double days) {
        var tally = situation.memory().tallies().get(name);
        return tally == null ? 0 : tally.days().countBetween((int) (day - (long) days + 1), (int) day);
    }

    /** Amount of the last {@code days} days up to and with {@code day}. */
    static double sum(Situation situation, String name, long day, double days) {
        var tally = situation.memory().tallies().get(name);
        return tally == null ? 0 : tally.days().sumBetween((int) (day - (long) days + 1), (int) day).toDouble();
    }

    /** When the latest happened, as an occasion. */
    static String last(Situation situation, String name) {
        var tally = situation.memory().tallies().get(name);
        return tally == null ? "" : name + " " + tally.last();
    }

    static double ordersTrend(Situation situation, long day, double days) {
        var before = count(situation, EventTypes.ORDER_PLACED, day - (long) days, days);
        return before == 0 ? Double.NaN : PERCENT * count(situation, EventTypes.ORDER_PLACED, day, days) / before;
    }

    static double orderValueTrend(Situation situation, long day, double days) {
        var name = EventTypes.ORDER_PLACED;
        var orders = count(situation, name, day, days);
        var ordersBefore = count(situation, name, day - (long) days, days);
        var before = sum(situation, name, day - (long) days, days);
        if (orders == 0 || ordersBefore == 0 || before <= 0) {
            return Double.NaN;
        }
        return PERCENT * (sum(situation, name, day, days) / orders) / (before / ordersBefore);
    }

    /** The next day after one on which something counted leaves the last days; null when nothing does. */
    static @Nullable LocalDate nextLeaving(Situation situation, LocalDate day, List<String> names, int... days) {
        var today = day.toEpochDay();
        var next = Long.MAX_VALUE;
        for (var name : names) {
            var tally = situation.memory().tallies().get(name);
            if (tally != null) {
                for (var length : days) {
                    var buckets = tally.days();
                    var first = buckets.firstAt((int) today - length + 1);
                    next = first < buckets.day().length ? Math.min(next, (long) buckets.day()[first] + length) : next;
                }
            }
        }
        return next == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(next);
    }

    /** The next day after one on which an order leaves the last {@code days} days, or as many days before them. */
    static @Nullable LocalDate nextShift(Situation situation, LocalDate day, double days) {
        var tally = situation.memory().tallies().get(EventTypes.ORDER_PLACED);
        if (tally == null) {
            return null;
        }
        var today = day.toEpochDay();
        var length = (long) days;
        var next = Long.MAX_VALUE;
        for (var bucket : tally.days().day()) {
            for (var leaves : new long[] {bucket + length, bucket + 2 * length}) {
                if (leaves > today) {
                    next = Math.min(next, leaves);
                }
            }
        }
        return next == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(next);
    }
}
