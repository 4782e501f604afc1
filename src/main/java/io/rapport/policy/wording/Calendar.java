package io.rapport.policy.wording;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Real dates in words; a weekday that does not fit its date is refused. */
public final class Calendar {

    static final String DATE = "\\d{1,2} [A-Z][a-z]+ \\d{4}";
    static final String DATE_ZH = "\\d{4}年\\d{1,2}月\\d{1,2}日";
    static final String MOMENT = "[A-Z][a-z]+day " + DATE + ", \\d{2}:\\d{2}(?::\\d{2})?";
    static final String MOMENT_ZH = DATE_ZH + "星期[一二三四五六日]\\d{2}:\\d{2}(?::\\d{2})?";

    static final String CITY = "[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?";

    private static final Pattern CITIES = Pattern.compile(CITY);

    private static final Map<String, String> CHINESE_CITIES = Map.of(
            "上海", "Shanghai", "伦敦", "London", "纽约", "New York");

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter
            .ofPattern("d MMMM uuuu", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter CHINESE_DATE = DateTimeFormatter
            .ofPattern("uuuu年M月d日", Locale.CHINESE)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ENGLISH_MOMENT = DateTimeFormatter
            .ofPattern("EEEE d MMMM uuuu, HH:mm[:ss]", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter CHINESE_MOMENT = DateTimeFormatter
            .ofPattern("uuuu年M月d日EEEEHH:mm[:ss]", Locale.CHINESE)
            .withResolverStyle(ResolverStyle.STRICT);

    private Calendar() {}

    static LocalDate date(String text) {
        return read(text, each -> LocalDate.parse(each, chinese(each) ? CHINESE_DATE : ENGLISH_DATE));
    }

    public static LocalDateTime moment(String text) {
        return read(text, each -> LocalDateTime.parse(each, chinese(each) ? CHINESE_MOMENT : ENGLISH_MOMENT));
    }

    /** A moment as {@link #moment} reads it; seconds only where there are any. */
    public static String written(ZonedDateTime at, boolean chinese) {
        var format = DateTimeFormatter.ofPattern(
                (chinese ? "uuuu年M月d日EEEEHH:mm" : "EEEE d MMMM uuuu, HH:mm") + (at.getSecond() == 0 ? "" : ":ss"),
                chinese ? Locale.CHINESE : Locale.ENGLISH);
        return at.format(format);
    }

    /** A city that {@link #city} finds this zone by, null when there is none. */
    public static @Nullable String cityOf(ZoneId zone, boolean chinese) {
        var name = zone.getId().equals("Z") ? "UTC" : zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
        var known = CITIES.matcher(name).matches() && ZoneId.getAvailableZoneIds().stream().anyMatch(id -> id.endsWith("/"
                + name.replace(' ', '_'))) ? name : null;
        if (known == null || !city(known).getRules().equals(zone.getRules())) {
            return null;
        }
        return chinese ? CHINESE_CITIES.entrySet().stream().filter(city -> city.getValue().equals(known)).map(Map.Entry::getKey)
                .findFirst().orElse(known) : known;
    }

    /** The time zone named after a city. */
    static ZoneId city(String name) {
        var suffix = "/" + CHINESE_CITIES.getOrDefault(name, name).replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.endsWith(suffix))
                .sorted()
                .findFirst()
                .map(ZoneId::of)
                .orElseThrow(() -> new UnclearStep("No time zone is named after [" + name + "]",
                        "name the largest city of the region, such as Shanghai or London."));
    }

    private static boolean chinese(String text) {
        return text.indexOf('年') > 0;
    }

    private static <T> T read(String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (DateTimeException e) {
            throw new UnclearStep("No such date: [" + text + "]", "the weekday does not fit, or the month has fewer days.");
        }
    }
}
