package io.rapport.rulebook.reading;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.rapport.rulebook.Text;
import org.jspecify.annotations.Nullable;

/** A time in another unit than the one that is counted. */
final class OtherUnit {

    private static final Pattern TIME = Pattern.compile("(\\d{1,4})\\s*(weeks?|months?|years?|周|个月|年)");

    private static final Map<Character, Integer> DAYS = Map.of('w', 7, 'm', 30, 'y', 365, '周', 7, '个', 30, '年', 365);

    private OtherUnit() {}

    /** The sentence with its weeks, months or years in days; null when it has none. */
    static @Nullable String sentenceInDays(String sentence) {
        var found = TIME.matcher(sentence);
        return found.find()
                ? found.replaceFirst(inDays(found.group()) + (Text.isHan(found.group(2).charAt(0)) ? "天" : " days"))
                : null;
    }

    /** {@code 21} for three weeks; empty for anything else. */
    static String inDays(String written) {
        var found = TIME.matcher(written.strip().toLowerCase(Locale.ROOT));
        return found.matches()
                ? Integer.toString(Integer.parseInt(found.group(1)) * DAYS.getOrDefault(found.group(2).charAt(0), 1))
                : "";
    }
}
