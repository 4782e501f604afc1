package io.rapport.policy.wording;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A length of time in words, added part by part: days and above as on a calendar, hours and below as on a stop-watch.
 *
 * @param parts the parts in the order written
 */
public record TimeSpan(List<Part> parts) {

    private static final String UNIT = "(?:year|month|week|day|hour|minute)s?";
    private static final String UNIT_ZH = "(?:年|个月|周|天|小时|分钟)";

    static final String ENGLISH = "\\d[\\d,]* " + UNIT + "(?: and \\d+ " + UNIT + ")*";
    static final String CHINESE = "\\d+" + UNIT_ZH + "(?:零?\\d+" + UNIT_ZH + ")*";

    private static final Pattern PART = Pattern.compile("(\\d[\\d,]*) ?([a-z]+?|" + UNIT_ZH + ")(?=s?(?: |$)|零|\\d)s?");

    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("year", ChronoUnit.YEARS), Map.entry("年", ChronoUnit.YEARS),
            Map.entry("month", ChronoUnit.MONTHS), Map.entry("个月", ChronoUnit.MONTHS),
            Map.entry("week", ChronoUnit.WEEKS), Map.entry("周", ChronoUnit.WEEKS),
            Map.entry("day", ChronoUnit.DAYS), Map.entry("天", ChronoUnit.DAYS),
            Map.entry("hour", ChronoUnit.HOURS), Map.entry("小时", ChronoUnit.HOURS),
            Map.entry("minute", ChronoUnit.MINUTES), Map.entry("分钟", ChronoUnit.MINUTES));

    /** So many of one unit. */
    record Part(long howMany, ChronoUnit unit) {}

    static TimeSpan of(String text) {
        var parts = new ArrayList<Part>();
        var matcher = PART.matcher(text);
        while (matcher.find()) {
            var unit = UNITS.get(matcher.group(2));
            if (unit == null) {
                throw new UnclearStep("No such unit of time: [" + matcher.group(2) + "]", "use days, hours or minutes.");
            }
            parts.add(new Part(Long.parseLong(matcher.group(1).replace(",", "")), unit));
        }
        return new TimeSpan(parts);
    }

    public ZonedDateTime after(ZonedDateTime start) {
        var end = start;
        for (var part : parts) {
            end = end.plus(part.howMany(), part.unit());
        }
        return end;
    }

    ZonedDateTime before(ZonedDateTime end) {
        var start = end;
        for (var part : parts) {
            start = start.minus(part.howMany(), part.unit());
        }
        return start;
    }
}
