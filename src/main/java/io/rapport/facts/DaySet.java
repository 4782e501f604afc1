package io.rapport.facts;

import java.util.Arrays;

/**
 * A set of calendar days as bits, one long for each 64 days between the first and the last: which days, without a row for
 * each. The array is shared and never written after construction.
 *
 * @param from epoch day of the first bit, a multiple of 64
 * @param bits the days, lowest bit first; the first and the last word are never 0
 */
public record DaySet(int from, long[] bits) {

    public static final DaySet NONE = new DaySet(0, new long[0]);

    /** No such day: the answer of {@link #before} and {@link #after}. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    public boolean contains(int day) {
        var word = Math.floorDiv(day - from, Long.SIZE);
        return word >= 0 && word < bits.length && (bits[word] >>> (day - from) & 1) != 0;
    }

    /** The same set with one more day, which may lie before the first. */
    public DaySet with(int day) {
        if (contains(day)) {
            return this;
        }
        var start = Math.floorDiv(day, Long.SIZE) * Long.SIZE;
        var newFrom = bits.length == 0 ? start : Math.min(from, start);
        var oldEnd = bits.length == 0 ? newFrom : from + bits.length * Long.SIZE;
        var words = new long[(Math.max(oldEnd, start + Long.SIZE) - newFrom) / Long.SIZE];
        System.arraycopy(bits, 0, words, bits.length == 0 ? 0 : (from - newFrom) / Long.SIZE, bits.length);
        words[(start - newFrom) / Long.SIZE] |= 1L << (day - start);
        return new DaySet(newFrom, words);
    }

    /** The nearest earlier day of the set, or {@link #NO_DAY}. */
    public int before(int day) {
        for (var word = Math.min(Math.floorDiv(day - 1 - from, Long.SIZE), bits.length - 1); word >= 0; word--) {
            var base = from + word * Long.SIZE;
            var within = day - base >= Long.SIZE ? bits[word] : bits[word] & (1L << (day - base)) - 1;
            if (within != 0) {
                return base + Long.SIZE - 1 - Long.numberOfLeadingZeros(within);
            }
        }
        return NO_DAY;
    }

    /** The nearest later day of the set, or {@link #NO_DAY}. */
    public int after(int day) {
        for (var word = Math.max(Math.floorDiv(day + 1 - from, Long.SIZE), 0); word < bits.length; word++) {
            var base = from + word * Long.SIZE;
            var within = day + 1 <= base ? bits[word] : bits[word] & -1L << (day + 1 - base);
            if (within != 0) {
                return base + Long.numberOfTrailingZeros(within);
            }
        }
        return NO_DAY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DaySet that && from == that.from && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return 31 * from + Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return "DaySet[" + bits.length + "]";
    }
}
