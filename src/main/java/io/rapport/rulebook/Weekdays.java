package io.rapport.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days of the week as people write them: {@code Monday to Friday}, {@code Mondays and Thursdays}, {@code 周末}. */
public final class Weekdays {

    /** The id of the term. */
    public static final String TERM = "weekday";

    /** Monday first. */
    public static final List<Term.Word> WORDS = List.of(new Term.Word("Monday", "星期一"), new Term.Word("Tuesday", "星期二"),
            new Term.Word("Wednesday", "星期三"), new Term.Word("Thursday", "星期四"), new Term.Word("Friday", "星期五"),
            new Term.Word("Saturday", "星期六"), new Term.Word("Sunday", "星期日"));

    private static final List<String> ENGLISH = WORDS.stream().map(Term.Word::word).toList();

    private static final String CHINESE = "一二三四五六日";

    /** A run of fewer is told one by one. */
    private static final int RUN = 3;

    private static final Pattern EACH = Pattern.compile("\\s*(?:,|、|，|;|；|\\||\\bor\\b|\\band\\b|或者?|和|及|与)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SPAN = Pattern.compile(
            "(.+?)\\s*(?:\\bto\\b|\\bthrough\\b|\\bthru\\b|\\buntil\\b|-|–|—|~|至|到)\\s*(.+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN = Pattern.compile("(?:between\\s+)?(\\S+)\\s+and\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern FILLER = Pattern.compile("(?:(?:on|at|every|each|only|a|an|the|from)\\s+|每逢|每个?|逢|从)+",
            Pattern.CASE_INSENSITIVE);

    private Weekdays() {}

    /** The days meant, in the spelling of the code, as they were named; null when a part of it is no such day. */
    public static @Nullable List<String> read(String written) {
        var between = BETWEEN.matcher(written.strip());
        if (written.strip().toLowerCase(Locale.ROOT).startsWith("between") && between.matches()) {
            return span(between.group(1), between.group(2));
        }
        var days = new ArrayList<String>();
        for (var part : EACH.split(written.strip())) {
            var some = part(bare(part));
            if (some == null) {
                return null;
            }
            some.stream().filter(day -> !days.contains(day)).forEach(days::add);
        }
        return days.isEmpty() ? null : days;
    }

    /** The word that looks like one of them and is none; all that was written where no word does. */
    public static String misspelt(String written) {
        for (var word : written.split("[^\\p{L}]+")) {
            if (word.length() > 3 && read(word) == null && Text.nearest(word, ENGLISH) != null) {
                return word;
            }
        }
        return written;
    }

    /** A run of three and more from first to last, in either language; null for any other. */
    static @Nullable String run(List<String> days, boolean chinese) {
        if (days.size() < RUN || !days.equals(span(days.getFirst(), days.getLast()))) {
            return null;
        }
        return named(days.getFirst(), chinese) + (chinese ? "至" : " to ") + named(days.getLast(), chinese);
    }

    private static String named(String day, boolean chinese) {
        return chinese ? WORDS.get(ENGLISH.indexOf(day)).chinese() : day;
    }

    private static @Nullable List<String> part(String part) {
        var lower = part.toLowerCase(Locale.ROOT);
        switch (lower) {
            case "weekday", "weekdays", "workday", "workdays", "working day", "working days", "工作日", "平日" -> {
                return ENGLISH.subList(0, 5);
            }
            case "weekend", "weekends", "周末", "双休日" -> {
                return ENGLISH.subList(5, 7);
            }
            default -> {
                var day = day(lower);
                var span = day == null ? SPAN.matcher(part) : null;
                return day != null ? List.of(day)
                        : span != null && span.matches() ? span(bare(span.group(1)), bare(span.group(2))) : null;
            }
        }
    }

    /** From one to the other, over the weekend where the last comes before the first. */
    private static @Nullable List<String> span(String from, String to) {
        var first = day(from.toLowerCase(Locale.ROOT));
        var last = day(to.toLowerCase(Locale.ROOT));
        if (first == null || last == null) {
            return null;
        }
        var days = new ArrayList<String>();
        for (var at = ENGLISH.indexOf(first);; at = (at + 1) % ENGLISH.size()) {
            days.add(ENGLISH.get(at));
            if (ENGLISH.get(at).equals(last)) {
                return days;
            }
        }
    }

    /** {@code mon}, {@code mondays}, {@code 周一}; of a span only the last is written whole in Chinese: 周一至五. */
    private static @Nullable String day(String lower) {
        for (var day : ENGLISH) {
            var name = day.toLowerCase(Locale.ROOT);
            var bare = lower.replaceFirst("\\.$", "");
            if (bare.equals(name) || bare.equals(name + "s")
                    || bare.length() >= 3 && bare.length() <= 5 && name.startsWith(bare)) {
                return day;
            }
        }
        var number = lower.replaceFirst("^(?:星期|礼拜|周)", "").replace('天', '日').replace('七', '日');
        return number.length() == 1 && CHINESE.contains(number) ? ENGLISH.get(CHINESE.indexOf(number)) : null;
    }

    private static String bare(String written) {
        var filler = FILLER.matcher(written.strip());
        return filler.lookingAt() ? written.strip().substring(filler.end()).strip() : written.strip();
    }
}
