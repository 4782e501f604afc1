package io.rapport.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the event log, about once a millisecond, whether the oldest expected event is in; those after it come in order or soon. */
final class CommitWatcher implements AutoCloseable {

    private record Expected(String id, long sentAt) {}

    private final JdbcTemplate log;
    private final ArrayDeque<Expected> expected = new ArrayDeque<>();
    private final List<Long> waits = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closing;

    CommitWatcher(ApplicationContext context) {
        this.log = new JdbcTemplate(context.getBean(javax.sql.DataSource.class));
        this.thread = Thread.ofPlatform().start(this::watch);
    }

    void expect(String id, long nanos) {
        synchronized (expected) {
            expected.addLast(new Expected(id, nanos));
        }
    }

    /** Nanoseconds from sending to being seen, of all that were expected. */
    List<Long> finished() throws InterruptedException {
        closing = true;
        thread.join();
        return waits;
    }

    private void watch() {
        for (var oldest = oldest(); oldest != null || !closing; oldest = oldest()) {
            if (oldest != null && log.queryForObject("select count(*) from event_log where event_id = ?", Long.class,
                    oldest.id()) > 0) {
                waits.add(System.nanoTime() - oldest.sentAt());
                synchronized (expected) {
                    expected.removeFirst();
                }
            } else {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private Expected oldest() {
        synchronized (expected) {
            return expected.peekFirst();
        }
    }

    @Override
    public void close() {
        closing = true;
    }
}
