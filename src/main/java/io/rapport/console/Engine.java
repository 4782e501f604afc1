package io.rapport.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rapport.console.TodayView.ImportView;
import io.rapport.console.TodayView.Waiting;
import io.rapport.engine.Heart;

/** How the engine is doing, as the first page shows it. */
@Component
class Engine {

    private final Heart heart;

    Engine(Heart heart) {
        this.heart = heart;
    }

    Pace pace() {
        var pulse = heart.pulse();
        return new Pace(new Waiting(pulse.waiting(), pulse.parked(), pulse.pausedBecause()), pulse.perSecond());
    }

    @Nullable
    ImportView importing() {
        return null;
    }

    /** @param throughput events a second */
    record Pace(Waiting waiting, double throughput) {}
}
