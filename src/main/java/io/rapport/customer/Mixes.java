package io.rapport.customer;

import io.rapport.facts.Decimal;
import io.rapport.facts.Memory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who bought how much of which product line, kept small: a million customers of four lines each take about 50 MB. What is
 * usual is only known when everybody was counted; then each is compared with it.
 */
final class Mixes {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] line = new int[1024];
    private long[] spend = new long[1024];
    private int[] end = new int[256];
    private int filled;
    private int customers;

    void add(Map<String, Memory.LineMemory> productLines) {
        productLines.forEach((name, bought) -> {
            if (filled == line.length) {
                line = Arrays.copyOf(line, filled * 2);
                spend = Arrays.copyOf(spend, filled * 2);
            }
            line[filled] = numbers.computeIfAbsent(name, this::numbered);
            spend[filled++] = bought.spend().parts();
        });
        if (customers == end.length) {
            end = Arrays.copyOf(end, customers * 2);
        }
        end[customers++] = filled;
    }

    private int numbered(String name) {
        names.add(name);
        return names.size() - 1;
    }

    /** Shows each customer's product lines again; of each only what was spent. */
    void forEach(Consumer<Map<String, Memory.LineMemory>> visitor) {
        for (var customer = 0; customer < customers; customer++) {
            var mix = new HashMap<String, Memory.LineMemory>();
            for (var i = customer == 0 ? 0 : end[customer - 1]; i < end[customer]; i++) {
                mix.put(names.get(line[i]), new Memory.LineMemory(0, new Decimal(spend[i]), Decimal.ZERO, LocalDate.EPOCH));
            }
            visitor.accept(mix);
        }
    }
}
