package io.rapport.publishing.dryrun;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.rapport.customer.Census;
import io.rapport.decision.Context;
import io.rapport.decision.Judge;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Memory;
import io.rapport.facts.Situation;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rule;
import io.rapport.rulebook.Rulebook;

/**
 * The customers of a history as one rulebook remembers them, counted at month ends. Of a rulebook only the rules about order
 * lines matter here: they give product lines and margins. What else it concludes is nothing that is counted.
 */
final class Population implements AutoCloseable {

    private final Judge judge;
    private final Map<Long, Memory> memories = new LinkedHashMap<>();
    private Context context;

    Population(Context context) {
        this.judge = new Judge(context.rulebook());
        this.context = context.with(Snapshot.NONE);
    }

    void take(long customer, CustomerEvent event, Instant at) {
        var before = memories.get(customer);
        memories.put(customer, judge.remember(before == null ? Memory.blank(customer) : before, event, context, at));
    }

    Snapshot count(Instant at) {
        var census = new Census(at, context.zone());
        memories.values().forEach(census::count);
        var snapshot = census.snapshot();
        context = context.with(snapshot);
        return snapshot;
    }

    long size() {
        return memories.size();
    }

    /** Whether two rulebooks count the same: their files with rules about order lines have the same texts. */
    static boolean isOne(Rulebook one, Rulebook other) {
        return orderLines(one).equals(orderLines(other));
    }

    private static Map<String, String> orderLines(Rulebook rulebook) {
        var texts = new LinkedHashMap<String, String>();
        for (Rule rule : rulebook.rules()) {
            if (rule.scope() == Situation.Scope.ORDER_LINE) {
                var file = rule.origin().file();
                texts.put(file, rulebook.files().texts().getOrDefault(file, ""));
            }
        }
        return texts;
    }

    @Override
    public void close() {
        judge.close();
    }
}
