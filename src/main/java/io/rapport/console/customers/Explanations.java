package io.rapport.console.customers;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.rapport.console.Wording;
import io.rapport.console.customers.DecisionView.ActionView;
import io.rapport.console.customers.DecisionView.ConclusionView;
import io.rapport.console.customers.DecisionView.HeldBackView;
import io.rapport.console.customers.DecisionView.ReasonView;
import io.rapport.console.customers.DecisionView.ReviewView;
import io.rapport.console.customers.DecisionView.Seen;
import io.rapport.facts.Action;
import io.rapport.facts.Conclusion;
import io.rapport.facts.Decision;
import io.rapport.facts.Reason;
import io.rapport.rulebook.Concepts;
import io.rapport.rulebook.Rulebook;

/** Renders what was decided in the reader's language: a decision by the words of the rulebook that made it. */
public final class Explanations {

    /** Guarantees that are no rule of the book have ids that begin so; their sentences are messages of ours. */
    private static final String POLICY = "policy/";

    /** A term inside a rule's name, whose value differs from decision to decision. */
    /** A number inside a term's noun. */
    private static final Pattern NUMBER = Pattern.compile("\\{[a-z]+}");

    private final Supplier<Rulebook> live;

    private final Function<String, Rulebook> past;

    private final Wording wording;

    private final Supplier<String> currency;

    /**
     * @param live whose words serve where no decision is at hand
     * @param past the rulebook of a version
     * @param currency of the books
     */
    public Explanations(Supplier<Rulebook> live, Function<String, Rulebook> past, Wording wording, Supplier<String> currency) {
        this.currency = currency;
        this.live = live;
        this.past = past;
        this.wording = wording;
    }

    public DecisionView decision(Decision decision, String name) {
        var rulebook = past.apply(decision.rulebook());
        return new Explanations(() -> rulebook, past, wording, currency).view(decision, name);
    }

    private DecisionView view(Decision decision, String name) {
        return new DecisionView(
                decision.id(),
                decision.customer(),
                name,
                decision.at(),
                decision.rulebook(),
                decision.conclusions().stream().filter(one -> !Concepts.unit(one.concept())).map(this::conclusion).toList(),
                decision.actions().stream().map(this::action).toList(),
                decision.heldBack().stream().map(this::heldBack).toList(),
                decision.reviews().stream().map(this::review).toList());
    }

    ReasonView reason(Reason reason) {
        var rulebook = live.get();
        return new ReasonView(reason.ruleId(), ruleName(reason.ruleId()), sentence(reason, rulebook), saw(reason, rulebook));
    }

    /** Empty for a guarantee, and for a rule that is no longer in the book. */
    String ruleName(String ruleId) {
        var rulebook = live.get();
        var rule = rulebook.rule(ruleId);
        return rule == null ? "" : rule.title(wording.language());
    }

    ConclusionView conclusion(Conclusion conclusion) {
        return new ConclusionView(
                conclusion.concept(), conclusion.subject(), conclusion.value(), reason(conclusion.reason()));
    }

    ActionView action(Action action) {
        return new ActionView(
                action.id(),
                action.kind() == Action.Kind.MESSAGE ? "message" : "task",
                action.what(),
                action.channel().word(),
                action.purpose().word(),
                action.assignee(),
                action.notBefore(),
                action.dueAt(),
                action.validUntil(),
                reason(action.reason()));
    }

    HeldBackView heldBack(Decision.HeldBack held) {
        return new HeldBackView(action(held.action()), reason(held.reason()), held.until());
    }

    private ReviewView review(Decision.Review review) {
        return new ReviewView(review.due(), review.ruleId(), ruleName(review.ruleId()));
    }

    private String sentence(Reason reason, Rulebook rulebook) {
        if (reason.ruleId().startsWith(POLICY)) {
            return wording.word("policy", reason.ruleId().substring(POLICY.length()));
        }
        return rulebook.because(reason, wording.language(), currency.get());
    }

    private List<Seen> saw(Reason reason, Rulebook rulebook) {
        return reason.captured().stream()
                .map(seen -> new Seen(seen.term(), noun(seen.term(), rulebook),
                        rulebook.captured(reason, seen, wording.language(), currency.get())))
                .toList();
    }

    /** A captured term may carry the numbers inside its words, as {@code term/90}. */
    private String noun(String captured, Rulebook rulebook) {
        var parts = captured.split("/");
        var term = rulebook.vocabulary().term(parts[0]);
        if (term == null) {
            var seen = wording.word("seen", captured);
            return seen.isEmpty() ? captured : seen;
        }
        var noun = wording.term(term);
        for (var i = 1; i < parts.length; i++) {
            var place = NUMBER.matcher(noun);
            noun = place.find() ? noun.replace(place.group(), parts[i]) : noun;
        }
        return noun;
    }
}
