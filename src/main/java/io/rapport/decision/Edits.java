package io.rapport.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import io.rapport.facts.DaySet;
import io.rapport.facts.Days;
import io.rapport.facts.Decimal;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.facts.Memory.LineMemory;
import io.rapport.facts.Purchases;
import io.rapport.facts.Tally;

/** Memories as they would be if one thing in the past had been otherwise. Nothing of it is ever stored. */
final class Edits {

    private static final int YEAR = 365;

    private Edits() {}

    /** The earliest day the last purchase may have been on: the day after the one before; null without a purchase. */
    static LocalDate earliestLast(Purchases purchases) {
        var before = purchases.calendar().before((int) purchases.last().toEpochDay());
        return before == DaySet.NO_DAY ? LocalDate.EPOCH : LocalDate.ofEpochDay(before + 1L);
    }

    static Memory lastPurchase(Memory memory, LocalDate today, int daysAgo, double tauDays) {
        var purchases = Objects.requireNonNull(memory.purchases(), "a purchase");
        var day = today.minusDays(daysAgo);
        var days = calendar(purchases);
        days.remove((int) purchases.last().toEpochDay());
        days.add((int) day.toEpochDay());
        var from = (int) purchases.last().toEpochDay();
        var to = (int) day.toEpochDay();
        Map<String, Tally> tallies = new HashMap<>(memory.tallies());
        tallies.computeIfPresent(EventTypes.ORDER_PLACED, (_, tally) -> moved(tally, from, to));
        tallies.computeIfPresent(MemoryFold.MARGIN, (_, tally) -> moved(tally, from, to));
        Map<String, LineMemory> lines = new HashMap<>(memory.productLines());
        lines.replaceAll((_, line) -> line.last().equals(purchases.last())
                ? new LineMemory(line.orders(), line.spend(), line.margin(), day)
                : line);
        return with(memory, tallies, on(days, purchases, tauDays), lines);
    }

    static Memory purchaseDays(Memory memory, int howMany, double tauDays) {
        var purchases = Objects.requireNonNull(memory.purchases(), "a purchase");
        var days = calendar(purchases);
        var first = days.getFirst();
        var span = Math.max(days.getLast() - first, howMany);
        for (var i = 1; days.size() < howMany && i < span; i++) {
            days.add(days.getLast() - (int) ((long) span * i / howMany) % span);
        }
        for (var day = first - 1; days.size() < howMany; day--) {
            days.add(day);
        }
        return with(memory, memory.tallies(), on(days, purchases, tauDays), memory.productLines());
    }

    static Memory currentValue(Memory memory, Instant now, LocalDate today, double value) {
        var epochDay = (int) today.toEpochDay();
        var tally = memory.tallies().get(MemoryFold.MARGIN);
        Map<String, Tally> tallies = new HashMap<>(memory.tallies());
        if (tally == null) {
            tallies.put(MemoryFold.MARGIN, Tally.of(now, epochDay, Decimal.nearest(value)));
        } else {
            var more = Decimal.nearest(value).minus(Decimal.nearest(currentValue(memory, today)));
            var days = tally.days();
            var latest = days.day().length == 0 ? epochDay : Math.min(epochDay, days.day()[days.day().length - 1]);
            var on = latest > epochDay - YEAR ? latest : epochDay;
            tallies.put(MemoryFold.MARGIN, new Tally(tally.count(), tally.sum().plus(more), tally.first(), tally.last(),
                    days.plus(on, 0, more)));
        }
        return with(memory, tallies, memory.purchases(), memory.productLines());
    }

    /** The estimated margin of the last 365 days. */
    static double currentValue(Memory memory, LocalDate today) {
        var tally = memory.tallies().get(MemoryFold.MARGIN);
        var epochDay = (int) today.toEpochDay();
        return tally == null ? 0 : tally.days().sumBetween(epochDay - YEAR + 1, epochDay).toDouble();
    }

    private static TreeSet<Integer> calendar(Purchases purchases) {
        var days = new TreeSet<Integer>();
        var last = (int) purchases.last().toEpochDay();
        for (var day = (int) purchases.first().toEpochDay(); day != DaySet.NO_DAY
                && day <= last; day = purchases.calendar().after(day)) {
            days.add(day);
        }
        return days;
    }

    /** The same purchases on other days: what they brought stays, the figures about days are counted anew. */
    private static Purchases on(TreeSet<Integer> days, Purchases purchases, double tauDays) {
        var last = days.getLast();
        var calendar = DaySet.NONE;
        var gapSquares = 0L;
        var decayed = 0.0;
        List<Integer> inOrder = new ArrayList<>(days);
        for (var i = 0; i < inOrder.size(); i++) {
            calendar = calendar.with(inOrder.get(i));
            var gap = i == 0 ? 0L : inOrder.get(i) - inOrder.get(i - 1);
            gapSquares += gap * gap;
            decayed += Math.exp((inOrder.get(i) - last) / tauDays);
        }
        return new Purchases(days.size(), LocalDate.ofEpochDay(inOrder.getFirst()), LocalDate.ofEpochDay(last), calendar,
                gapSquares, decayed, purchases.decayedSpend() * decayed / purchases.decayedCount(), purchases.spend(),
                purchases.margin());
    }

    private static Tally moved(Tally tally, int from, int to) {
        var count = tally.days().countBetween(from, from);
        var sum = tally.days().sumBetween(from, from);
        if (count == 0) {
            return tally;
        }
        var rest = Days.NONE;
        for (var i = 0; i < tally.days().day().length; i++) {
            if (tally.days().day()[i] != from) {
                rest = rest.plus(tally.days().day()[i], tally.days().count()[i], new Decimal(tally.days().sum()[i]));
            }
        }
        return new Tally(tally.count(), tally.sum(), tally.first(), tally.last(), rest.plus(to, count, sum));
    }

    private static Memory with(
            Memory memory, Map<String, Tally> tallies, @org.jspecify.annotations.Nullable Purchases purchases,
            Map<String, LineMemory> lines) {
        return new Memory(memory.customer(), tallies, purchases, lines, memory.complaints(), memory.deliveries(),
                memory.traits(), memory.traitsAt(), memory.consents(), memory.concluded(), memory.occasions(), memory.latest(),
                memory.traitSources(), memory.links(), memory.invoices(), memory.addresses());
    }
}
