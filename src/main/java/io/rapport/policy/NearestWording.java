package io.rapport.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;

/** The known wording that shares the most words with an unknown step (for Chinese: characters). */
final class NearestWording {

    private NearestWording() {}

    static String to(String step, Collection<String> wordings) {
        return wordings.stream().max(Comparator.comparingDouble(wording -> likeness(step, wording))).orElse("nothing");
    }

    private static double likeness(String step, String wording) {
        var own = new HashSet<>(Arrays.asList(parts(step)));
        var other = new HashSet<>(Arrays.asList(parts(wording)));
        var all = new HashSet<>(own);
        all.addAll(other);
        own.retainAll(other);
        return all.isEmpty() ? 0 : (double) own.size() / all.size();
    }

    private static String[] parts(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) ? text.split("") : text.split("[^\\p{L}\\p{N}{}-]+");
    }
}
