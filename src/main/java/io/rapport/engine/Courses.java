package io.rapport.engine;

import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.rulebook.Rulebook;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Judges kept warm: one is lent to one piece of work at a time and comes back. Those of an older rulebook are closed when they
 * are met again.
 */
@Component
final class Courses implements AutoCloseable {

    private final ConcurrentLinkedDeque<Warm> idle = new ConcurrentLinkedDeque<>();

    private record Warm(Rulebook rulebook, Judge judge, Course course) {}

    /** A judge that failed is not lent again: nobody knows what it still holds. */
    <T> T lend(Rulebook rulebook, Function<Course, T> work) {
        var warm = warm(rulebook);
        T result;
        try {
            result = work.apply(warm.course);
        } catch (RuntimeException | Error failed) {
            warm.judge.close();
            throw failed;
        }
        idle.push(warm);
        return result;
    }

    private Warm warm(Rulebook rulebook) {
        for (var warm = idle.poll(); warm != null; warm = idle.poll()) {
            if (warm.rulebook == rulebook) {
                return warm;
            }
            warm.judge.close();
        }
        var judge = new Judge(rulebook);
        return new Warm(rulebook, judge, new Course(judge));
    }

    @Override
    public void close() {
        for (var warm = idle.poll(); warm != null; warm = idle.poll()) {
            warm.judge.close();
        }
    }
}
