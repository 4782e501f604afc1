package io.rapport.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Real dates in words; a weekday that does not fit its date is refused. */
final class Calendar {

    static final String DATE = "\\d{1,2} [A-Z][a-z]+ \\d{4}";
    static final String DATE_ZH = "\\d{4}年\\d{1,2}月\\d{1,2}日";
    static final String MOMENT = "[A-Z][a-z]+day " + DATE + ", \\d{2}:\\d{2}";
    static final String MOMENT_ZH = DATE_ZH + "星期[一二三四五六日]\\d{2}:\\d{2}";

    private static final Map<String, String> CHINESE_CITIES = Map.of(
            "上海", "Shanghai", "伦敦", "London", "纽约", "New York");

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter
            .ofPattern("d MMMM uuuu", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter CHINESE_DATE = DateTimeFormatter
            .ofPattern("uuuu年M月d日", Locale.CHINESE)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ENGLISH_MOMENT = DateTimeFormatter
            .ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter CHINESE_MOMENT = DateTimeFormatter
            .ofPattern("uuuu年M月d日EEEEHH:mm", Locale.CHINESE)
            .withResolverStyle(ResolverStyle.STRICT);

    private Calendar() {}

    static LocalDate date(String text) {
        return read(text, each -> LocalDate.parse(each, chinese(each) ? CHINESE_DATE : ENGLISH_DATE));
    }

    static LocalDateTime moment(String text) {
        return read(text, each -> LocalDateTime.parse(each, chinese(each) ? CHINESE_MOMENT : ENGLISH_MOMENT));
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
