package io.rapport.rulebook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many lists of words looked up in one pass over a text. Latin words match whole words whatever their case, {@code *} at
 * the end any ending; Chinese words match anywhere. Only the first {@link #READ} characters of a text are read.
 */
public final class WordList {

    /** How much of a text is read for words. */
    static final int READ = 20_000;

    private record Entry(String word, boolean open, int list) {}

    private final Map<Character, Entry[]> byFirst = new HashMap<>();

    private final int lists;

    public WordList(List<List<String>> lists) {
        this.lists = lists.size();
        var entries = new HashMap<Character, java.util.ArrayList<Entry>>();
        for (var list = 0; list < lists.size(); list++) {
            for (var word : lists.get(list)) {
                var normal = normal(word);
                var open = normal.endsWith("*");
                var bare = open ? normal.substring(0, normal.length() - 1) : normal;
                entries.computeIfAbsent(bare.charAt(0), _ -> new java.util.ArrayList<>()).add(new Entry(bare, open, list));
            }
        }
        entries.forEach((first, found) -> byFirst.put(first, found.toArray(Entry[]::new)));
    }

    /** Which lists have a word in this text. */
    public BitSet in(String text) {
        var found = new BitSet(lists);
        var normal = normal(text);
        for (var at = 0; at < normal.length(); at++) {
            var entries = startsWord(normal, at) ? byFirst.get(normal.charAt(at)) : null;
            if (entries != null) {
                collect(normal, at, entries, found);
            }
        }
        return found;
    }

    private static void collect(String text, int at, Entry[] entries, BitSet found) {
        for (var entry : entries) {
            if (!found.get(entry.list()) && text.startsWith(entry.word(), at)
                    && (entry.open() || endsWord(text, at + entry.word().length()))) {
                found.set(entry.list());
            }
        }
    }

    /** The plain way to the same answer, for the interpreter. */
    static boolean mentionsAny(String text, List<String> words) {
        var normal = normal(text);
        return words.stream().anyMatch(word -> mentions(normal, normal(word)));
    }

    private static boolean mentions(String text, String word) {
        var open = word.endsWith("*");
        var bare = open ? word.substring(0, word.length() - 1) : word;
        for (var at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
            if (startsWord(text, at) && (open || endsWord(text, at + bare.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || isBorder(text.charAt(at - 1)) || isBorder(text.charAt(at));
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length() || isBorder(text.charAt(end)) || isBorder(text.charAt(end - 1));
    }

    /** A Chinese character begins and ends a word by itself. */
    private static boolean isBorder(char c) {
        return !Character.isLetterOrDigit(c) || Text.isHan(c);
    }

    /** Lower case, one blank where there were several. */
    public static String normal(String text) {
        var read = text.length() > READ ? text.substring(0, READ) : text;
        var lower = read.toLowerCase(Locale.ROOT);
        var normal = new StringBuilder(lower.length());
        var blank = true;
        for (var i = 0; i < lower.length(); i++) {
            var c = lower.charAt(i) == '’' ? '\'' : lower.charAt(i);
            var isBlank = Character.isWhitespace(c);
            if (!isBlank) {
                normal.append(c);
            } else if (!blank) {
                normal.append(' ');
            }
            blank = isBlank;
        }
        return normal.toString().strip();
    }
}
