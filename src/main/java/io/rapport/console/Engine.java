package io.rapport.console;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rapport.console.TodayView.ImportView;
import io.rapport.console.TodayView.UntakenView;
import io.rapport.console.TodayView.Waiting;
import io.rapport.console.work.UnfinishedImport;
import io.rapport.engine.Heart;
import io.rapport.engine.HistoryImport;
import io.rapport.engine.Inbox;

/** How the engine is doing, as the first page shows it. */
@Component
class Engine {

    private final Heart heart;

    private final HistoryImport histories;

    private final Inbox inbox;

    private final Clock clock;

    Engine(Heart heart, HistoryImport histories, Inbox inbox, Clock clock) {
        this.heart = heart;
        this.histories = histories;
        this.inbox = inbox;
        this.clock = clock;
    }

    Pace pace() {
        var pulse = heart.pulse();
        return new Pace(new Waiting(pulse.waiting(), pulse.parked(), pulse.pausedBecause()), pulse.perSecond());
    }

    List<UntakenView> untaken() {
        return inbox.untaken().stream()
                .map(file -> new UntakenView(file.path(), file.because().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
    }

    List<UnfinishedImport> unfinishedImports() {
        return UnfinishedImport.all(histories);
    }

    @Nullable
    ImportView importing() {
        var running = histories.running();
        if (running == null) {
            return null;
        }
        var share = running.progress().share();
        return new ImportView(running.name(), Math.floor(share * 1_000) / 10, running.progress().events(), share < 1,
                running.left(clock.instant()));
    }

    /** @param throughput events a second */
    record Pace(Waiting waiting, double throughput) {}
}
