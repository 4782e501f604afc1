package io.rapport.console.customers;

import java.util.ArrayList;
import java.util.List;

import io.rapport.console.NotDone;
import io.rapport.customer.CustomerFile;
import io.rapport.decision.MemoryFold;
import io.rapport.engine.Contexts;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was known of a customer when something was decided: the log up to then, folded again. */
@Component
class PastMoments {

    /** A longer history takes too long to fold for a page. */
    static final int MOST_EVENTS = 5_000;

    private final CustomerFile file;

    private final Contexts contexts;

    PastMoments(CustomerFile file, Contexts contexts) {
        this.file = file;
        this.contexts = contexts;
    }

    /**
     * @param before what had happened, in the order of the log
     * @param event what was decided about
     * @param after what was remembered with it
     */
    record Moment(List<CustomerEvent> before, CustomerEvent event, Decision decision, Memory after) {}

    /**
     * The moment of a decision, null if there is none such about this customer.
     *
     * @throws NotDone when the history is too long
     */
    @Nullable
    Moment of(long customer, String event) {
        var items = file.timeline(customer, 0, MOST_EVENTS + 1);
        var at = items.stream().filter(item -> item.event().id().equals(event)).findFirst().orElse(null);
        var decision = at == null ? null : at.decision();
        if (at == null || decision == null) {
            return null;
        }
        if (items.size() > MOST_EVENTS) {
            throw new NotDone("failed.history.long", null, String.valueOf(MOST_EVENTS));
        }
        var before = new ArrayList<CustomerEvent>();
        items.reversed().stream().filter(item -> item.position() < at.position()).forEach(item -> before.add(item.event()));
        return new Moment(before, at.event(), decision, memory(customer, before, at.event()));
    }

    private Memory memory(long customer, List<CustomerEvent> before, CustomerEvent event) {
        var zone = contexts.zone();
        var tauDays = contexts.now().tauDays();
        var memory = Memory.blank(customer);
        for (var each : before) {
            memory = MemoryFold.fold(memory, each, zone, tauDays);
        }
        return MemoryFold.fold(memory, event, zone, tauDays);
    }
}
