package io.rapport.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Times as people read them, in the engine's zone, with the zone shown. */
public final class Times {

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH);

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm z", Locale.CHINESE);

    private final ZoneId zone;

    Times(ZoneId zone) {
        this.zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** For instance {@code 22 Nov 2026, 18:09 GMT}; empty for null. */
    public String at(@Nullable Instant instant) {
        return instant == null ? "" : (chinese() ? CHINESE : ENGLISH).format(instant.atZone(zone));
    }

    /** A day without a time; empty for null. */
    public String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(LocaleContextHolder.getLocale()).format(day);
    }

    /** For instance {@code 1 h 05 min}, {@code 42 s}; {@code 350 ms} below one second. */
    public String lasting(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        return duration.compareTo(Duration.ofHours(1)) < 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + "%02d".formatted(duration.toMinutesPart()) + " min";
    }

    private static boolean chinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh");
    }
}
