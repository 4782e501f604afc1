package io.rapport.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
            // quiet 21:00 to 08:00: the evening before, after midnight, just outside on both sides
            "2026-03-02T21:00:00Z, Europe/London,    2026-03-03T08:00:00Z",
            "2026-03-02T07:59:00Z, Europe/London,    2026-03-02T08:00:00Z",
            "2026-03-02T08:00:00Z, Europe/London,    2026-03-02T08:00:00Z",
            "2026-03-02T20:59:00Z, Europe/London,    2026-03-02T20:59:00Z",
            // the customer's own clock decides
            "2026-03-02T14:00:00Z, Asia/Shanghai,    2026-03-03T00:00:00Z",
            // the night in which London loses an hour, and the one in which it wins one
            "2026-03-28T22:00:00Z, Europe/London,    2026-03-29T07:00:00Z",
            "2026-10-24T21:00:00Z, Europe/London,    2026-10-25T08:00:00Z"})
    void waitsForTheEndOfQuietHoursByTheCustomersClock(Instant now, String zone, Instant end) {
        var quiet = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of(zone));

        assertThat(quiet.waitedOut(now)).isEqualTo(end);
    }

    @Test
    void endsQuietHoursOnceWhereAnHourComesTwice() {
        var untilHalfPastOne = new QuietHours(LocalTime.of(0, 0), LocalTime.of(1, 30), LONDON);
        var inTheSecondHour = Instant.parse("2026-10-25T01:15:00Z");
        var inTheFirstHour = Instant.parse("2026-10-25T00:15:00Z");

        assertThat(untilHalfPastOne.waitedOut(inTheFirstHour)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(untilHalfPastOne.waitedOut(inTheSecondHour)).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void endsQuietHoursAfterTheHourThatDoesNotExist() {
        var untilHalfPastOne = new QuietHours(LocalTime.of(0, 0), LocalTime.of(1, 30), LONDON);
        var springNight = Instant.parse("2026-03-29T00:15:00Z");

        assertThat(untilHalfPastOne.waitedOut(springNight)).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void readsWhatItWrites() {
        var quiet = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 30), ZoneId.of("Asia/Shanghai"));

        assertThat(QuietHours.of(quiet.toString())).isEqualTo(quiet);
    }
}
