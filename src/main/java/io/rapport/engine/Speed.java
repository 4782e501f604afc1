package io.rapport.engine;

import java.time.Clock;

/** Events a second, as a moving average whose weight halves every few seconds. */
final class Speed {

    private static final double SECONDS_TO_FADE = 10;

    private final Clock clock;
    private double faded;
    private long lastMillis;

    Speed(Clock clock) {
        this.clock = clock;
        this.lastMillis = clock.millis();
    }

    synchronized void count(int events) {
        fade();
        faded += events;
    }

    synchronized double perSecond() {
        fade();
        return faded / SECONDS_TO_FADE;
    }

    private void fade() {
        long now = clock.millis();
        faded *= Math.exp(-Math.max(0, now - lastMillis) / 1000.0 / SECONDS_TO_FADE);
        lastMillis = now;
    }
}
