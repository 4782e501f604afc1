package io.rapport.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A figure that is measured again when it is too old; while one thread measures, the others take the old one. */
final class Remeasured<T> {

    private static final Duration YOUNGEST = Duration.ofSeconds(5);

    /** The share of time that measuring may take: one part in so many. */
    private static final int PARTS = 100;

    private final Clock clock;
    private final Supplier<T> measure;
    private volatile @Nullable Measured<T> last;

    Remeasured(Clock clock, Supplier<T> measure) {
        this.clock = clock;
        this.measure = measure;
    }

    private record Measured<T>(T value, Instant until) {}

    T get() {
        var known = last;
        return known != null && clock.instant().isBefore(known.until) ? known.value : measured(known);
    }

    private T measured(@Nullable Measured<T> known) {
        if (known != null) {
            last = new Measured<>(known.value, clock.instant().plus(YOUNGEST));
        }
        var begin = System.nanoTime();
        var value = measure.get();
        var took = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(PARTS);
        last = new Measured<>(value, clock.instant().plus(took.compareTo(YOUNGEST) < 0 ? YOUNGEST : took));
        return value;
    }
}
