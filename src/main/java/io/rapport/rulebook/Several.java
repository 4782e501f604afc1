package io.rapport.rulebook;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Several words that hold at once of one term, as one value: a message may be a complaint and about leaving. */
public final class Several {

    /** No author and no customer writes it: text that comes in is cleaned of control characters. */
    private static final String AND = "\u001f";

    private Several() {}

    public static String of(Collection<String> words) {
        return String.join(AND, words);
    }

    /** Whether a value is this word, or holds it among others. */
    public static boolean has(String value, String word) {
        return value.equals(word) || value.contains(AND) && Arrays.asList(value.split(AND)).contains(word);
    }

    /** As people read it. */
    public static String shown(String value) {
        return value.contains(AND) ? value.replace(AND, ", ") : value;
    }

    /** What was shown, each word in the given language. */
    static String shown(Term term, String shown, boolean chinese) {
        return Arrays.stream(shown.split(", ")).map(word -> Wording.value(term, word, chinese))
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }
}
