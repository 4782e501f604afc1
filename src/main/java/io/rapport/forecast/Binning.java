package io.rapport.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cuts a column into few cases that differ: starts with many, and joins neighbours as long as that costs almost no likelihood.
 * Neighbours are numbers side by side, or words of nearly the same share. A cut is the roundest number that will do.
 */
final class Binning {

    private static final int FINEST = 40;

    /** Twice the likelihood lost by joining two cases: below this they may as well differ by chance. */
    private static final double CHANCE = 6;

    private static final int MOST = 8;

    private static final double SMALLEST_SHARE = 0.015;

    private static final int SMALLEST = 25;

    /** More words would not fit into a cell of a rule file; the rarest are joined. */
    private static final int MOST_WORDS = 40;

    private final LabelledTable.Column column;
    private final int[] rows;
    private final boolean[] did;
    private final double smallest;

    private Binning(LabelledTable.Column column, int[] rows, boolean[] did) {
        this.column = column;
        this.rows = rows;
        this.did = did;
        this.smallest = Math.max(SMALLEST, SMALLEST_SHARE * rows.length);
    }

    /** One case while it is joined with others; {@code low} and {@code high} only of numbers. */
    private record Part(double low, double high, List<String> words, int yes, int all) {

        Part with(Part other) {
            var joined = new ArrayList<>(words);
            joined.addAll(other.words);
            return new Part(Math.min(low, other.low), Math.max(high, other.high), joined, yes + other.yes, all + other.all);
        }

        double share() {
            return (yes + 0.5) / (all + 1);
        }

        double likelihood() {
            return yes == 0 || yes == all ? 0
                    : yes * Math.log((double) yes / all) + (all - yes) * Math.log(1 - (double) yes / all);
        }
    }

    /** @return at least one case; together they hold every known cell of the rows they were made from */
    static List<Bin> of(LabelledTable.Column column, int[] rows, boolean[] did) {
        var binning = new Binning(column, rows, did);
        var bins = new ArrayList<>(column.isNumber() ? binning.numbers() : binning.words());
        var unknown = new Bin.Unknown();
        if (Arrays.stream(rows).anyMatch(row -> unknown.holds(column, row))) {
            bins.add(unknown);
        }
        return bins;
    }

    private List<Bin> numbers() {
        var known = Arrays.stream(rows).filter(row -> !Double.isNaN(column.numbers()[row])).boxed()
                .sorted(Comparator.comparingDouble(row -> column.numbers()[row])).toList();
        var parts = new ArrayList<Part>();
        var full = Math.max(1, known.size() / FINEST);
        Part open = null;
        for (var row : known) {
            var value = column.numbers()[row];
            var one = new Part(value, value, List.of(), did[row] ? 1 : 0, 1);
            if (open != null && open.all() >= full && value > open.high()) {
                parts.add(open);
                open = null;
            }
            open = open == null ? one : open.with(one);
        }
        if (open != null) {
            parts.add(open);
        }
        join(parts);
        var bins = new ArrayList<Bin>();
        var from = Double.NEGATIVE_INFINITY;
        for (var i = 0; i + 1 < parts.size(); i++) {
            var to = between(parts.get(i).high(), parts.get(i + 1).low());
            bins.add(new Bin.Between(from, to));
            from = to;
        }
        bins.add(new Bin.Between(from, Double.POSITIVE_INFINITY));
        return bins;
    }

    private List<Bin> words() {
        var byWord = new TreeMap<String, Part>();
        for (var row : rows) {
            var word = column.words()[row];
            if (!word.isEmpty()) {
                byWord.merge(word, new Part(0, 0, List.of(word), did[row] ? 1 : 0, 1), (one, other) -> new Part(0, 0, one.words(),
                        one.yes() + other.yes(), one.all() + other.all()));
            }
        }
        var own = ownWords(byWord);
        var parts = new ArrayList<Part>();
        byWord.entrySet().stream().filter(word -> own.contains(word.getKey())).forEach(word -> parts.add(word.getValue()));
        byWord.entrySet().stream().filter(word -> !own.contains(word.getKey())).map(Map.Entry::getValue).reduce(Part::with)
                .ifPresent(parts::add);
        parts.sort(Comparator.comparingDouble(Part::share));
        join(parts);
        return parts.stream().map(part -> bin(part, own)).toList();
    }

    /** Words that stand for themselves: frequent enough, and fit to be written in a rule file. */
    private Set<String> ownWords(Map<String, Part> byWord) {
        var own = new HashSet<String>();
        byWord.entrySet().stream().filter(word -> Sayable.isWord(word.getKey()) && word.getValue().all() >= smallest)
                .sorted(Comparator.comparingInt((Map.Entry<String, Part> word) -> -word.getValue().all()))
                .limit(MOST_WORDS).forEach(word -> own.add(word.getKey()));
        return own;
    }

    /** The case of the other words is told by the words it does not hold. */
    private static Bin bin(Part part, Set<String> own) {
        if (own.containsAll(part.words())) {
            return new Bin.OneOf(part.words());
        }
        var elsewhere = new HashSet<>(own);
        part.words().forEach(elsewhere::remove);
        return new Bin.AnyOther(List.copyOf(elsewhere));
    }

    /** Joins the two neighbours that lose least, again and again. */
    private void join(List<Part> parts) {
        while (parts.size() > 1) {
            var best = -1;
            var least = Double.POSITIVE_INFINITY;
            for (var i = 0; i + 1 < parts.size(); i++) {
                var loss = loss(parts.get(i), parts.get(i + 1));
                if (loss < least) {
                    best = i;
                    least = loss;
                }
            }
            if (least >= CHANCE && parts.size() <= MOST) {
                return;
            }
            parts.set(best, parts.get(best).with(parts.get(best + 1)));
            parts.remove(best + 1);
        }
    }

    /** A case of too few is joined whatever it loses. */
    private double loss(Part one, Part other) {
        var loss = 2 * (one.likelihood() + other.likelihood() - one.with(other).likelihood());
        return one.all() < smallest || other.all() < smallest ? loss * 1e-6 : loss;
    }

    /** The number of fewest digits above the one and not above the other. */
    static double between(double low, double high) {
        for (var unit = Math.pow(10,
                Math.ceil(Math.log10(Math.max(Math.abs(high), Math.abs(low)) + 1e-300))); unit > 1e-9; unit /= 10) {
            for (var step : new double[] {unit, unit / 2, unit / 5}) {
                var cut = Math.ceil(high / step) * step;
                cut = cut > high ? cut - step : cut;
                if (cut > low && cut <= high) {
                    return Math.round(cut * 1e9) / 1e9;
                }
            }
        }
        return high;
    }
}
