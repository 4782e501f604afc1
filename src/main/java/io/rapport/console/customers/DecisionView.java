package io.rapport.console.customers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One decision as people read it.
 *
 * @param event id of the event that was decided
 * @param name of the customer; empty when unknown
 * @param rulebook version that decided
 */
public record DecisionView(
        String event,
        long customer,
        String name,
        Instant at,
        String rulebook,
        List<ConclusionView> conclusions,
        List<ActionView> actions,
        List<HeldBackView> heldBack,
        List<ReviewView> reviews) {

    /**
     * @param subject empty for the customer, else the thing it is about: {@code product line/Candles}
     */
    public record ConclusionView(String concept, String subject, String value, ReasonView why) {}

    /** @param what template of a message, or title of a task */
    public record ActionView(
            String id,
            String kind,
            String what,
            String channel,
            String purpose,
            String assignee,
            Instant notBefore,
            @Nullable Instant dueAt,
            @Nullable Instant validUntil,
            ReasonView why) {}

    /** @param until when it might pass, null if unknown */
    public record HeldBackView(ActionView action, ReasonView whyNot, @Nullable Instant until) {}

    /** When the customer is looked at again with no other event, and the rule that asks for it. */
    public record ReviewView(Instant due, String rule, String ruleName) {}

    /**
     * Why, in the reader's language.
     *
     * @param ruleName empty for guarantees that are no rule, and for rules that are no longer in the book
     * @param saw what the rule read
     */
    public record ReasonView(String rule, String ruleName, String sentence, List<Seen> saw) {}

    /** One value that was read, its term in words. */
    public record Seen(String term, String wording, String value) {}

    /** What a reader wants to see of a customer at a glance. */
    private static final List<String> HEADLINES = List.of("tier", "status", "stage", "relationship", "churn-level");

    /** What follows for the customer himself, without his things, and without what only prepares it. */
    public List<ConclusionView> headlines() {
        return headlines(conclusions);
    }

    static List<ConclusionView> headlines(List<ConclusionView> conclusions) {
        return HEADLINES.stream().flatMap(concept -> conclusions.stream()
                .filter(one -> one.subject().isEmpty() && one.concept().equals(concept))).toList();
    }
}
