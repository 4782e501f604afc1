package io.rapport.publishing.dryrun;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.rapport.decision.Context;
import io.rapport.publishing.dryrun.Customer.Players;

/** Threads that play the partitions that are left, each with judges of its own, and write down each one that is finished. */
final class Workers {

    private static final int BETWEEN_NEWS = 100;

    private final Plan plan;
    private final Checkpoints checkpoints;
    private final Context live;
    private final Context candidate;
    private final DryRun.Settings settings;
    private final ConcurrentLinkedQueue<Integer> parts = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    Workers(Plan plan, Checkpoints checkpoints, Context live, Context candidate, DryRun.Settings settings) {
        this.plan = plan;
        this.checkpoints = checkpoints;
        this.live = live;
        this.candidate = candidate;
        this.settings = settings;
    }

    void play(Advance advance) {
        var found = 0L;
        for (var part = 0; part < Spool.PARTITIONS; part++) {
            var result = checkpoints.part(part);
            if (result == null) {
                parts.add(part);
            } else {
                found += result.events();
            }
        }
        advance.found(found, plan.events());
        try (var pool = Executors.newFixedThreadPool(settings.threads(),
                Thread.ofPlatform().name("dry-run-", 0).daemon().factory())) {
            var workers = new ArrayList<Future<?>>();
            for (var worker = 0; worker < settings.threads(); worker++) {
                workers.add(pool.submit(() -> work(advance)));
            }
            try {
                for (var worker : workers) {
                    await(worker, advance);
                }
            } finally {
                stopped = true;
            }
        }
    }

    private void await(Future<?> worker, Advance advance) {
        while (true) {
            try {
                worker.get(BETWEEN_NEWS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException _) {
                advance.check();
                advance.playing(plan.events());
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The dry run was interrupted");
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("The dry run failed: " + failed.getCause(), failed.getCause());
            }
        }
    }

    private void work(Advance advance) {
        try (var one = new Player(live, false); var other = new Player(candidate, true)) {
            var players = new Players(one, other);
            for (var part = parts.poll(); part != null; part = parts.poll()) {
                var pace = new PartPace(advance);
                var result = Partition.play(plan, checkpoints.folder(), part, players, settings, pace);
                checkpoints.write(part, result);
            }
        }
    }

    /** What one thread is at. */
    private final class PartPace implements Partition.Pace {

        private final Advance advance;

        PartPace(Advance advance) {
            this.advance = advance;
        }

        @Override
        public void event() {
            look();
            advance.event();
        }

        @Override
        public void look() {
            if (stopped) {
                throw new CancellationException("The dry run was cancelled");
            }
            advance.check();
        }

        @Override
        public void steps(long howMany) {
            advance.decided(howMany);
        }
    }
}
