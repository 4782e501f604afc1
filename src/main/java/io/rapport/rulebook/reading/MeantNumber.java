package io.rapport.rulebook.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.rapport.rulebook.Numbers;
import org.jspecify.annotations.Nullable;

/** What somebody who knows spreadsheets better than this vocabulary probably meant by a cell that is no number. */
final class MeantNumber {

    private static final String N = "([\\d０-９][\\d０-９.,，']*)";

    private static final Set<String> EVERYBODY = Set.of("else", "otherwise", "others", "all", "everybody", "everyone", "default",
            "rest", "the rest", "*", "n/a", "na", "none", "sonst", "alle", "rest der kunden", "其他", "其余", "所有", "全部", "否则", "无",
            "/");

    private static final List<String> NUMERALS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine", "ten", "eleven", "twelve");

    private static final List<String> TENS = List.of("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
            "eighty", "ninety", "hundred");

    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    private static final Pattern CHINESE = Pattern.compile("(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?");

    private record Habit(Pattern pattern, Function<MatchResult, String> meant) {}

    private static final List<Habit> HABITS = List.of(
            habit("(?:between|from|von|zwischen)? ?" + N + " ?[%％]? ?(?:~|～|and|und|bis|\\.\\.\\.?|…|和|—) ?" + N
                    + " ?[%％]?(?:之间)?",
                    found -> found.group(1) + " to below " + found.group(2)),
            habit("(?:between|from) " + N + " to " + N, found -> found.group(1) + " to below " + found.group(2)),
            habit(">= ?" + N + "[ ,;]*(?:and|&|且|und)?[ ,;]*< ?" + N, found -> found.group(1) + " to below " + found.group(2)),
            habit("> ?" + N + "[ ,;]*(?:and|&|且|und)?[ ,;]*< ?" + N, MeantNumber::between),
            habit(N + " ?\\+", found -> found.group(1) + " and above"),
            habit("(?:ab|over|mehr als|超过|大于) ?" + N, found -> "above " + found.group(1)),
            habit("(?:unter|fewer than|smaller than|小于|少于|不到) ?" + N, found -> "below " + found.group(1)),
            habit("(?:大于等于|不少于|不低于|minimum|min\\.?|mindestens) ?" + N, found -> found.group(1) + " and above"),
            habit("(?:小于等于|maximum|max\\.?|höchstens|bis) ?" + N, found -> "at most " + found.group(1)),
            habit("(?:top|前|about|around|ca\\.?|circa|约|=) ?" + N + " ?[%％]?", found -> found.group(1)),
            habit(N + " ?k", found -> times(found.group(1), 1_000)), habit(N + " ?千", found -> times(found.group(1), 1_000)),
            habit(N + " ?万", found -> times(found.group(1), 10_000)),
            habit("(?:eur|usd|gbp|cny|rmb|[€$£¥￥]) ?" + N, found -> bare(found.group(1))),
            habit(N + " ?(?:eur|usd|gbp|cny|rmb|euros?|dollars?|元|[€$£¥￥])", found -> bare(found.group(1))),
            habit(N + " ?(?:times|x|次|orders|days|天)", found -> found.group(1)),
            habit("(\\d+ ?(?:weeks?|months?|years?|周|个月|年))(| and above| or more|及以上)", MeantNumber::days));

    private MeantNumber() {}

    /** Advice, empty when nobody can tell. */
    static String advice(String written) {
        var bare = written.strip().toLowerCase(Locale.ROOT);
        if (EVERYBODY.contains(bare)) {
            return "An empty cell holds for everybody, any for every known value.";
        }
        if (bare.contains("，")) {
            return "Maybe a comma of another keyboard stands between two cells: write , instead of ，.";
        }
        var numeral = numeral(bare);
        if (numeral >= 0) {
            return "Maybe you meant " + numeral + ".";
        }
        for (var habit : HABITS) {
            var found = habit.pattern().matcher(bare);
            if (found.matches()) {
                var meant = habit.meant().apply(found.toMatchResult());
                return meant.isEmpty() ? "" : "Maybe you meant " + meant + ".";
            }
        }
        return bare.contains(" or ") || bare.contains("或") ? "A cell holds one number or one range: write two rows." : "";
    }

    /** A number in words, -1 for anything else. */
    private static int numeral(String bare) {
        var chinese = CHINESE.matcher(bare);
        if (!bare.isEmpty() && chinese.matches()) {
            var tens = chinese.group(3) == null ? 0 : chinese.group(2) == null ? 1 : digit(chinese.group(2));
            return 100 * digit(chinese.group(1)) + 10 * tens + digit(chinese.group(4));
        }
        var tens = TENS.indexOf(bare.replaceFirst("^(?:a|one) ", ""));
        return tens > 0 ? 10 * tens : NUMERALS.indexOf(bare);
    }

    private static int digit(@Nullable String character) {
        return character == null ? 0 : CHINESE_DIGITS.indexOf(character);
    }

    private static String days(MatchResult found) {
        return OtherUnit.inDays(found.group(1)) + (found.group(2).isEmpty() ? "" : " and above");
    }

    /** From the next whole number on. */
    private static String between(MatchResult found) {
        var from = WrittenNumber.read(found.group(1));
        return from == null ? "" : Numbers.exact(Math.floor(from) + 1) + " to below " + found.group(2);
    }

    private static String times(String number, int thousands) {
        var read = WrittenNumber.read(number);
        return read == null ? "" : Numbers.exact(read * thousands);
    }

    private static String bare(String number) {
        var read = WrittenNumber.read(number);
        return read == null ? "" : Numbers.exact(read);
    }

    private static Habit habit(String pattern, Function<MatchResult, String> meant) {
        return new Habit(Pattern.compile(pattern), meant);
    }
}
