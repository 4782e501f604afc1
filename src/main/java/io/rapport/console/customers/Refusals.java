package io.rapport.console.customers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.rapport.console.Wording;
import io.rapport.console.customers.CustomerView.Failed;
import io.rapport.console.customers.CustomerView.WhyNotView;
import io.rapport.decision.Context;
import io.rapport.decision.Flip;
import io.rapport.decision.OtherValue;
import io.rapport.decision.WhatIf;
import io.rapport.facts.Memory;
import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Explanation;
import io.rapport.rulebook.Rule;

/** Says why a rule of care does nothing for a customer now, or a value does not stand, and which change would alter that. */
public final class Refusals {

    /** Of more ways than this nobody reads. */
    private static final int MOST_FLIPS = 3;

    /** A value may be reached in many product lines. */
    private static final int MOST_PATHS = 6;

    private final Supplier<Context> context;

    private final Explanations explanations;

    private final Wording wording;

    private final Changes changes;

    public Refusals(Supplier<Context> context, Explanations explanations, Wording wording, Changes changes) {
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

    /** Every value of a concept that does not stand for a customer now. */
    WhyNotValueView of(String concept, Memory memory, Instant now) {
        var known = context.get();
        try (var whatIf = new WhatIf(known.rulebook())) {
            var kept = whatIf.whyNot(concept, memory, known, now);
            var stands = kept.stream().map(each -> each.other().stands()).filter(Objects::nonNull).findFirst();
            return new WhyNotValueView(memory.customer(), memory.traits().getOrDefault("name", ""), concept,
                    stands.map(explanations::conclusion).orElse(null), kept.stream().map(each -> view(each, now)).toList(),
                    kept.stream().anyMatch(Refusals::lacksSomething) ? comparing(known.snapshot()) : "");
        }
    }

    private static boolean lacksSomething(WhatIf.Kept kept) {
        return kept.other().paths().stream().flatMap(path -> path.failed().stream()).anyMatch(Explanation.Finding::unknown);
    }

    /** Shares of all customers, such as the top 5 %, are unknown of too few. */
    private String comparing(Snapshot population) {
        return population.id().equals(Snapshot.NONE.id()) ? wording.of("whynot.uncounted", Snapshot.LEAST_CUSTOMERS)
                : population.customers() < Snapshot.LEAST_CUSTOMERS
                        ? wording.of("whynot.few", population.customers(), Snapshot.LEAST_CUSTOMERS)
                        : "";
    }

    private WhyNotValueView.OtherView view(WhatIf.Kept kept, Instant now) {
        var paths = kept.other().paths().stream().map(this::view).collect(Collectors.toMap(
                WhyNotValueView.PathView::withoutSubject, path -> path, (first, _) -> first, LinkedHashMap::new)).values();
        return new WhyNotValueView.OtherView(
                kept.other().value(), paths.stream().limit(MOST_PATHS).toList(),
                Math.max(0, paths.size() - MOST_PATHS), flips(kept.flips(), now));
    }

    private WhyNotValueView.PathView view(OtherValue.Path path) {
        var before = path.before();
        return new WhyNotValueView.PathView(
                path.rule().id(), explanations.ruleName(path.rule().id()), path.subject(),
                path.failed().stream().map(this::failed).toList(), before == null ? "" : before.id(),
                before == null ? "" : explanations.ruleName(before.id()), path.isAboutNothing() ? nothing(path.rule()) : "");
    }

    private String nothing(Rule rule) {
        return wording.word("nothing", rule.scope().name().toLowerCase(Locale.ROOT));
    }

    private List<String> flips(List<Flip> flips, Instant now) {
        return flips.stream().limit(MOST_FLIPS).map(flip -> changes.words(flip, now)).toList();
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
                refusal.again(),
                refusal.isAboutNothing() ? nothing(refusal.rule()) : "",
                flips(answer.flips(), now));
    }

    private Failed failed(Explanation.Finding finding) {
        return new Failed(finding.wording(wording.language()), finding.actual(wording.language()),
                finding.needed(wording.language()), finding.unknown());
    }
}
