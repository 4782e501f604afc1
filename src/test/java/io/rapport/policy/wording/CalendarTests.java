package io.rapport.policy.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CalendarTests {

    @Test
    void readsAMomentInEnglishAndInChinese() {
        assertThat(Calendar.moment("Monday 2 March 2026, 09:00")).isEqualTo(Calendar.moment("2026年3月2日星期一09:00"));
    }

    @Test
    void refusesAWeekdayThatDoesNotFit() {
        assertThatThrownBy(() -> Calendar.moment("Tuesday 2 March 2026, 09:00"))
                .isInstanceOf(UnclearStep.class)
                .hasMessageContaining("[Tuesday 2 March 2026, 09:00]")
                .hasMessageContaining("Maybe");
    }

    @Test
    void refusesADayThatTheMonthDoesNotHave() {
        assertThatThrownBy(() -> Calendar.date("29 February 2026")).isInstanceOf(UnclearStep.class);
    }

    @Test
    void findsTheTimeZoneOfACity() {
        assertThat(Calendar.city("Shanghai").getId()).isEqualTo("Asia/Shanghai");
        assertThat(Calendar.city("上海").getId()).isEqualTo("Asia/Shanghai");
        assertThat(Calendar.city("New York").getId()).isEqualTo("America/New_York");
    }

    @Test
    void refusesACityThatNoTimeZoneIsNamedAfter() {
        assertThatThrownBy(() -> Calendar.city("Entenhausen")).isInstanceOf(UnclearStep.class)
                .hasMessageContaining("[Entenhausen]");
    }
}
