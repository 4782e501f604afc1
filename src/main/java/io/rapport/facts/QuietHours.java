package io.rapport.facts;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A part of the day in which no message leaves, by the customer's clock.
 *
 * @param from first quiet moment
 * @param to first moment that is not quiet any more; earlier than {@code from} when the night lies between
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** When a message may leave that could leave now: the end of these hours if they are in force, else now. */
    public Instant waitedOut(Instant now) {
        var local = now.atZone(zone);
        var time = local.toLocalTime();
        var pastMidnight = to.isBefore(from);
        var begun = !time.isBefore(from);
        var isQuiet = pastMidnight ? begun || time.isBefore(to) : begun && time.isBefore(to);
        if (!isQuiet) {
            return now;
        }
        var day = pastMidnight && begun ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return end(ZonedDateTime.of(day, to, zone), now);
    }

    /** Where the clock is set back an hour comes twice: its first end counts, unless it is past. */
    private static Instant end(ZonedDateTime end, Instant now) {
        var first = end.withEarlierOffsetAtOverlap().toInstant();
        return first.isAfter(now) ? first : end.withLaterOffsetAtOverlap().toInstant();
    }

    /** {@code 21:00-08:00 Europe/London}, as {@link #of} reads it. */
    @Override
    public String toString() {
        return from + "-" + to + " " + zone;
    }

    /** @throws java.time.DateTimeException if it is not written as {@link #toString} writes it */
    public static QuietHours of(String written) {
        var space = written.indexOf(' ');
        var dash = written.indexOf('-');
        return new QuietHours(LocalTime.parse(written.substring(0, dash)), LocalTime.parse(written.substring(dash + 1, space)),
                ZoneId.of(written.substring(space + 1)));
    }
}
