package io.rapport.rulebook.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Dates and times of day as people write them and as spreadsheets change them. */
public final class WrittenDate {

    private static final String MONTHS = "jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez";

    private static final Map<String, Integer> MONTH = Map.ofEntries(Map.entry("jan", 1), Map.entry("feb", 2),
            Map.entry("mar", 3), Map.entry("mär", 3), Map.entry("mrz", 3), Map.entry("apr", 4), Map.entry("may", 5),
            Map.entry("mai", 5), Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9),
            Map.entry("oct", 10), Map.entry("okt", 10), Map.entry("nov", 11), Map.entry("dec", 12), Map.entry("dez", 12));

    private static final List<DateTimeFormatter> CLEAR = List.of(format("uuuu-M-d"), format("uuuu/M/d"), format("uuuu.M.d"),
            format("uuuu年M月d日"), format("d.M.uuuu"), format("d-MMM-uu"), format("d-MMM-uuuu"), format("d MMM uuuu"),
            format("d MMMM uuuu"), format("MMMM d, uuuu"), format("d.M.uu"));

    private static final List<DateTimeFormatter> TIMES = List.of(format("H:mm"), format("H:mm:ss"), format("h:mm a"),
            format("h:mm:ss a"), format("h:mma"), format("ha"), format("h a"), format("H.mm"));

    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})");

    private static final Pattern DAY_AND_MONTH = Pattern.compile(
            "(?<day>\\d{1,2})[-. ]+(?<month>" + MONTHS + ")[a-zäé]*\\.?(?:[- ]\\d{2,4})?|(?<m2>" + MONTHS
                    + ")[a-z]*[- ](?<d2>\\d{1,2})"
                    + "|(?<d3>\\d{1,2})[./](?<m3>\\d{1,2})[./](?:\\d{4}|\\d{2})|(?<m4>\\d{1,2})月(?<d4>\\d{1,2})日",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** @param unclear whether day and month could as well be the other way round */
    record Read(LocalDate date, boolean unclear) {

        /** The other reading of an unclear date. */
        LocalDate otherWay() {
            return LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
        }
    }

    private WrittenDate() {}

    /** The date; null for anything else. */
    static @Nullable Read read(String text, boolean dayFirst) {
        var slashes = SLASHES.matcher(text.strip());
        if (slashes.matches()) {
            return ofSlashes(slashes.toMatchResult(), dayFirst);
        }
        for (var format : CLEAR) {
            try {
                return new Read(LocalDate.parse(text.strip(), format), false);
            } catch (DateTimeException e) {
                // perhaps another form
            }
        }
        return null;
    }

    private static @Nullable Read ofSlashes(MatchResult found, boolean dayFirst) {
        var one = Integer.parseInt(found.group(1));
        var other = Integer.parseInt(found.group(2));
        var year = Integer.parseInt(found.group(3));
        var unclear = one <= 12 && other <= 12 && one != other;
        var isDay = one > 12 || unclear && dayFirst;
        try {
            return new Read(LocalDate.of(year < 100 ? 2000 + year : year, isDay ? other : one, isDay ? one : other), unclear);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The time of day; null for anything else. */
    public static @Nullable LocalTime time(String text) {
        var bare = text.strip().replace('：', ':');
        for (var format : TIMES) {
            try {
                return LocalTime.parse(bare, format);
            } catch (DateTimeException e) {
                // perhaps another form
            }
        }
        return null;
    }

    /** What was probably written before a spreadsheet made a date of it: {@code 1-5} became {@code 5-Jan}; null if it did not. */
    static @Nullable String spanMadeADate(String written) {
        var found = DAY_AND_MONTH.matcher(written.strip());
        if (!found.matches()) {
            return null;
        }
        var day = number(found, "day", "d2", "d3", "d4");
        var month = number(found, "month", "m2", "m3", "m4");
        return Math.min(day, month) + " to " + Math.max(day, month) + ", or " + day + "." + month;
    }

    private static int number(java.util.regex.Matcher found, String... groups) {
        for (var group : groups) {
            var text = found.group(group);
            if (text != null) {
                var month = MONTH.get(text.toLowerCase(Locale.ROOT));
                return month != null ? month : Integer.parseInt(text);
            }
        }
        return 0;
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.SMART);
    }
}
