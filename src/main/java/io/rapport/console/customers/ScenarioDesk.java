package io.rapport.console.customers;

import io.rapport.console.Wording;
import io.rapport.customer.Snapshots;
import io.rapport.engine.Contexts;
import io.rapport.policy.ScenarioWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a stored decision into a scenario. */
@Component
public class ScenarioDesk {

    private final PastMoments moments;

    private final Snapshots snapshots;

    private final Contexts contexts;

    private final Wording wording;

    ScenarioDesk(PastMoments moments, Snapshots snapshots, Contexts contexts, Wording wording) {
        this.moments = moments;
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
    public record ScenarioView(long customer, String decision, String scenario, String why) {}

    /** Null if there is no such decision about this customer. */
    @Nullable
    public ScenarioView of(long customer, String event) {
        var moment = moments.of(customer, event);
        if (moment == null) {
            return null;
        }
        var context = contexts.now().with(snapshots.of(moment.decision().snapshot()));
        var writer = new ScenarioWriter(wording.language().getLanguage().equals("zh"));
        return switch (writer.write(new ScenarioWriter.Source(moment.before(), moment.event(), moment.after(),
                moment.decision(), context))) {
            case ScenarioWriter.Scenario written -> new ScenarioView(customer, event, written.feature(), "");
            case ScenarioWriter.Declined declined -> new ScenarioView(customer, event, "", declined.why());
        };
    }
}
