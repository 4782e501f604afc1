package io.rapport.engine.history;

import io.rapport.rulebook.Concept;
import io.rapport.rulebook.Concepts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many customers each value has, as text: all values of every concept about a customer, those that nobody has among them. */
record ValueTable(Map<String, Map<String, Long>> counts, long customers) {

    @Override
    public String toString() {
        var text = new StringBuilder(String.format(Locale.ROOT, "%,d customers%n", customers));
        for (var concept : Concepts.all()) {
            var found = counts.getOrDefault(concept.id(), Map.of());
            if (found.isEmpty() && concept.values().isEmpty() || Concepts.unit(concept.id())) {
                continue;
            }
            text.append(concept.english()).append(System.lineSeparator());
            values(concept, found).forEach(value -> line(text, value, found.getOrDefault(value, 0L)));
            if (!concept.multiple()) {
                line(text, "(none)", customers - found.values().stream().mapToLong(Long::longValue).sum());
            }
        }
        return text.toString();
    }

    private static List<String> values(Concept concept, Map<String, Long> found) {
        var values = new ArrayList<>(Concepts.values(concept.id()));
        found.keySet().stream().filter(value -> !values.contains(value)).sorted().forEach(values::add);
        return values;
    }

    private void line(StringBuilder text, String value, long count) {
        text.append(String.format(Locale.ROOT, "  %-28s %,9d  %5.1f %%%n", value, count,
                customers == 0 ? 0 : 100.0 * count / customers));
    }
}
