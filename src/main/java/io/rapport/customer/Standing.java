package io.rapport.customer;

import io.rapport.facts.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the latest decision concluded about the customer himself, one {@code concept=value} a line. */
final class Standing {

    static final String NONE = "";

    private static final int LONGEST = 20_000;

    private Standing() {}

    static String of(Decision decision) {
        var lines = new StringBuilder();
        for (var conclusion : decision.conclusions()) {
            if (conclusion.subject().isEmpty()) {
                lines.append(conclusion.concept()).append('=').append(oneLine(conclusion.value())).append('\n');
            }
        }
        return lines.length() <= LONGEST ? lines.toString() : lines.substring(0, lines.lastIndexOf("\n", LONGEST - 1) + 1);
    }

    static Map<String, List<String>> read(String standing) {
        var values = new LinkedHashMap<String, List<String>>();
        standing.lines().forEach(line -> {
            var equals = line.indexOf('=');
            values.computeIfAbsent(line.substring(0, equals), concept -> new ArrayList<>())
                    .add(line.substring(equals + 1));
        });
        return values;
    }

    private static String oneLine(String value) {
        return value.replace('\n', ' ').replace('\r', ' ');
    }
}
