package io.rapport.rulebook.reading;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A time in another unit than the one that is counted. */
final class OtherUnit {

    private static final Pattern TIME = Pattern.compile("(\\d{1,4})\\s*(weeks?|months?|years?|周|个月|年)");

    private static final Map<Character, Integer> DAYS = Map.of('w', 7, 'm', 30, 'y', 365, '周', 7, '个', 30, '年', 365);

    private OtherUnit() {}

    /** {@code 21} for three weeks; empty for anything else. */
    static String inDays(String written) {
        var found = TIME.matcher(written.strip().toLowerCase(Locale.ROOT));
        return found.matches()
                ? Integer.toString(Integer.parseInt(found.group(1)) * DAYS.getOrDefault(found.group(2).charAt(0), 1))
                : "";
    }
}
