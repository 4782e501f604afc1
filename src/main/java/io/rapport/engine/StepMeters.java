package io.rapport.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the engine did, for Prometheus. Counts what was committed; the time of a decision is that of the step alone. */
@Component
final class StepMeters {

    private static final Duration[] BOUNDS = Stream.of(20, 50, 100, 200, 500, 1_000, 5_000, 20_000, 100_000)
            .map(micros -> Duration.ofNanos(micros * 1_000L)).toArray(Duration[]::new);

    private final Counter received;
    private final Counter duplicate;
    private final Counter decided;
    private final Timer decision;

    StepMeters(MeterRegistry meters) {
        this.received = Counter.builder("rapport.events.received").description("Events brought by the queue").register(meters);
        this.duplicate = Counter.builder("rapport.events.duplicate").description("Events that were in the log already")
                .register(meters);
        this.decided = Counter.builder("rapport.events.decided").description("Events about known customers, decided")
                .register(meters);
        this.decision = Timer.builder("rapport.decision")
                .description("One event's course through the rules, without the database")
                .serviceLevelObjectives(BOUNDS).register(meters);
    }

    void handled(int events, int fresh) {
        received.increment(events);
        duplicate.increment(events - fresh);
    }

    void decided(long events) {
        decided.increment(events);
    }

    Timer decision() {
        return decision;
    }
}
