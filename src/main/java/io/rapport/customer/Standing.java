package io.rapport.customer;

import io.rapport.facts.Conclusion;
import io.rapport.facts.Decision;
import io.rapport.facts.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the latest decision concluded about the customer himself, one {@code concept=value} a line, and a last line that tells
 * whether anything else was concluded or held back: two decisions with the same standing say the same.
 */
public final class Standing {

    /** The standing of a customer about whom nothing was decided. */
    static final String NONE = "";

    private static final int LONGEST = 19_000;

    private static final String EVERYTHING = "#=";

    private static final Reason UNTOLD = new Reason("", List.of());

    private Standing() {}

    /** The standing after a decision. */
    public static String of(Decision decision) {
        var lines = new StringBuilder();
        var everything = 0L;
        for (var conclusion : decision.conclusions()) {
            everything = mixed(everything, conclusion.concept(), conclusion.subject(), conclusion.value());
            if (conclusion.subject().isEmpty()) {
                lines.append(conclusion.concept()).append('=').append(oneLine(conclusion.value())).append('\n');
            }
        }
        for (var held : decision.heldBack()) {
            everything = mixed(everything, held.action().occasion(), held.action().what(), held.reason().ruleId());
        }
        if (lines.length() > LONGEST) {
            lines.setLength(lines.lastIndexOf("\n", LONGEST - 1) + 1);
        }
        return lines.append(EVERYTHING).append(Long.toHexString(everything)).append('\n').toString();
    }

    private static long mixed(long hash, String... texts) {
        var mixed = hash;
        for (var text : texts) {
            mixed = mixed * 0x5DEECE66DL + text.hashCode() + 11;
        }
        return mixed;
    }

    static Map<String, List<String>> read(String standing) {
        var values = new LinkedHashMap<String, List<String>>();
        standing.lines().filter(line -> !line.startsWith(EVERYTHING)).forEach(line -> {
            var equals = line.indexOf('=');
            values.computeIfAbsent(line.substring(0, equals), concept -> new ArrayList<>())
                    .add(line.substring(equals + 1));
        });
        return values;
    }

    static List<Conclusion> conclusions(String standing) {
        return standing.lines().filter(line -> !line.startsWith(EVERYTHING)).map(line -> {
            var equals = line.indexOf('=');
            return new Conclusion(line.substring(0, equals), "", line.substring(equals + 1), UNTOLD);
        }).toList();
    }

    /** A concluded number; NaN when there is none. */
    static double number(String standing, String concept) {
        var value = value(standing, concept);
        return value == null ? Double.NaN : Double.parseDouble(value);
    }

    /** The first value of a concept; null when there is none. */
    static @Nullable String value(String standing, String concept) {
        var key = concept + "=";
        var at = standing.startsWith(key) ? 0 : standing.indexOf("\n" + key) + 1;
        if (at == 0 && !standing.startsWith(key)) {
            return null;
        }
        var from = at + key.length();
        return standing.substring(from, standing.indexOf('\n', from));
    }

    private static String oneLine(String value) {
        return value.replace('\n', ' ').replace('\r', ' ');
    }
}
