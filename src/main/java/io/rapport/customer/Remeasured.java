package io.rapport.customer;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is measured again when it is too old; while one thread measures, the others take the old one. Its age is told by
 * the process, not by the clock on the wall, which somebody may set.
 */
final class Remeasured<T> {

    private static final Duration YOUNGEST = Duration.ofSeconds(5);

    /** The share of time that measuring may take: one part in so many. */
    private static final int PARTS = 100;

    private final Supplier<T> measure;
    private volatile @Nullable Measured<T> last;

    Remeasured(Supplier<T> measure) {
        this.measure = measure;
    }

    private record Measured<T>(T value, long until) {}

    T get() {
        var known = last;
        return known != null && System.nanoTime() - known.until < 0 ? known.value : measured(known);
    }

    private T measured(@Nullable Measured<T> known) {
        var begin = System.nanoTime();
        if (known != null) {
            last = new Measured<>(known.value, begin + YOUNGEST.toNanos());
        }
        var value = measure.get();
        var end = System.nanoTime();
        last = new Measured<>(value, end + Math.max(YOUNGEST.toNanos(), PARTS * (end - begin)));
        return value;
    }
}
