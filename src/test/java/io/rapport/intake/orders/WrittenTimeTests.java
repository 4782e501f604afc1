package io.rapport.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

import io.rapport.intake.orders.WrittenTime.Ambiguous;
import io.rapport.intake.orders.WrittenTime.DayOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-20 10:14:00 -0500     | 2026-11-20T15:14:00Z
            2026-11-20 10:14:00 +0100     | 2026-11-20T09:14:00Z
            2026-11-20 10:14:00+01:00     | 2026-11-20T09:14:00Z
            2026-11-20 10:14:00 +01       | 2026-11-20T09:14:00Z
            2026-11-20 10:14:00 UTC       | 2026-11-20T10:14:00Z
            2026-11-20 10:14:00 GMT       | 2026-11-20T10:14:00Z
            2026-11-20 10:14:00 GMT+0100  | 2026-11-20T09:14:00Z
            2026-11-20T10:14:00Z          | 2026-11-20T10:14:00Z
            2026-11-20T10:14:00.123Z      | 2026-11-20T10:14:00.123Z
            2026-11-20T10:14Z             | 2026-11-20T10:14:00Z
            2026-11-20 9:14               | 2026-11-20T08:14:00Z
            2026-11-20 9:14:05            | 2026-11-20T08:14:05Z
            2026-1-2                      | 2026-01-01T23:00:00Z
            2026/11/20 5:07 PM            | 2026-11-20T16:07:00Z
            2026/11/20 12:07 am           | 2026-11-19T23:07:00Z
            20.11.2026 09:00              | 2026-11-20T08:00:00Z
            2.1.2026                      | 2026-01-01T23:00:00Z
            2026-11-20                    | 2026-11-19T23:00:00Z
            """)
    void readsATimeAsShopsWriteIt(String written, Instant meant) throws Ambiguous {
        assertThat(WrittenTime.read(written, BERLIN, DayOrder.UNKNOWN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/12/2026", "25/12/2026 10:00", "01-12-2026"})
    void guessesNoMonth(String written) throws Ambiguous {
        assertThatThrownBy(() -> WrittenTime.read(written, BERLIN, DayOrder.UNKNOWN)).isInstanceOf(Ambiguous.class);
        assertThat(WrittenTime.read("01/12/2026 12:00", BERLIN, DayOrder.DAY_FIRST)).isEqualTo("2026-12-01T11:00:00Z");
        assertThat(WrittenTime.read("01/12/2026 12:00", BERLIN, DayOrder.MONTH_FIRST)).isEqualTo("2026-01-12T11:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01", "2026-02-30", "2026-11-20 25:00", "2026-11-20 10:61", "20261120",
            "2026-11-20 13:00 PM", "1-1-1", "2026-11/20", "2026-11-20 10:14 +99"})
    void refusesWhatIsNone(String written) {
        assertThatThrownBy(() -> WrittenTime.read(written, BERLIN, DayOrder.DAY_FIRST)).isInstanceOf(DateTimeException.class);
    }
}
