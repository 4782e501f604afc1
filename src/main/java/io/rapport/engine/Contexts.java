package io.rapport.engine;

import java.time.ZoneId;

import io.rapport.customer.Snapshots;
import io.rapport.decision.Context;
import io.rapport.facts.Snapshot;
import io.rapport.publishing.Publisher;
import org.springframework.stereotype.Component;

/** What decisions rest on now: the published rulebook and the latest snapshot. */
@Component
public final class Contexts {

    private final Publisher publisher;
    private final Snapshots snapshots;
    private final StepSettings settings;

    Contexts(Publisher publisher, Snapshots snapshots, StepSettings settings) {
        this.publisher = publisher;
        this.snapshots = snapshots;
        this.settings = settings;
    }

    /** What a decision of this moment rests on. */
    public Context now() {
        return with(snapshots.latest());
    }

    /** The zone of customers who told none of their own, which is also the zone of the engine's days. */
    public ZoneId zone() {
        return settings.zone();
    }

    Context with(Snapshot snapshot) {
        return new Context(publisher.live(), snapshot, settings.zone(), settings.tauDays());
    }
}
