package io.rapport.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import io.rapport.customer.DecidedBy;
import io.rapport.customer.DecidedCustomers;
import io.rapport.customer.DecidedCustomers.Outdated;
import io.rapport.customer.DecidedCustomers.Progress;
import io.rapport.customer.Snapshots;
import io.rapport.decision.Boundaries;
import io.rapport.decision.Context;
import io.rapport.engine.queue.FailurePolicy;
import io.rapport.engine.queue.Trouble;
import io.rapport.facts.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How a new rule reaches those of whom nothing is heard. After a publication, a rollback or a snapshot it goes through all
 * customers in the order of their numbers: whom another rulebook decided is looked at; whom another snapshot, only if it makes a
 * difference to him, else that is noted. Whoever is decided by both is done, however he came to it: a crash half way loses
 * nothing, and what events decide meanwhile is not decided again.
 *
 * <p>Small transactions, a limited pace and rows that others hold left to them: events keep their pace beside it. Of several
 * engines one is at it.
 */
@Component
public final class Sweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private static final String TURN = "sweep";

    private static final Duration TURN_LASTS = Duration.ofMinutes(1);

    /** Snapshots of which customers were decided, kept for comparing; nearly everybody was decided by the same few. */
    private static final int MOST_SNAPSHOTS = 8;

    /** A thread that sleeps notices in this time that it is to stop: interrupted, it would take the database file with it. */
    private static final long LONGEST_NAP_NANOS = Duration.ofMillis(100).toNanos();

    private final StepTransaction steps;
    private final TransactionTemplate transactions;
    private final DecidedCustomers customers;
    private final Contexts contexts;
    private final Snapshots snapshots;
    private final ImportTurn imports;
    private final Lease lease;
    private final SweepSettings settings;
    private final FailurePolicy policy;
    private final Clock clock;
    private final ExecutorService workers;
    private final AtomicLong nextTurn = new AtomicLong(System.nanoTime());
    private final Map<String, Snapshot> earlier = new ConcurrentHashMap<>();

    /** Who cannot be decided, by what it was tried: nobody else waits for him, and he is tried again with the next one. */
    private final Map<Long, DecidedBy> failed = new ConcurrentHashMap<>();

    /** Who could not be decided for want of something that others held; bounded, or he would keep the sweep at it for ever. */
    private final Map<Long, FailurePolicy.Attempts> busy = new ConcurrentHashMap<>();

    private volatile boolean stopped;

    Sweep(StepTransaction steps, TransactionTemplate transactions, DecidedCustomers customers, Contexts contexts,
            Snapshots snapshots, ImportTurn imports, Lease lease, SweepSettings settings, FailurePolicy policy, Clock clock) {
        this.steps = steps;
        this.transactions = transactions;
        this.customers = customers;
        this.contexts = contexts;
        this.snapshots = snapshots;
        this.imports = imports;
        this.lease = lease;
        this.settings = settings;
        this.policy = policy;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(settings.threads(), Thread.ofPlatform().name("sweep-", 1).daemon().factory());
    }

    /** How far everybody is decided by what decides now, perhaps some seconds old. */
    public Progress progress() {
        return customers.progress(wanted(contexts.now()));
    }

    /** Whom this engine could not decide by what decides now: nobody waits for them, and they are tried again with the next one. */
    public List<Long> stuck() {
        var wanted = wanted(contexts.now());
        return failed.entrySet().stream().filter(each -> each.getValue().equals(wanted)).map(Map.Entry::getKey).sorted().toList();
    }

    /** Whether an import runs: nobody is brought up to date before it has ended. */
    public boolean isHeldUp() {
        return imports.isTaken();
    }

    /** Whether somebody is left to be brought up to date, as far as was counted in the last seconds. */
    boolean isDue() {
        return !isDone() && mayBegin();
    }

    /** Whether everybody is brought up to date who can be, as far as was counted in the last seconds. */
    boolean isDone() {
        return progress().left() <= stuck().size();
    }

    /**
     * Goes through everybody once, unless an import runs, whose customers live in the past until then, or another
     * engine is at it.
     *
     * @return how many were decided
     */
    public synchronized long run() {
        if (!mayBegin() || !lease.take(TURN, TURN_LASTS)) {
            return 0;
        }
        try {
            var decided = pass();
            if (decided > 0) {
                LOG.info("{} customers were decided anew", decided);
            }
            return decided;
        } finally {
            earlier.clear();
            customers.countAnew();
            lease.release(TURN);
        }
    }

    private boolean mayBegin() {
        return !stopped && !imports.isTaken();
    }

    /** Until the end, or something else decides: then the next pass begins with that. */
    private long pass() {
        var context = contexts.now();
        var wanted = wanted(context);
        failed.values().removeIf(by -> !by.equals(wanted));
        var decided = 0L;
        DecidedCustomers.Page page;
        var last = Long.MIN_VALUE;
        do {
            page = customers.outdated(last, wanted);
            last = page.last();
            var some = page.outdated().stream().filter(customer -> !failed.containsKey(customer.id())).toList();
            for (var from = 0; from < some.size(); from += round()) {
                if (!mayBegin() || !lease.take(TURN, TURN_LASTS) || !wanted.equals(wanted(contexts.now()))) {
                    return decided;
                }
                decided += together(some.subList(from, Math.min(from + round(), some.size())), context);
            }
        } while (page.more());
        return decided;
    }

    /** Customers between two looks at whether to go on. */
    private int round() {
        return settings.batch() * settings.threads() * 4;
    }

    private long together(List<Outdated> some, Context context) {
        var running = new ArrayList<Future<Long>>();
        for (var from = 0; from < some.size(); from += settings.batch()) {
            var batch = some.subList(from, Math.min(from + settings.batch(), some.size()));
            running.add(workers.submit(() -> bring(batch, context)));
        }
        return running.stream().mapToLong(Sweep::result).sum();
    }

    private static long result(Future<Long> running) {
        try {
            return running.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while customers were decided anew", stopped);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException trouble ? trouble
                    : new IllegalStateException("Customers could not be decided anew", failure.getCause());
        }
    }

    private long bring(List<Outdated> batch, Context context) throws InterruptedException {
        waitForTurn(batch.size());
        var concerned = new ArrayList<Long>();
        var compared = new HashMap<DecidedBy, List<Long>>();
        for (var customer : batch) {
            var by = customer.decidedBy();
            if (Objects.equals(by.rulebook(), context.rulebook().version()) && by.snapshot() != null) {
                compared.computeIfAbsent(by, _ -> new ArrayList<>()).add(customer.id());
            } else {
                concerned.add(customer.id());
            }
        }
        compared.forEach((by, ids) -> concerned.addAll(crossed(ids, by, context)));
        return decide(concerned, wanted(context));
    }

    /** Whom the newer snapshot makes a difference to; of the others it is noted. */
    private List<Long> crossed(List<Long> ids, DecidedBy by, Context context) {
        var before = context.with(earlier(Objects.requireNonNull(by.snapshot())));
        var now = clock.instant();
        var same = new ArrayList<Long>();
        var crossed = new ArrayList<Long>();
        for (var customer : customers.read(ids)) {
            (Boundaries.crossed(customer.memory(), customer.concluded(), before, context.snapshot(), now) ? crossed : same)
                    .add(customer.id());
        }
        if (!same.isEmpty()) {
            transactions.executeWithoutResult(status -> customers.note(same, by, context.snapshot().id()));
        }
        return crossed;
    }

    private Snapshot earlier(String id) {
        if (earlier.size() >= MOST_SNAPSHOTS && !earlier.containsKey(id)) {
            earlier.clear();
        }
        return earlier.computeIfAbsent(id, snapshots::of);
    }

    /** In one transaction; when it fails, one by one, so that one customer does not hold up the others. */
    private long decide(List<Long> ids, DecidedBy wanted) {
        try {
            return ids.isEmpty() ? 0 : inOne(ids);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError failure) {
            if (policy.isOutage(failure)) {
                throw failure;
            }
            return ids.stream().mapToLong(customer -> alone(customer, wanted)).sum();
        }
    }

    private long alone(long customer, DecidedBy wanted) {
        try {
            var decided = inOne(List.of(customer));
            busy.remove(customer);
            return decided;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError failure) {
            if (policy.isOutage(failure)) {
                throw failure;
            }
            if (busy.computeIfAbsent(customer, _ -> policy.of(1)).failed(failure) != FailurePolicy.Verdict.RETRY) {
                LOG.error("Customer {} cannot be decided anew and stays as he is: {}", customer, Trouble.describe(failure));
                failed.put(customer, wanted);
                busy.remove(customer);
            }
            return 0;
        }
    }

    /** By what decides now, which may be newer than when the sweep began; not whom an event was decided for meanwhile. */
    private long inOne(List<Long> ids) {
        var decided = new AtomicLong();
        steps.inOne(work -> {
            var wanted = wanted(work.context());
            var outdated = customers.lock(ids).stream().filter(customer -> !customer.decidedBy().equals(wanted)).toList();
            steps.look(outdated, work);
            decided.set(outdated.size());
        });
        return decided.get();
    }

    private void waitForTurn(int howMany) throws InterruptedException {
        var takes = Duration.ofSeconds(howMany).toNanos() / settings.perSecond();
        var now = System.nanoTime();
        var turn = nextTurn.getAndUpdate(next -> Math.max(next, now) + takes);
        while (!stopped && turn - System.nanoTime() > 0) {
            Thread.sleep(Duration.ofNanos(Math.min(LONGEST_NAP_NANOS, turn - System.nanoTime())));
        }
    }

    private static DecidedBy wanted(Context context) {
        return new DecidedBy(context.rulebook().version(), context.snapshot().id());
    }

    /** Lets what has begun come to its end, for ever. */
    void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        stop();
        workers.close();
    }
}
