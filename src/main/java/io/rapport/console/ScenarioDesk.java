package io.rapport.console;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rapport.customer.CustomerFile;
import io.rapport.customer.Snapshots;
import io.rapport.decision.Context;
import io.rapport.decision.MemoryFold;
import io.rapport.engine.Contexts;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
import io.rapport.policy.ScenarioWriter;

/** Turns a stored decision into a scenario. */
@Component
class ScenarioDesk {

    /** A longer history makes no example. */
    private static final int MOST_EVENTS = 5_000;

    private final CustomerFile file;

    private final Snapshots snapshots;

    private final Contexts contexts;

    private final Wording wording;

    ScenarioDesk(CustomerFile file, Snapshots snapshots, Contexts contexts, Wording wording) {
        this.file = file;
        this.snapshots = snapshots;
        this.contexts = contexts;
        this.wording = wording;
    }

    /**
     * The scenario of a decision.
     *
     * @param scenario the feature file; empty when there is none
     * @param why why there is none; empty when there is one
     */
    record ScenarioView(long customer, String decision, String scenario, String why) {}

    /** Null if there is no such decision about this customer. */
    @Nullable
    ScenarioView of(long customer, String event) {
        var items = file.timeline(customer, 0, MOST_EVENTS + 1);
        var at = items.stream().filter(item -> item.event().id().equals(event)).findFirst().orElse(null);
        if (at == null || at.decision() == null) {
            return null;
        }
        if (items.size() > MOST_EVENTS) {
            return new ScenarioView(customer, event, "", wording.of("scenario.long", MOST_EVENTS));
        }
        var before = new ArrayList<CustomerEvent>();
        items.reversed().stream().filter(item -> item.position() < at.position()).forEach(item -> before.add(item.event()));
        var context = contexts.now().with(snapshots.of(at.decision().snapshot()));
        var after = memory(customer, before, context);
        after = MemoryFold.fold(after, at.event(), context.zone(), context.tauDays());
        var writer = new ScenarioWriter(wording.language().getLanguage().equals("zh"));
        return switch (writer.write(new ScenarioWriter.Source(before, at.event(), after, at.decision(), context))) {
            case ScenarioWriter.Scenario written -> new ScenarioView(customer, event, written.feature(), "");
            case ScenarioWriter.Declined declined -> new ScenarioView(customer, event, "", declined.why());
        };
    }

    private static Memory memory(long customer, List<CustomerEvent> events, Context context) {
        var memory = Memory.blank(customer);
        for (var event : events) {
            memory = MemoryFold.fold(memory, event, context.zone(), context.tauDays());
        }
        return memory;
    }
}
