package io.rapport.rulebook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.regex.Pattern;

/**
 * Many lists of words looked up in one pass over a text. What stands in a list:
 *
 * <ul>
 * <li>{@code refund}: this word or these words, whole; {@code refund*}: with any ending
 * <li>{@code take me ... off}: up to four words may stand between, no punctuation (of languages without spaces eight signs)
 * <li>{@code [stop]}: a line, the subject among them, that says nothing else
 * <li>{@code but not never refund}: what touches these words does not count
 * </ul>
 *
 * Capitals, accents, the dots of the Turkish i, curly apostrophes, wide and narrow forms make no difference. Of languages
 * that do without spaces every sign begins and ends a word. Only the first {@link #READ} characters of a text are read.
 */
public final class WordList {

    /** How much of a text is read for words. */
    static final int READ = 20_000;

    /** What comes before words that take away what they touch. */
    private static final Pattern BUT_NOT = Pattern.compile("(?:but not |但不是)\\s*");

    private static final Pattern GAP = Pattern.compile("\\s*(?:\\.\\.\\.|…)\\s*");

    /** Longest distance across a gap: a word counts two, a sign of a language without spaces one. */
    private static final int WIDEST_GAP = 8;

    private static final String PUNCTUATION = ".,;:!?()。、،؛؟";

    /** Letters that lose nothing but their look when they are written without it. */
    private static final Map<Character, String> PLAIN = Map.of(
            'ı', "i", 'ß', "ss", 'ø', "o", 'ł', "l", 'đ', "d", 'æ', "ae", 'œ', "oe", 'ð', "d");

    private record Part(String word, boolean open) {

        static Part of(String written) {
            return written.endsWith("*")
                    ? new Part(written.substring(0, written.length() - 1), true)
                    : new Part(written, false);
        }

        /** Where it ends if it begins here; -1 if it does not. */
        int end(String text, int at) {
            var end = at + word.length();
            if (!text.startsWith(word, at) || !open && !endsWord(text, end)) {
                return -1;
            }
            while (!endsWord(text, end)) {
                end++;
            }
            return end;
        }

        /** Where it ends if it begins here or a few words later. */
        int endAfterGap(String text, int from) {
            var left = WIDEST_GAP;
            for (var at = from; at < text.length() && PUNCTUATION.indexOf(text.charAt(at)) < 0; at++) {
                if (Character.isLetterOrDigit(text.charAt(at)) && startsWord(text, at)) {
                    var end = end(text, at);
                    left -= Text.isUnspaced(text.charAt(at)) ? 1 : 2;
                    if (end >= 0 || left < 0) {
                        return end;
                    }
                }
            }
            return -1;
        }
    }

    private record Entry(List<Part> parts, int list) {

        int end(String text, int at) {
            var end = parts.getFirst().end(text, at);
            for (var i = 1; i < parts.size() && end >= 0; i++) {
                end = parts.get(i).endAfterGap(text, end);
            }
            return end;
        }
    }

    /** Told of words of a list that stand somewhere. */
    private interface Finder {

        void at(int list, int from, int to);
    }

    /** By the words: explaining a decision asks the same lists again and again. As long as a rulebook holds on to the words. */
    private static final Map<List<String>, WordList> TOGETHER = Collections.synchronizedMap(new WeakHashMap<>());

    /** The same, each word for itself. */
    private static final Map<List<String>, WordList> SINGLE = Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<Character, List<Entry>> wanted = new HashMap<>();
    private final Map<Character, List<Entry>> butNot = new HashMap<>();
    private final Map<String, BitSet> lines = new HashMap<>();
    private final int lists;

    public WordList(List<List<String>> lists) {
        this.lists = lists.size();
        for (var list = 0; list < lists.size(); list++) {
            for (var written : lists.get(list)) {
                if (isLine(written)) {
                    lines.computeIfAbsent(bare(folded(written)), _ -> new BitSet()).set(list);
                } else {
                    var entry = new Entry(
                            GAP.splitAsStream(wanted(written)).map(WordList::folded).map(Part::of).toList(), list);
                    (isButNot(written) ? butNot : wanted)
                            .computeIfAbsent(entry.parts().getFirst().word().charAt(0), _ -> new ArrayList<>()).add(entry);
                }
            }
        }
    }

    /** Which lists have a word in this text. */
    public BitSet in(String text) {
        var found = lines.isEmpty() ? new BitSet(lists) : lines(text);
        var read = folded(text);
        var takenAway = new HashMap<Integer, BitSet>();
        find(read, butNot, found, (list, from, to) -> takenAway.computeIfAbsent(list, _ -> new BitSet()).set(from, to));
        find(read, wanted, found, (list, from, to) -> {
            var taken = takenAway.get(list);
            var next = taken == null ? -1 : taken.nextSetBit(from);
            if (next < 0 || next >= to) {
                found.set(list);
            }
        });
        return found;
    }

    /** Of lists that are not found yet. */
    private static void find(String text, Map<Character, List<Entry>> words, BitSet found, Finder places) {
        for (var at = 0; at < text.length() && !words.isEmpty(); at++) {
            var entries = startsWord(text, at) ? words.getOrDefault(text.charAt(at), List.of()) : List.<Entry>of();
            for (var entry : entries) {
                var end = found.get(entry.list()) ? -1 : entry.end(text, at);
                if (end >= 0) {
                    places.at(entry.list(), at, end);
                }
            }
        }
    }

    private BitSet lines(String text) {
        var found = new BitSet(lists);
        read(text).lines().forEach(line -> {
            var lists = lines.get(bare(folded(line)));
            if (lists != null) {
                found.or(lists);
            }
        });
        return found;
    }

    /** Whether a text holds one of the words. */
    static boolean mentionsAny(String text, List<String> words) {
        return TOGETHER.computeIfAbsent(words, list -> new WordList(List.of(list))).in(text).get(0);
    }

    /** The words of one list that a text holds, as they stand in the list. */
    static List<String> mentioned(String text, List<String> words) {
        return SINGLE.computeIfAbsent(words, WordList::eachAlone).in(text).stream().mapToObj(wantedIn(words)::get).toList();
    }

    private static List<String> wantedIn(List<String> words) {
        return words.stream().filter(word -> !isButNot(word)).toList();
    }

    /** Each word a list of its own, with what is taken away from all of them. */
    private static WordList eachAlone(List<String> words) {
        var butNot = words.stream().filter(WordList::isButNot).toList();
        return new WordList(wantedIn(words).stream().map(word -> {
            var one = new ArrayList<>(butNot);
            one.add(word);
            return (List<String>) one;
        }).toList());
    }

    /** Texts that hold each of the words, those left out that only say what does not count. */
    public static List<String> examples(List<String> words) {
        return words.stream().filter(word -> !isButNot(word)).map(WordList::example).toList();
    }

    private static String example(String word) {
        return GAP.matcher(word.replaceAll("[*\\[\\]]", "")).replaceAll(" ");
    }

    /** As they are written in a file, in either language. */
    public static List<String> shown(List<String> words, boolean chinese) {
        return words.stream().map(word -> isButNot(word) && chinese ? "但不是" + wanted(word) : word).toList();
    }

    /** The words proper of which an author's word consists, without the signs around and between them. */
    public static List<String> proper(String word) {
        var inside = isLine(word) ? word.substring(1, word.length() - 1).strip() : wanted(word);
        return GAP.splitAsStream(inside).map(Part::of).map(Part::word).toList();
    }

    public static boolean isButNot(String word) {
        return BUT_NOT.matcher(word).lookingAt();
    }

    private static boolean isLine(String word) {
        return word.startsWith("[") && word.endsWith("]");
    }

    private static String wanted(String word) {
        return BUT_NOT.matcher(word).replaceFirst("");
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || isBorder(text.charAt(at - 1)) || isBorder(text.charAt(at));
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length() || isBorder(text.charAt(end)) || isBorder(text.charAt(end - 1));
    }

    private static boolean isBorder(char c) {
        return !Character.isLetterOrDigit(c) || Text.isUnspaced(c);
    }

    /** An author's word as it is kept: lower case, one blank where there were several, one way to say "but not". */
    public static String normal(String text) {
        var word = withSingleBlanks(read(text).toLowerCase(Locale.ROOT).replace('’', '\''));
        return isButNot(word) ? "but not " + wanted(word) : word;
    }

    private static String read(String text) {
        return text.length() > READ ? text.substring(0, READ) : text;
    }

    /** What makes no difference to a reader makes none here. */
    private static String folded(String text) {
        var lower = read(text).toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return withSingleBlanks(lower);
        }
        var apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        var plain = new StringBuilder(apart.length());
        for (var i = 0; i < apart.length(); i++) {
            var c = apart.charAt(i);
            switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK -> {
                    if (Text.isUnspaced(c)) {
                        plain.append(c);
                    }
                }
                case Character.FORMAT -> {}
                default -> plain.append("’‘ʼ´".indexOf(c) >= 0 ? "'" : PLAIN.getOrDefault(c, String.valueOf(c)));
            }
        }
        return withSingleBlanks(Normalizer.normalize(plain, Normalizer.Form.NFC));
    }

    private static String withSingleBlanks(String text) {
        var single = new StringBuilder(text.length());
        var blank = true;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var isBlank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!isBlank) {
                single.append(c);
            } else if (!blank) {
                single.append(' ');
            }
            blank = isBlank;
        }
        return single.toString().strip();
    }

    /** Letters and digits only, one blank between words. */
    private static String bare(String text) {
        var letters = new StringBuilder(text.length());
        text.chars().forEach(c -> letters.append(Character.isLetterOrDigit(c) ? (char) c : ' '));
        return withSingleBlanks(letters.toString());
    }
}
