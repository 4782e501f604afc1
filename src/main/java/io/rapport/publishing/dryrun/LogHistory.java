package io.rapport.publishing.dryrun;

import io.rapport.customer.EventLog;

/** The event log as a history. What the survey has read stays with the run, so a log that grows meanwhile is no other. */
final class LogHistory implements EventSource {

    private final EventLog log;
    private volatile long size;
    private volatile long read;

    LogHistory(EventLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "event log";
    }

    @Override
    public String fingerprint() {
        return "event log";
    }

    @Override
    public void read(Reader reader) {
        size = log.size();
        read = 0;
        log.read((customer, event) -> {
            read++;
            reader.take(customer, event);
        });
    }

    @Override
    public double share() {
        return size == 0 ? 0 : Math.min(1, (double) read / size);
    }

    @Override
    public long contacts() {
        return log.contacts();
    }
}
