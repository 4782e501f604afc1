package io.rapport.policy.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTests {

    private static final ZonedDateTime START = ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
            "3 hours and 59 minutes, 2026-03-02T12:59",
            "1 hour, 2026-03-02T10:00",
            "1 day, 2026-03-03T09:00",
            "60 days and 1 minute, 2026-05-01T09:01",
            "2 weeks, 2026-03-16T09:00",
            "3小时59分钟, 2026-03-02T12:59",
            "8小时零1分钟, 2026-03-02T17:01",
            "30天, 2026-04-01T09:00"
    })
    void addsEveryPart(String words, String expected) {
        assertThat(TimeSpan.of(words).after(START).toLocalDateTime()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"3 hours and 59 minutes", "1 day", "30天", "8小时零1分钟"})
    void isRecognisedInASentence(String words) {
        assertThat(words).matches(TimeSpan.ENGLISH + "|" + TimeSpan.CHINESE);
    }

    @Test
    void aDayIsACalendarDayEvenWhenTheClocksChange() {
        var eveOfSummerTime = ZonedDateTime.of(2026, 3, 28, 9, 0, 0, 0, ZoneId.of("Europe/London"));

        var later = TimeSpan.of("1 day").after(eveOfSummerTime);

        assertThat(later.toLocalTime()).hasToString("09:00");
    }
}
