package io.rapport.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.rapport.customer.ImportPositions;
import io.rapport.customer.ImportPositions.Position;
import io.rapport.engine.history.Fingerprint;
import io.rapport.facts.CustomerEvent;
import io.rapport.intake.OrderFile;
import io.rapport.intake.OrderMapping;
import io.rapport.intake.Quarantine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads years of order files into the books: the engine's own transaction in big batches, without the queue, under the same
 * event ids. Decides as of each date, plays past reviews in the order of time, counts the population at the end of each month,
 * and acts on nothing. How far it is, is committed with each batch: started again after any end, it goes on from there.
 */
@Component
public final class HistoryImport {

    /** Where bad lines are filed, so that they can be mended and sent through the door. */
    private static final String ROUTE = "orders-in";

    private static final int BATCH = 1_000;

    private final PastTransaction past;
    private final MonthEnds months;
    private final ImportPositions positions;
    private final OrderMapping mapping;
    private final Quarantine quarantine;
    private final Clock clock;
    private volatile @Nullable Running running;

    HistoryImport(PastTransaction past, MonthEnds months, ImportPositions positions, OrderMapping mapping,
            Quarantine quarantine, Clock clock) {
        this.past = past;
        this.months = months;
        this.positions = positions;
        this.mapping = mapping;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /**
     * How far an import is.
     *
     * @param share of the file, 0 to 1
     * @param startedAt share that was done before this start
     * @param events committed since the very beginning
     */
    public record Progress(double share, double startedAt, long events) {}

    /**
     * An import that this process is busy with, or was last.
     *
     * @param file name and fingerprint
     * @param since when this start of it began
     */
    public record Running(String file, Progress progress, Instant since) {

        /** How long the rest takes at the pace so far; null while nobody can tell. */
        public @Nullable Duration left(Instant now) {
            var done = progress.share - progress.startedAt;
            var seconds = Duration.between(since, now).toMillis() / 1000.0 * (1 - progress.share) / done;
            return done > 0 && progress.share < 1 ? Duration.ofSeconds(Math.round(seconds)) : null;
        }
    }

    /** The latest import of this process, null if it began none. */
    public @Nullable Running running() {
        return running;
    }

    /**
     * Imports a file of orders, or the rest of it. A file that is in already changes nothing.
     *
     * @param file CSV or JSON as the orders door reads it, also as gzip
     * @param watcher told after each batch
     * @return where it ended: {@link Position#finishedAt} is set
     * @throws UncheckedIOException if the file cannot be read
     */
    public Position run(Path file, Consumer<Progress> watcher) {
        var position = positions.of(Fingerprint.of(file));
        if (position.finishedAt() != null) {
            return position;
        }
        past.begin(position);
        try (var orders = OrderFile.open(file, mapping.current(), position.line())) {
            return new Run(orders, position, watcher).all();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("[" + file + "] cannot be read\nMaybe copy it again.", unreadable);
        }
    }

    /** One start of one import. */
    private final class Run {

        private final Instant begun = clock.instant();

        private final OrderFile orders;
        private final Consumer<Progress> watcher;
        private final double startedAt;
        private final List<CustomerEvent> batch = new ArrayList<>(BATCH);
        private Position position;

        Run(OrderFile orders, Position position, Consumer<Progress> watcher) {
            this.orders = orders;
            this.position = position;
            this.watcher = watcher;
            this.startedAt = orders.share();
        }

        Position all() {
            var line = position.line();
            while (orders.hasNext()) {
                var read = orders.next();
                switch (read) {
                    case OrderFile.Event event -> take(event.event(), line);
                    case OrderFile.Rejected bad -> quarantine.putRecord(ROUTE, bad);
                }
                line = read.position();
            }
            commit(line);
            if (position.reached() != null) {
                months.end(position.reached());
            }
            position = past.finish(position, clock.instant());
            return position;
        }

        /** A batch ends where a month ends, so that the population is counted between the two. */
        private void take(CustomerEvent event, long lineBefore) {
            var last = batch.isEmpty() ? position.reached() : latest();
            var monthEnded = last != null && months.ended(last, event.time());
            if (batch.size() == BATCH || monthEnded) {
                commit(lineBefore);
            }
            if (last != null && monthEnded) {
                months.close(last, event.time());
            }
            batch.add(event);
        }

        private void commit(long line) {
            position = past.take(List.copyOf(batch), position, line);
            batch.clear();
            var progress = new Progress(orders.share(), startedAt, position.events());
            running = new Running(position.file(), progress, begun);
            watcher.accept(progress);
        }

        private Instant latest() {
            var latest = batch.stream().map(CustomerEvent::time).max(Instant::compareTo).orElseThrow();
            return position.reached() != null && position.reached().isAfter(latest) ? position.reached() : latest;
        }
    }
}
