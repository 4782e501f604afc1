package io.rapport.forecast;

import java.util.regex.Pattern;

/**
 * What may be written into a rule file. Readers of rule files accept a little more; what is not accepted here is never written,
 * so that a table out of a strange file is still a table.
 */
final class Sayable {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} &'./_-]{0,39}");

    /** Would be read as several words, or as a word of the form. */
    private static final Pattern MISREAD = Pattern.compile("(?i).*\\bor\\b.*|.*或.*|not .*|非.*|one of .*|.*之一"
            + "|any|anything else|任意|其他情况|known|unknown|已知|未知");

    private static final Pattern UNSAID = Pattern.compile("[^\\p{L}\\p{N} ._-]+");

    private Sayable() {}

    /** Whether a trait may be called so. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches() && name.equals(name.strip());
    }

    /** Whether a cell may ask for this word. */
    static boolean isWord(String word) {
        return WORD.matcher(word).matches();
    }

    /** The word in a cell; in quotes where it would be misread. */
    static String inCell(String word) {
        return MISREAD.matcher(word).matches() ? "\"" + word + "\"" : word;
    }

    /** A name from outside, for a sentence that people read. */
    static String inProse(String text) {
        return UNSAID.matcher(text).replaceAll("_");
    }
}
