package io.rapport.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The known wording that shares the most words with an unknown step; for Chinese, pairs of neighbouring characters, because single
 * ones are in everything. Dates, numbers and quoted words count as the places for them.
 */
final class NearestWording {

    /** Less than this share in common, and the wording was not meant. */
    private static final double FAR = 0.2;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"|“[^”]*+”|「[^」]*+」");

    private static final Pattern DATE = Pattern
            .compile("\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{1,2} [A-Z][a-z]+ \\d{4}|\\d{4}-\\d{1,2}-\\d{1,2}");

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*+");

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    private NearestWording() {}

    /** Null when nothing is near. */
    static @Nullable String to(String step, Collection<String> wordings) {
        var parts = parts(step);
        return wordings.stream().filter(wording -> likeness(parts, parts(wording)) >= FAR)
                .max(Comparator.comparingDouble(wording -> likeness(parts, parts(wording)))).orElse(null);
    }

    private static double likeness(Set<String> step, Set<String> wording) {
        var shared = step.stream().filter(wording::contains).count();
        return (double) shared / Math.max(1, step.size() + wording.size() - shared);
    }

    private static Set<String> parts(String text) {
        var plain = QUOTED.matcher(text).replaceAll(" # ");
        plain = DATE.matcher(plain).replaceAll(" # ");
        plain = PLACE.matcher(NUMBER.matcher(plain).replaceAll(" # ")).replaceAll(" # ");
        Set<String> parts = new HashSet<>();
        for (var word : plain.split("[^\\p{L}\\p{N}#'-]+")) {
            if (word.codePoints().anyMatch(Character::isIdeographic) && word.length() > 1) {
                for (var i = 0; i < word.length() - 1; i++) {
                    parts.add(word.substring(i, i + 2));
                }
            } else if (!word.isEmpty() && !word.equals("#")) {
                parts.add(word);
            }
        }
        return parts;
    }
}
