package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.rapport.rulebook.reading.Characters;

/** Small readings of written words: Chinese or not, how near one word is to another. */
public final class Text {

    /** Nobody means a word of the vocabulary with more characters. */
    private static final int LONGEST_COMPARED = 120;

    private Text() {}

    public static boolean isHan(char c) {
        return c >= '\u2e80' && c <= '\u9fff' || c >= '\uf900' && c <= '\ufaff' || c >= '\uff00' && c <= '\uff60'
                || c >= '\u3000' && c <= '\u303f';
    }

    /** A sign of a language that puts no spaces between words, or hangs endings on them: Chinese, Japanese, Korean, Thai. */
    static boolean isUnspaced(char c) {
        return isHan(c) || c >= '\u3040' && c <= '\u30ff' || c >= '\u3130' && c <= '\u318f' || c >= '\uac00' && c <= '\ud7af'
                || c >= '\u0e00' && c <= '\u0e7f';
    }

    static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    /** The blanks that word processors and web pages put between words are blanks. */
    public static String withPlainBlanks(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u3000', ' ');
    }

    /** The first character of a line that nobody would see, or that was no character of the file, as {@code U+200B}; null for none. */
    public static @Nullable String hidden(String line) {
        var at = line.indexOf('\ufffd') >= 0 ? line.indexOf('\ufffd') : Characters.firstHidden(line);
        return at < 0 ? null : String.format("U+%04X", line.codePointAt(at));
    }

    /** Control characters but tab and line breaks: never part of a rule. */
    static boolean isControl(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\u007f' && c <= '\u009f' || c == '\ufeff'
                || c == '\u2028' || c == '\u2029' || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
    }

    /** The word nearest to the one found; null when none is near enough to be meant. */
    public static @Nullable String nearest(String found, Collection<String> words) {
        if (found.length() > LONGEST_COMPARED) {
            return null;
        }
        var lower = found.toLowerCase(Locale.ROOT);
        String best = null;
        var least = Math.max(2, found.length() / 3) + 1;
        for (var word : words) {
            var distance = distance(lower, word.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best;
    }

    /** Levenshtein's distance: how many characters to insert, drop or change. */
    public static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        var now = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            var swap = before;
            before = now;
            now = swap;
        }
        return before[other.length()];
    }

    /** The words of a sentence with their offsets; every Chinese character is a word. */
    public static List<Token> tokens(String sentence) {
        var tokens = new ArrayList<Token>();
        var at = 0;
        while (at < sentence.length()) {
            var c = sentence.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else {
                var end = isHan(c) ? at + 1 : endOfWord(sentence, at);
                tokens.add(new Token(sentence.substring(at, end), at));
                at = end;
            }
        }
        return tokens;
    }

    private static int endOfWord(String sentence, int start) {
        var end = start;
        while (end < sentence.length() && !Character.isWhitespace(sentence.charAt(end)) && !isHan(sentence.charAt(end))) {
            end++;
        }
        return end;
    }

    public record Token(String word, int start) {

        public int end() {
            return start + word.length();
        }
    }
}
