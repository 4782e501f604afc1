package io.rapport.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class NearestWord {

    private NearestWord() {}

    /** The nearest of the words, if it is near enough to be worth saying. */
    public static Optional<String> to(String written, Collection<String> words) {
        String wanted = written.strip().toLowerCase(Locale.ROOT);
        if (wanted.length() > 60) {
            return Optional.empty();
        }
        return words.stream()
                .min(Comparator.comparingInt((String word) -> distance(wanted, word)).thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(wanted, word) <= 1 + Math.max(wanted.length(), word.length()) / 3);
    }

    /** " Maybe you meant [word]." or nothing. */
    public static String advice(String written, Collection<String> words) {
        return to(written, words).map(word -> "\nMaybe you meant [" + word + "].").orElse("");
    }

    /** Levenshtein's distance, ignoring case; two letters that changed places are one mistake. */
    private static int distance(String from, String word) {
        String to = word.toLowerCase(Locale.ROOT);
        int[] beforePrevious = new int[to.length() + 1];
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[previous.length - 1];
    }
}
