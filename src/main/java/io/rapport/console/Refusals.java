package io.rapport.console;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.rapport.console.CustomerView.Failed;
import io.rapport.console.CustomerView.WhyNotView;
import io.rapport.decision.Context;
import io.rapport.decision.WhatIf;
import io.rapport.facts.Memory;
import io.rapport.rulebook.Explanation;

/** Says of each care rule why it does nothing for a customer now, and which single change would make it act. */
final class Refusals {

    /** Of more ways than this nobody reads. */
    private static final int MOST_FLIPS = 3;

    private final Supplier<Context> context;

    private final Explanations explanations;

    private final Wording wording;

    private final Changes changes;

    Refusals(Supplier<Context> context, Explanations explanations, Wording wording, Changes changes) {
        this.context = context;
        this.explanations = explanations;
        this.wording = wording;
        this.changes = changes;
    }

    /** Looks at the customer as a review of this moment would; nothing is stored. */
    List<WhyNotView> of(Memory memory, Instant now) {
        var known = context.get();
        try (var whatIf = new WhatIf(known.rulebook())) {
            return whatIf.whyNot(memory, known, now).stream().map(answer -> view(answer, now)).toList();
        }
    }

    private WhyNotView view(WhatIf.Answer answer, Instant now) {
        var refusal = answer.refusal();
        var held = refusal.heldBack();
        return new WhyNotView(
                refusal.rule().id(),
                explanations.ruleName(refusal.rule().id()),
                refusal.subject(),
                refusal.failed().stream().map(this::failed).toList(),
                held == null ? "" : explanations.reason(held.reason()).sentence(),
                held == null ? null : held.until(),
                refusal.actedAt(),
                refusal.isAboutNothing()
                        ? wording.word("nothing", refusal.rule().scope().name().toLowerCase(java.util.Locale.ROOT))
                        : "",
                answer.flips().stream().limit(MOST_FLIPS).map(flip -> changes.words(flip, now)).toList());
    }

    private Failed failed(Explanation.Finding finding) {
        return new Failed(finding.wording(wording.language()), finding.actual(), finding.needed(),
                finding.unknown());
    }
}
