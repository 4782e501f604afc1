package io.rapport.engine.history;

import io.rapport.engine.HistoryImport.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows an import on a terminal: a bar, events, speed and the time left, at most five times a second. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final PrintStream out;
    private final String name;
    private final long begin = System.nanoTime();
    private long shown;
    private long eventsAtStart = -1;

    ProgressBar(PrintStream out, String name) {
        this.out = out;
        this.name = name;
    }

    void show(Progress progress) {
        eventsAtStart = eventsAtStart < 0 ? progress.events() : eventsAtStart;
        var now = System.nanoTime();
        if (now - shown >= BETWEEN.toNanos() || progress.share() >= 1) {
            shown = now;
            out.print("\r" + line(progress, Duration.ofNanos(now - begin)));
            out.flush();
        }
    }

    /** Leaves the bar on its line. */
    void end() {
        out.println();
    }

    private String line(Progress progress, Duration elapsed) {
        var done = (int) Math.round(progress.share() * WIDTH);
        var seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        return String.format(Locale.ROOT, "%s [%s%s] %3.0f %%  %,d events  %,.0f/s  %s  ",
                name, "#".repeat(done), ".".repeat(WIDTH - done), progress.share() * 100, progress.events(),
                (progress.events() - eventsAtStart) / seconds, left(progress, seconds));
    }

    private static String left(Progress progress, double seconds) {
        var share = progress.share() - progress.startedAt();
        if (share <= 0) {
            return "";
        }
        var left = Duration.ofSeconds(Math.round(seconds / share * (1 - progress.share())));
        return String.format(Locale.ROOT, "%d:%02d left", left.toMinutes(), left.toSecondsPart());
    }
}
