package io.rapport.intake.orders;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day and time as shops export it: ISO 8601, with a space for the T, with one digit where there may be two, with or
 * without an offset ({@code -0500}, {@code +01:00}, {@code UTC}), {@code 20.11.2026}, {@code 2026/11/20 5:07 PM}.
 */
final class WrittenTime {

    private static final Pattern TIME = Pattern.compile("(?<day>\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4})"
            + "(?:(?:[Tt]|,?\\s+)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?"
            + "(?:\\s*(?<half>[AaPp])\\.?[Mm]\\.?)?)?"
            + "\\s*(?<zone>[Zz]|UTC|GMT|(?:UTC|GMT)?[+-]\\d{2}(?::?\\d{2})?)?");

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");

    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");

    private WrittenTime() {}

    /** Which of day and month stands first where the year stands last. */
    enum DayOrder {
        DAY_FIRST,
        MONTH_FIRST,
        /** Then only a day with points, {@code 20.11.2026}, is read. */
        UNKNOWN
    }

    /** A day of which nobody can tell which number is the month. */
    static final class Ambiguous extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /**
     * The moment; a day alone is its beginning.
     *
     * @param zone of a time without an offset
     * @throws DateTimeException if it is none
     */
    static Instant read(String written, ZoneId zone, DayOrder order) throws Ambiguous {
        Matcher parts = TIME.matcher(written);
        if (!parts.matches()) {
            throw new DateTimeException("no day and time");
        }
        var local = LocalDateTime.of(day(parts.group("day"), order), time(parts));
        String offset = parts.group("zone");
        return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset(offset));
    }

    private static LocalDate day(String written, DayOrder order) throws Ambiguous {
        Matcher yearFirst = YEAR_FIRST.matcher(written);
        if (yearFirst.matches()) {
            return LocalDate.of(number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4));
        }
        Matcher yearLast = YEAR_LAST.matcher(written);
        if (!yearLast.matches()) {
            throw new DateTimeException("no day");
        }
        if (order == DayOrder.UNKNOWN && !yearLast.group(2).equals(".")) {
            throw new Ambiguous();
        }
        return order == DayOrder.MONTH_FIRST
                ? LocalDate.of(number(yearLast, 4), number(yearLast, 1), number(yearLast, 3))
                : LocalDate.of(number(yearLast, 4), number(yearLast, 3), number(yearLast, 1));
    }

    private static LocalTime time(Matcher parts) {
        if (parts.group("hour") == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(parts.group("hour"));
        String half = parts.group("half");
        if (half != null && (hour < 1 || hour > 12)) {
            throw new DateTimeException("no hour of half a day");
        }
        int second = parts.group("second") == null ? 0 : Integer.parseInt(parts.group("second"));
        String fraction = parts.group("fraction") == null ? "0" : parts.group("fraction");
        int ofTheDay = half == null ? hour : hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        return LocalTime.of(ofTheDay, Integer.parseInt(parts.group("minute")), second,
                Integer.parseInt((fraction + "000000000").substring(0, 9)));
    }

    private static ZoneOffset offset(String written) {
        String sign = written.replaceFirst("^(?:UTC|GMT)", "");
        return sign.isEmpty() || sign.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(sign);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
