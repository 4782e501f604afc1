package io.rapport.rulebook;

import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days of the year and windows of them in words; for the way back see {@link io.rapport.rulebook.reading.WrittenWindow}. */
public final class DaysOfYear {

    private static final String MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    private static final Pattern MONTH = Pattern.compile("\\b" + MONTHS + "\\b");

    private static final Pattern DAY = Pattern.compile("\\b\\d{1,2} " + MONTHS + "\\b");

    private static final Pattern SPAN = Pattern
            .compile("(?:between )?\\b(\\d{1,2} " + MONTHS + ") (?:to|and) (\\d{1,2} " + MONTHS + ")\\b");

    private DaysOfYear() {}

    /** {@code 24 December}, {@code 12月24日}. */
    public static String words(MonthDay day, boolean chinese) {
        return chinese
                ? day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                : day.getDayOfMonth() + " " + month(day.getMonth());
    }

    /** As the value of a term is shown: of a number such as 1224. */
    static String words(double number, boolean chinese) {
        return Double.isNaN(number) ? "unknown" : words(Check.Window.day(number), chinese);
    }

    /** {@code 12月24日} of {@code 24 December}; anything else as it is. */
    static String inChinese(String english) {
        var at = english.indexOf(' ');
        for (var month : at > 0 ? Month.values() : new Month[0]) {
            if (english.substring(at + 1).equals(month(month))) {
                return month.getValue() + "月" + english.substring(0, at) + "日";
            }
        }
        return english;
    }

    /** A text with its English days of the year and of the week in Chinese. */
    static String translated(String text) {
        var said = SPAN.matcher(text).replaceAll(found -> inChinese(found.group(1)) + "至" + inChinese(found.group(2)));
        said = DAY.matcher(said).replaceAll(found -> inChinese(found.group()));
        said = MONTH.matcher(said).replaceAll(found -> Month.valueOf(found.group().toUpperCase(Locale.ROOT)).getValue() + "月");
        for (var day : Weekdays.WORDS) {
            said = said.replaceAll("\\b" + day.word() + "\\b", day.chinese());
        }
        return said;
    }

    /** As a cell says it: {@code December}, {@code 24 December}, {@code 1 December to 24 December}. */
    public static String cell(Check.Window window, boolean chinese) {
        var not = window.not() ? chinese ? "非" : "not " : "";
        if (isMonth(window)) {
            return not + (chinese ? window.from().getMonthValue() + "月" : month(window.from().getMonth()));
        }
        return not + words(window.from(), chinese)
                + (isDay(window) ? "" : (chinese ? "至" : " to ") + words(window.to(), chinese));
    }

    /** As a sentence says it behind "today is": {@code in December}, {@code between 1 December and 24 December}. */
    public static String said(Check.Window window, boolean chinese) {
        var bare = new Check.Window(window.from(), window.to(), false);
        if (isDay(window)) {
            return (chinese ? "是" : "") + cell(bare, chinese);
        }
        if (isMonth(window)) {
            return (chinese ? "在" : "in ") + cell(bare, chinese);
        }
        return chinese ? "在" + cell(bare, true) + "之间"
                : "between " + words(window.from(), false) + " and " + words(window.to(), false);
    }

    public static String month(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static boolean isDay(Check.Window window) {
        return window.from().equals(window.to());
    }

    private static boolean isMonth(Check.Window window) {
        return window.from().getMonth() == window.to().getMonth() && window.from().getDayOfMonth() == 1
                && window.to().getDayOfMonth() == window.to().getMonth().maxLength();
    }
}
