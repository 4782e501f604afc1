package io.rapport.rulebook.drools;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets the compiler work on a thread of its own, with a deep stack, and waits only so long for it. */
public final class Deadline {

    /** In bytes: what is read is limited, so that nothing shipped or sensible needs more. */
    private static final long STACK = 16L << 20;

    private Deadline() {}

    /**
     * The result of the work.
     *
     * @throws Throwable whatever the work throws, an Error too
     * @throws RuleCompilationException when it takes longer; what it still makes is let go
     */
    public static <T> T within(Duration limit, Callable<T> work) throws Throwable {
        var task = new FutureTask<T>(work);
        var thread = new Thread(null, task, "rulebook-compiler", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new RuleCompilationException("compiling takes longer than " + limit.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new RuleCompilationException("compiling was interrupted");
        }
    }
}
