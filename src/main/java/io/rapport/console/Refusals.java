package io.rapport.console;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.rapport.console.CustomerView.Failed;
import io.rapport.console.CustomerView.WhyNotView;
import io.rapport.decision.Context;
import io.rapport.decision.Judge;
import io.rapport.decision.Refusal;
import io.rapport.decision.WhyNot;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.EventData;
import io.rapport.facts.EventTypes;
import io.rapport.facts.Memory;
import io.rapport.rulebook.Explanation;

/** Says of each care rule why it does nothing for a customer now. */
final class Refusals {

    private final Supplier<Context> context;

    private final Explanations explanations;

    private final Wording wording;

    Refusals(Supplier<Context> context, Explanations explanations, Wording wording) {
        this.context = context;
        this.explanations = explanations;
        this.wording = wording;
    }

    /** Looks at the customer as a review of this moment would; nothing is decided and nothing is stored. */
    List<WhyNotView> of(Memory memory, Instant now) {
        var known = context.get();
        var look = new CustomerEvent("look/" + memory.customer() + "/" + now.toEpochMilli(), "console", EventTypes.REVIEW_DUE,
                List.of(), now, new EventData.ReviewDue(now, ""));
        try (var judge = new Judge(known.rulebook())) {
            return new WhyNot(judge).whyNot(memory, look, known, now).stream().map(this::view).toList();
        }
    }

    private WhyNotView view(Refusal refusal) {
        var held = refusal.heldBack();
        return new WhyNotView(
                refusal.rule().id(),
                refusal.rule().name(),
                refusal.subject(),
                refusal.failed().stream().map(this::failed).toList(),
                held == null ? "" : explanations.reason(held.reason()).sentence(),
                refusal.actedAt());
    }

    private Failed failed(Explanation.Finding finding) {
        return new Failed(finding.wording(wording.language()), finding.actual(), finding.needed(),
                finding.unknown());
    }
}
