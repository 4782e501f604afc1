package io.rapport.engine;

import io.rapport.decision.Course;
import io.rapport.decision.Judge;
import io.rapport.publishing.WentLive;
import io.rapport.rulebook.Rulebook;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Judges kept warm: one is lent to one piece of work at a time and comes back. Those of an older rulebook are closed at once
 * when another one goes live, or when their work is done.
 */
@Component
final class Courses implements AutoCloseable {

    private final ConcurrentLinkedDeque<Warm> idle = new ConcurrentLinkedDeque<>();

    private volatile @Nullable Rulebook live;

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
        closeOlder();
        return result;
    }

    /** Lets go of what was kept warm for the rulebooks before. */
    @EventListener
    void changeOver(WentLive news) {
        live = news.rulebook();
        closeOlder();
    }

    private void closeOlder() {
        var current = live;
        for (var warm : idle) {
            if (current != null && warm.rulebook != current && idle.remove(warm)) {
                warm.judge.close();
            }
        }
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
