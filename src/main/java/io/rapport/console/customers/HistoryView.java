package io.rapport.console.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import io.rapport.console.customers.CustomerView.Change;
import org.jspecify.annotations.Nullable;

/**
 * How one customer came to be what he is.
 *
 * @param dates the ends of months, the earliest first, and today
 * @param figures one line each, with a point for each date
 * @param values what was concluded at each date, by today's rules
 * @param changes of what was really decided, the newest first
 */
public record HistoryView(
        long customer, String name, List<LocalDate> dates, List<Figure> figures, List<Value> values, List<Change> changes) {

    /** @param points null where it was unknown */
    public record Figure(String id, String name, List<@Nullable Double> points) {

        private static final int WIDTH = 240;

        private static final int HEIGHT = 36;

        /** The line of a picture of 240 by 36: what is unknown leaves it out; empty with fewer than two points. */
        public String line() {
            var known = points.stream().filter(Objects::nonNull).mapToDouble(point -> point).summaryStatistics();
            if (known.getCount() < 2) {
                return "";
            }
            var span = known.getMax() - known.getMin();
            var line = new StringBuilder();
            for (var i = 0; i < points.size(); i++) {
                var point = points.get(i);
                if (point != null) {
                    var height = span == 0 ? HEIGHT / 2.0 : HEIGHT - 2 - (HEIGHT - 4) * (point - known.getMin()) / span;
                    line.append(String.format(Locale.ROOT, "%.1f,%.1f ", (double) WIDTH * i / (points.size() - 1), height));
                }
            }
            return line.toString().strip();
        }

        /** Whether it is known of any date. */
        public boolean known() {
            return points.stream().anyMatch(Objects::nonNull);
        }
    }

    /** @param values a word or number for each date, empty where nothing was concluded */
    public record Value(String concept, List<String> values) {

        /** Whether it changes on the way. */
        public boolean moves() {
            return IntStream.range(1, values.size()).anyMatch(i -> !values.get(i).equals(values.get(i - 1)));
        }
    }
}
