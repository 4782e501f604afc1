package io.rapport.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.rapport.customer.ImportPositions;
import io.rapport.customer.ImportPositions.Position;
import io.rapport.customer.ImportPositions.Unfinished;
import io.rapport.engine.history.Fingerprint;
import io.rapport.engine.queue.DiskReserve;
import io.rapport.engine.queue.EmbeddedBroker;
import io.rapport.engine.queue.FailurePolicy;
import io.rapport.engine.queue.Patience;
import io.rapport.facts.CustomerEvent;
import io.rapport.intake.EventGate;
import io.rapport.intake.EventJson;
import io.rapport.intake.Malformed;
import io.rapport.intake.OrderFile;
import io.rapport.intake.OrderMapping;
import io.rapport.intake.Quarantine;
import io.rapport.intake.QueueUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads years of order files into the books: the engine's own transaction in big batches, without the queue, under the same
 * event ids. Decides as of each date, plays past reviews in the order of time, counts the population at the end of each month,
 * and acts on nothing. How far it is, is committed with each batch: started again after any end, it goes on from there.
 */
@Component
public final class HistoryImport implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryImport.class);

    /** Where bad lines are filed, so that they can be mended and sent through the door. */
    private static final String ROUTE = "orders-in";

    private static final int BATCH = 1_000;

    private final PastTransaction past;
    private final MonthEnds months;
    private final ImportPositions positions;
    private final OrderMapping mapping;
    private final Quarantine quarantine;
    private final EventGate gate;
    private final EventJson json = new EventJson();
    private final ImportTurn turn;
    private final DiskReserve disk;
    private final FailurePolicy policy;
    private final EngineSettings settings;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Running running;
    private volatile boolean waiting;

    HistoryImport(PastTransaction past, MonthEnds months, ImportPositions positions, OrderMapping mapping,
            Quarantine quarantine, EventGate gate, ImportTurn turn, DiskReserve disk, FailurePolicy policy,
            EngineSettings settings, Clock clock) {
        this.past = past;
        this.months = months;
        this.positions = positions;
        this.mapping = mapping;
        this.quarantine = quarantine;
        this.gate = gate;
        this.turn = turn;
        this.disk = disk;
        this.policy = policy;
        this.settings = settings;
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
     * @param file its fingerprint
     * @param name of the file
     * @param since when this start of it began
     */
    public record Running(String file, String name, Progress progress, Instant since) {

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

    /** Whether the import of this process waits for room on the disk, or for the database; it goes on by itself. */
    public boolean isWaiting() {
        return waiting;
    }

    /**
     * Imports a file of orders, or the rest of it. A file that is in already changes nothing. As long as the disk is nearly full or
     * the database out of reach, it waits.
     *
     * @param file CSV or JSON as the orders door reads it, also as gzip
     * @param watcher told after each batch
     * @return where it ended: {@link Position#finishedAt} is set
     * @throws UncheckedIOException if the file cannot be read
     * @throws ImportUnderWay if another engine imports
     * @throws io.rapport.customer.ImportAbandoned if somebody gave it up meanwhile
     */
    public Position run(Path file, Consumer<Progress> watcher) {
        var position = positions.of(Fingerprint.of(file));
        if (position.finishedAt() != null) {
            return position;
        }
        return turn.during(() -> read(file, position, watcher));
    }

    /** What was begun and is neither in nor given up, here or by another engine. */
    public List<Unfinished> unfinished() {
        return positions.unfinished();
    }

    /** Whether an import runs, here or elsewhere; an unfinished one that does not is dead and is waited for by nobody. */
    public boolean isRunning() {
        return turn.isTaken();
    }

    /**
     * Gives an unfinished import up, also while it runs. What is in stays and is decided about as of now; the same file again
     * goes on where it was.
     *
     * @param who did it, for the log
     * @return false if there is no unfinished one of this fingerprint
     */
    public boolean abandon(String fingerprint, String who) {
        var given = past.abandon(fingerprint);
        if (given) {
            LOG.warn("{} gave up the import [{}]; what is in stays", who, fingerprint);
        }
        return given;
    }

    /** An import that was left half done is nothing to find out by chance. */
    @EventListener(ApplicationReadyEvent.class)
    void sayWhatIsUnfinished() {
        unfinished().forEach(left -> LOG.warn("The import of [{}], begun {}, is not finished: {} events are in, up to {}. "
                + "Maybe import the same file again, or give it up: rapport import --abandon", left.name(), left.since(),
                left.events(), left.reached()));
    }

    /** What waits is left as it is: started again it goes on from there. */
    @Override
    public void destroy() {
        stop.countDown();
    }

    /** Not while there is no room, and again for as long as the database is out of reach: what is in is known by then. */
    private <T> T patiently(Supplier<T> work) {
        var patience = new Patience("The import", settings.longestPause(), stop);
        try {
            while (true) {
                try {
                    disk.check();
                    var done = work.get();
                    patience.passed();
                    return done;
                } catch (RuntimeException trouble) {
                    waiting = trouble instanceof QueueUnavailable || policy.isOutage(trouble);
                    if (!waiting || !patience.pause(trouble)) {
                        throw trouble;
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while an import waited", stopped);
        } finally {
            waiting = false;
        }
    }

    private void patientlyDo(Runnable work) {
        patiently(() -> {
            work.run();
            return true;
        });
    }

    private Position read(Path file, Position position, Consumer<Progress> watcher) {
        var name = String.valueOf(file.getFileName());
        patientlyDo(() -> past.begin(position, name));
        try (var orders = OrderFile.open(file, mapping.current(), position.line())) {
            return new Run(orders, name, position, watcher).all();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("[" + file + "] cannot be read\nMaybe copy it again.", unreadable);
        }
    }

    /** One start of one import. */
    private final class Run {

        private final Instant begun = clock.instant();

        private final OrderFile orders;
        private final String name;
        private final Consumer<Progress> watcher;
        private final double startedAt;
        private final List<CustomerEvent> batch = new ArrayList<>(BATCH);
        private Position position;

        Run(OrderFile orders, String name, Position position, Consumer<Progress> watcher) {
            this.orders = orders;
            this.name = name;
            this.position = position;
            this.watcher = watcher;
            this.startedAt = orders.share();
        }

        Position all() {
            var line = position.line();
            while (orders.hasNext()) {
                var read = orders.next();
                switch (read) {
                    case OrderFile.Event event -> admit(event, line);
                    case OrderFile.Rejected bad -> patiently(() -> quarantine.putRecord(ROUTE, bad));
                }
                line = read.position();
            }
            commit(line);
            var reached = position.reached();
            if (reached != null) {
                patientlyDo(() -> months.end(reached));
            }
            position = patiently(() -> past.finish(position, clock.instant()));
            return position;
        }

        /** No other bounds than those of the doors: what breaks them is filed as there, and the rest goes on. */
        private void admit(OrderFile.Event read, long lineBefore) {
            try {
                take(gate.admitted(read.event()), lineBefore);
            } catch (Malformed refused) {
                patiently(() -> quarantine.put(EmbeddedBroker.EVENTS, refused.reason(), json.write(read.event()),
                        name + ":" + read.position()));
            }
        }

        /** A batch ends where a month ends, so that the population is counted between the two. */
        private void take(CustomerEvent event, long lineBefore) {
            var last = batch.isEmpty() ? position.reached() : latest();
            var monthEnded = last != null && months.ended(last, event.time());
            if (batch.size() == BATCH || monthEnded) {
                commit(lineBefore);
            }
            if (last != null && monthEnded) {
                var before = last;
                patientlyDo(() -> months.close(before, event.time()));
            }
            batch.add(event);
        }

        private void commit(long line) {
            position = patiently(() -> past.take(List.copyOf(batch), position, line));
            batch.clear();
            var progress = new Progress(orders.share(), startedAt, position.events());
            running = new Running(position.file(), name, progress, begun);
            watcher.accept(progress);
        }

        private Instant latest() {
            var latest = batch.stream().map(CustomerEvent::time).max(Instant::compareTo).orElseThrow();
            return position.reached() != null && position.reached().isAfter(latest) ? position.reached() : latest;
        }
    }
}
