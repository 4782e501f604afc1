package io.rapport.rulebook;

import java.util.List;
import java.util.Locale;

import io.rapport.facts.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Something rules conclude.
 *
 * @param home the stratum that concludes it
 * @param scope what it is concluded about
 * @param values lowest first; empty: a number, or any word
 * @param number whether its value is a number between {@code least} and {@code most}
 * @param multiple whether several values may hold at once
 * @param lasting whether a change is an event of its own, kept in the memory
 * @param total whether every customer must get a value
 * @param readable whether conditions may read it later
 */
public record Concept(
        String id, String english, String chinese, Stratum home, Situation.Scope scope, List<Term.Word> values, boolean number,
        double least, double most, boolean multiple, boolean lasting, boolean total, boolean readable) {

    List<String> words() {
        return values.stream().map(Term.Word::word).toList();
    }

    /** What a reader of the language calls it. */
    public String name(Locale language) {
        return Text.isChinese(language) ? chinese : english;
    }

    /** A value as a reader of the language says it; numbers and words of his own stay as they are. */
    public String word(String value, Locale language) {
        return Text.isChinese(language)
                ? values.stream().filter(word -> word.word().equals(value)).map(Term.Word::chinese).findFirst().orElse(value)
                : value;
    }

    /** The word in code for what an author wrote in either language; null if there is none. */
    @Nullable
    public String word(String written) {
        for (var value : values) {
            if (value.word().equalsIgnoreCase(written) || value.chinese().equals(written)) {
                return value.word();
            }
        }
        return null;
    }
}
