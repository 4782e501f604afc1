package io.rapport.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class SpeedTests {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    private final Speed speed = new Speed(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void averagesOverTheLastMinute() {
        speed.count(300);
        pass(Duration.ofSeconds(30));
        speed.count(300);

        assertThat(speed.perSecond()).isEqualTo(10);
    }

    @Test
    void forgetsWhatIsOlderThanAMinute() {
        speed.count(600);
        pass(Duration.ofSeconds(59));
        assertThat(speed.perSecond()).isEqualTo(10);

        pass(Duration.ofSeconds(1));
        assertThat(speed.perSecond()).isZero();

        speed.count(60);
        pass(Duration.ofDays(3));
        assertThat(speed.perSecond()).isZero();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
