package io.rapport.publishing.dryrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.rapport.customer.Known;
import io.rapport.decision.Context;
import io.rapport.publishing.dryrun.DryRunOrder.State;
import io.rapport.rulebook.RuleFiles;
import io.rapport.rulebook.Rulebook;
import io.rapport.rulebook.RulebookCompiler;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Dry runs in the background, one at a time, and their results, each in a folder of its own. Those that were under way when the
 * engine ended are found again and can go on.
 */
@Component
public final class DryRuns {

    private static final Logger LOG = LoggerFactory.getLogger(DryRuns.class);
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final String ORDER = "order.json";

    private final DryRunSettings settings;
    private final Clock clock;
    private @Nullable Busy busy;

    DryRuns(DryRunSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The run under way. */
    private static final class Busy {
        final String id;
        final Thread thread;
        volatile boolean cancelled;
        volatile boolean ended;
        volatile DryRun.@Nullable Progress progress;

        Busy(String id, Thread thread) {
            this.id = id;
            this.thread = thread;
        }
    }

    /** What a run needs of the engine. */
    public interface Surroundings {

        /** What decisions rest on beside rulebook and population. */
        Context context();

        EventSource history();

        /** Shows every customer as he is remembered now. */
        void everybody(Consumer<Known> visitor);

        /** Told the report of a run that has come to its end. */
        void finished(DryRunReport report);
    }

    /** A run and how far it is; progress only while it is under way. */
    public record Run(DryRunOrder order, DryRun.@Nullable Progress progress) {}

    /**
     * Begins a run.
     *
     * @param name of the candidate
     * @param candidate can be compiled, as somebody made sure
     * @param asIfAgreed whether both play as if every customer had agreed to promotion by every channel
     * @return its id; null while another run is under way
     */
    public synchronized @Nullable String start(
            String name, RuleFiles candidate, boolean asIfAgreed, Surroundings surroundings) {
        if (busy != null) {
            return null;
        }
        var now = clock.instant();
        var order = DryRunOrder.of(ID.format(now), name, now, surroundings.context().rulebook().files(), candidate,
                asIfAgreed);
        create(folder(order.id()));
        forgetOld();
        return begin(order, surroundings);
    }

    /** Goes on with a run that was ended; null when there is none such or another is under way. */
    public synchronized @Nullable String resume(String id, Surroundings surroundings) {
        var run = find(id);
        if (busy != null || run == null || !run.order().isResumable()) {
            return null;
        }
        return begin(run.order().now(State.RUNNING, null, ""), surroundings);
    }

    /** Ends the run, if it is under way; it can go on later. */
    public synchronized boolean cancel(String id) {
        var running = busy;
        if (running == null || !running.id.equals(id)) {
            return false;
        }
        running.cancelled = true;
        return true;
    }

    /** All runs, the newest first. */
    public List<Run> list() {
        var runs = new ArrayList<Run>();
        if (Files.isDirectory(settings.folder())) {
            try (var folders = Files.list(settings.folder())) {
                folders.map(folder -> find(String.valueOf(folder.getFileName()))).filter(java.util.Objects::nonNull)
                        .forEach(runs::add);
            } catch (IOException denied) {
                throw new UncheckedIOException(denied);
            }
        }
        runs.sort(Comparator.comparing((Run run) -> run.order().id()).reversed());
        return runs;
    }

    /** One run, null if there is none of this id. */
    public @Nullable Run find(String id) {
        if (!id.matches("\\d{8}-\\d{6}-\\d{3}")) {
            return null;
        }
        var order = Checkpoints.read(folder(id).resolve(ORDER), DryRunOrder.class);
        if (order == null) {
            return null;
        }
        var running = running(id);
        if (running != null) {
            return new Run(order, running.progress);
        }
        return new Run(order.state() == State.RUNNING ? order.now(State.INTERRUPTED, null, "") : order, null);
    }

    /** The report of a run that is finished, null while it is not. */
    public @Nullable DryRunReport report(String id) {
        return find(id) == null ? null : Checkpoints.report(folder(id));
    }

    /** Everybody affected by the candidate of a finished run, part by part. */
    public Stream<Affected> affected(String id) {
        return report(id) == null ? Stream.empty() : Checkpoints.affected(folder(id));
    }

    private synchronized @Nullable Busy running(String id) {
        return busy != null && busy.id.equals(id) ? busy : null;
    }

    private String begin(DryRunOrder order, Surroundings surroundings) {
        write(order);
        var thread = Thread.ofPlatform().name("dry-run").daemon().unstarted(() -> run(order, surroundings));
        busy = new Busy(order.id(), thread);
        thread.start();
        return order.id();
    }

    private void run(DryRunOrder order, Surroundings surroundings) {
        var running = java.util.Objects.requireNonNull(running(order.id()));
        DryRunOrder end;
        try (var live = compiled(order.liveFiles()); var candidate = compiled(order.candidateFiles())) {
            var report = DryRun.of(surroundings.context().with(live), candidate, settings.ofOneRun(order.asIfAgreed()))
                    .run(surroundings.history(), folder(order.id()), news -> running.progress = news, () -> running.cancelled);
            var atOnce = AtOnce.of(surroundings.context().with(live), candidate, clock.instant(), surroundings::everybody,
                    () -> running.cancelled);
            var whole = report.with(atOnce.report(), atOnce.affected().size());
            new Checkpoints(folder(order.id())).write(whole, atOnce.affected());
            end = order.now(State.FINISHED, clock.instant(), "");
            surroundings.finished(whole);
        } catch (CancellationException cancelled) {
            end = order.now(running.cancelled ? State.CANCELLED : State.INTERRUPTED, clock.instant(), "");
        } catch (RuntimeException | Error failed) {
            if (running.ended) {
                return; // whatever broke, it broke because the engine ends: the next start finds it interrupted
            }
            LOG.error("Dry run {} failed", order.id(), failed);
            end = order.now(State.FAILED, clock.instant(), String.valueOf(failed.getMessage()));
        }
        synchronized (this) {
            write(end);
            busy = null;
        }
    }

    private static Rulebook compiled(RuleFiles files) {
        var reading = new RulebookCompiler().read(files);
        var rulebook = reading.rulebook();
        if (rulebook == null) {
            throw new IllegalStateException("The rules cannot be read by this program any more: "
                    + reading.problems().getFirst().render());
        }
        return rulebook;
    }

    /** The engine ends: the run goes on after the next start, if somebody wants it. */
    @PreDestroy
    void end() throws InterruptedException {
        Busy running;
        synchronized (this) {
            running = busy;
        }
        if (running != null) {
            running.ended = true;
            running.thread.interrupt();
            running.thread.join(5_000);
        }
    }

    private void write(DryRunOrder order) {
        Checkpoints.write(folder(order.id()).resolve(ORDER), order);
    }

    private Path folder(String id) {
        return settings.folder().resolve(id);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
        }
    }

    private void forgetOld() {
        list().stream().skip(settings.kept()).forEach(run -> forget(run.order().id()));
    }

    private void forget(String id) {
        new Checkpoints(folder(id)).remove(_ -> true);
        Consumer<Path> delete = file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException denied) {
                LOG.warn("[{}] of an old dry run stays: {}", file, denied.getMessage());
            }
        };
        delete.accept(folder(id).resolve(ORDER));
        delete.accept(folder(id));
    }
}
