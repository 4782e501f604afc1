package io.rapport.rulebook.reading;

import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rapport.rulebook.Check;
import io.rapport.rulebook.DaysOfYear;
import io.rapport.rulebook.Problems;
import io.rapport.rulebook.Problems.Place;
import org.jspecify.annotations.Nullable;

/**
 * Days of the year as people write them, in English and Chinese: {@code between 1 and 24 December}, {@code 20 December to 6 January},
 * {@code in December}, {@code 12月1日至24日}. What says two things is asked about.
 */
public final class WrittenWindow {

    private static final List<String> MONTHS = Arrays.stream(Month.values()).map(DaysOfYear::month).toList();

    private static final List<String> HAN_NUMBERS = List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");

    private static final Pattern BEFORE = Pattern
            .compile("(?:(?:in|on|within|during|from|between|every|each)\\s+|[在是于从]|处于|每年的?)+", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND = Pattern.compile(
            "(?:,?\\s*(?:of the (?:next|following) year|(?:each|every) year|next year)|之间|期间|之内|以内|[里内间])+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NEXT_YEAR = Pattern.compile("(?:次年|第二年|明年|来年)的?");

    private static final Pattern SPAN = Pattern.compile(
            "(.+?)(?:\\s+(?:to|until|till|through|up to)\\s+|\\s*[–—~～至到]\\s*|\\s+-\\s+|(?<=[\\p{L}日号])-(?=\\d)|(?<=\\d)-(?=\\d{1,2}\\.?\\s*(?:\\p{L}|月)))(.+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PAIR = Pattern.compile("(.+?)(?:\\s+(?:and|or|&)\\s+|\\s*[和与或、]\\s*)(.+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:between\\s.*|.*之间\\s*)", Pattern.CASE_INSENSITIVE);

    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?";

    private static final String YEAR = "(?:,?\\s*(?<year>\\d{4}))?";

    private static final String HAN = "\\d{1,2}|[一二三四五六七八九十]{1,3}";

    /** The forms of a day, of a month, and of a day whose month stands at the other end. */
    private static final List<Pattern> FORMS = List.of(form("(?:the\\s+)?" + DAY),
            form("(?:the\\s+)?" + DAY + "[\\s-]*(?:of\\s+)?(?<month>\\p{IsLatin}+)\\.?" + YEAR),
            form("(?<month>\\p{IsLatin}+)\\.?[\\s-]+(?:the\\s+)?" + DAY + YEAR), form("(?<month>\\p{IsLatin}+)\\.?" + YEAR),
            form("(?<day>" + HAN + ")[日号]"),
            form("(?:(?<year>\\d{4})年)?(?<month>" + HAN + ")月份?(?:(?<day>" + HAN + ")[日号]?)?"),
            form("(?<day>\\d{1,2})\\.\\s*(?<month>\\d{1,2})\\.?(?:\\s*(?<year>\\d{2,4}))?"),
            form("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})"));

    private static final Pattern UNCLEAR = form("(\\d{1,2})[-/](\\d{1,2})(?:[-/](\\d{4}|\\d{2}))?");

    private final Problems problems;
    private final Place place;

    WrittenWindow(Problems problems, Place place) {
        this.problems = problems;
        this.place = place;
    }

    /**
     * One end as it was written.
     *
     * @param day 0 for a month alone
     * @param month 0 where it stands at the other end
     */
    private record End(int day, int month) {

        End in(End other) {
            return month == 0 ? new End(day, other.month) : this;
        }
    }

    /** Null after a problem. */
    Check.@Nullable Window read(String written, boolean not) {
        var bare = NEXT_YEAR.matcher(stripped(written)).replaceAll("");
        var pair = PAIR.matcher(bare);
        var isPair = pair.matches();
        var span = isPair ? pair : SPAN.matcher(bare);
        var isSpan = span.matches();
        if (isPair && !BETWEEN.matcher(written).matches()) {
            add("does [" + written.strip() + "] mean these days alone, or those between them too?",
                    "For all of them say: 1 December to 24 December; for single days write a rule each.");
            return null;
        }
        var first = end(isSpan ? stripped(span.group(1)) : bare);
        var last = first == null || !isSpan ? first : end(stripped(span.group(2)));
        if (first == null || last == null) {
            return null;
        }
        var from = day(first.in(last), true);
        var to = from == null ? null : day(last.in(first), false);
        return from == null || to == null ? null : checked(new Check.Window(from, to, not), first, last);
    }

    private static String stripped(String written) {
        var bare = written.strip();
        var before = BEFORE.matcher(bare);
        bare = before.lookingAt() ? bare.substring(before.end()) : bare;
        return BEHIND.matcher(bare).replaceFirst("").strip();
    }

    private Check.@Nullable Window checked(Check.Window window, End first, End last) {
        var from = window.from();
        var to = window.to();
        var rest = new Check.Window(Check.Window.after(to), Check.Window.before(from), false);
        if (from.getMonth() == to.getMonth() && from.isAfter(to)
                && (first.month == 0 || last.month == 0 || first.month == last.month)) {
            add(DaysOfYear.cell(window, false) + " is every day of the year but " + DaysOfYear.cell(rest, false),
                    "Maybe you meant " + DaysOfYear.cell(new Check.Window(to, from, false), false)
                            + ". For the others say: today is not " + DaysOfYear.said(rest, false));
            return null;
        }
        if (rest.from().equals(from) || rest.from().equals(MonthDay.of(2, 29)) && rest.to().equals(rest.from())) {
            add(DaysOfYear.cell(window, false) + " is the whole year", "Leave it out: without it the rule holds on every day.");
            return null;
        }
        return window;
    }

    private @Nullable End end(String written) {
        var unclear = UNCLEAR.matcher(written);
        if (unclear.matches()) {
            return ofNumbers(written, unclear);
        }
        for (var form : FORMS) {
            var found = form.matcher(written);
            if (found.matches()) {
                return end(written, found);
            }
        }
        add("\"day of the year\" needs days such as 1 December to 24 December, 24 December or December, found [" + written + "]",
                "");
        return null;
    }

    private @Nullable End end(String written, Matcher found) {
        if (has(found, "year")) {
            add("days of the year come back each year, found the year [" + found.group("year") + "]",
                    "Leave it out; from when a rule is live its head says: since: 2026-12-01");
            return null;
        }
        var month = has(found, "month") ? month(found.group("month")) : 0;
        if (month < 0) {
            var name = found.group("month");
            add("no month is called [" + name + "]", Problems.maybe(name, MONTHS));
            return null;
        }
        return new End(has(found, "day") ? number(found.group("day")) : 0, month);
    }

    /** Two numbers: where both could be the month, the author is asked. */
    private @Nullable End ofNumbers(String written, Matcher found) {
        var one = Integer.parseInt(found.group(1));
        var other = Integer.parseInt(found.group(2));
        if (one >= 1 && one <= 12 && other >= 1 && other <= 12 && one != other) {
            add("does [" + written + "] mean " + DaysOfYear.words(MonthDay.of(other, one), false) + " or "
                    + DaysOfYear.words(MonthDay.of(one, other), false) + "?", "Write the month as a word.");
            return null;
        }
        if (found.group(3) != null) {
            add("days of the year come back each year, found the year [" + found.group(3) + "]",
                    "Leave it out; from when a rule is live its head says: since: 2026-12-01");
            return null;
        }
        return other > 12 ? new End(other, one) : new End(one, other);
    }

    /** The first or last day that it means; null after a problem. */
    private @Nullable MonthDay day(End end, boolean isFirst) {
        if (end.month == 0) {
            add("of which month is day [" + end.day + "]?", "Say: 1 December to 24 December");
            return null;
        }
        if (end.month > 12) {
            add("there is no month [" + end.month + "]", "A year has 12.");
            return null;
        }
        var month = Month.of(end.month);
        if (end.day == 0) {
            return MonthDay.of(month, isFirst ? 1 : month.maxLength());
        }
        if (end.day > month.maxLength()) {
            add("there is no " + end.day + " " + DaysOfYear.month(month), "Maybe you meant "
                    + DaysOfYear.words(MonthDay.of(month, month.maxLength()), false) + ", the last day of the month.");
            return null;
        }
        return MonthDay.of(month, end.day);
    }

    /** 1 to 12, a larger number as it stands, -1 for a name that none has. */
    private static int month(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        for (var month : MONTHS) {
            if (lower.length() >= 3 && month.toLowerCase(Locale.ROOT).startsWith(lower)
                    || lower.equals("sept") && month.startsWith("Sept")) {
                return MONTHS.indexOf(month) + 1;
            }
        }
        var number = number(written);
        return number > 0 ? number : -1;
    }

    private static int number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        // 十一 to 十九, 二十, 二十四, 三十一
        var tens = written.indexOf('十');
        var ones = written.substring(tens + 1);
        var ten = tens < 0 ? 0 : tens == 0 ? 10 : 10 * HAN_NUMBERS.indexOf(written.substring(0, tens));
        return ones.isEmpty() ? ten : ten + HAN_NUMBERS.indexOf(ones);
    }

    private static boolean has(Matcher found, String group) {
        return found.namedGroups().containsKey(group) && found.group(group) != null;
    }

    private void add(String message, String suggestion) {
        problems.add(place, message, suggestion);
    }

    private static Pattern form(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
