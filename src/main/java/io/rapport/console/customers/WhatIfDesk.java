package io.rapport.console.customers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.rapport.console.NotDone;
import io.rapport.customer.CustomerFile;
import io.rapport.decision.Change;
import io.rapport.decision.WhatIf;
import io.rapport.engine.Contexts;
import io.rapport.facts.Conclusion;
import io.rapport.facts.Decision;
import io.rapport.facts.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides about a customer as if one thing were otherwise. */
@Component
public class WhatIfDesk {

    private final CustomerFile file;

    private final Contexts contexts;

    private final Explanations explanations;

    private final Changes changes;

    private final Clock clock;

    WhatIfDesk(CustomerFile file, Contexts contexts, Explanations explanations, Changes changes, Clock clock) {
        this.file = file;
        this.contexts = contexts;
        this.explanations = explanations;
        this.changes = changes;
        this.clock = clock;
    }

    /** Null if there is no such customer. */
    @Nullable
    public WhatIfView of(long customer, Map<String, String> fields) {
        var card = file.card(customer);
        if (card == null) {
            return null;
        }
        var now = clock.instant();
        var change = changes.asked(fields, now);
        var name = card.memory().traits().getOrDefault("name", "");
        if (change == null) {
            return new WhatIfView(customer, name, now, now, "", List.of(), List.of(), List.of());
        }
        if (change instanceof Change.LastPurchase || change instanceof Change.PurchaseDays) {
            needsAPurchase(card.memory());
        }
        return compared(name, card.memory(), change, now);
    }

    private static void needsAPurchase(Memory memory) {
        if (memory.purchases() == null) {
            throw new NotDone("failed.whatif.nopurchase", null);
        }
    }

    private WhatIfView compared(String name, Memory memory, Change change, Instant now) {
        var context = contexts.now();
        try (var whatIf = new WhatIf(context.rulebook())) {
            var before = whatIf.unchanged(memory, context, now);
            var after = whatIf.with(change, memory, context, now);
            return new WhatIfView(
                    memory.customer(), name, now, after.decision().at(), changes.words(change, null, now),
                    differences(before.decision(), after.decision()), done(after), held(after));
        }
    }

    private List<WhatIfView.Done> done(WhatIf.Outcome outcome) {
        return outcome.steps().stream().flatMap(step -> step.decision().actions().stream()
                .map(action -> new WhatIfView.Done(step.decision().at(), explanations.action(action)))).toList();
    }

    private List<DecisionView.HeldBackView> held(WhatIf.Outcome outcome) {
        return outcome.heldBack().stream().map(explanations::heldBack).toList();
    }

    private List<WhatIfView.Difference> differences(Decision before, Decision after) {
        var earlier = byThing(before);
        var later = byThing(after);
        var things = new LinkedHashMap<>(earlier);
        things.putAll(later);
        var differences = new ArrayList<WhatIfView.Difference>();
        for (var thing : things.entrySet()) {
            var was = earlier.get(thing.getKey());
            var is = later.get(thing.getKey());
            if (!Objects.equals(was == null ? null : was.value(), is == null ? null : is.value())) {
                differences.add(new WhatIfView.Difference(
                        thing.getValue().concept(), thing.getValue().subject(), was == null ? null : was.value(),
                        is == null ? null : is.value(), is == null ? null : explanations.reason(is.reason())));
            }
        }
        return differences;
    }

    /** By concept and subject; of a concept that may hold several values, each value is a thing of its own. */
    private static Map<String, Conclusion> byThing(Decision decision) {
        var byThing = new LinkedHashMap<String, Conclusion>();
        for (var each : decision.conclusions()) {
            var several = io.rapport.rulebook.Concepts.multiple(each.concept()) ? "=" + each.value() : "";
            byThing.put(each.concept() + "@" + each.subject() + several, each);
        }
        return byThing;
    }
}
