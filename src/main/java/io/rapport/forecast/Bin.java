package io.rapport.forecast;

import java.util.List;
import java.util.TreeSet;

/** One case of a column. */
public sealed interface Bin {

    /** Whether a row's cell is of this case. */
    boolean holds(LabelledTable.Column column, int row);

    /**
     * Numbers.
     *
     * @param from included; negative infinity: no lower bound
     * @param to excluded; infinity: no upper bound
     */
    record Between(double from, double to) implements Bin {

        @Override
        public boolean holds(LabelledTable.Column column, int row) {
            return column.numbers()[row] >= from && column.numbers()[row] < to;
        }
    }

    /** One of these words. */
    record OneOf(List<String> words) implements Bin {

        public OneOf {
            words = List.copyOf(new TreeSet<>(words));
        }

        @Override
        public boolean holds(LabelledTable.Column column, int row) {
            return words.contains(column.words()[row]);
        }
    }

    /** Any other word than these: what is rare, and what cannot be written in a rule file, stands here together. */
    record AnyOther(List<String> words) implements Bin {

        public AnyOther {
            words = List.copyOf(new TreeSet<>(words));
        }

        @Override
        public boolean holds(LabelledTable.Column column, int row) {
            return !column.words()[row].isEmpty() && !words.contains(column.words()[row]);
        }
    }

    /** The cell is empty, or holds a word among numbers. */
    record Unknown() implements Bin {

        @Override
        public boolean holds(LabelledTable.Column column, int row) {
            return column.isNumber() ? Double.isNaN(column.numbers()[row]) : column.words()[row].isEmpty();
        }
    }
}
