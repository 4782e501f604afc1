package io.rapport.console.customers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.rapport.console.customers.DecisionView.ActionView;
import io.rapport.console.customers.DecisionView.ConclusionView;
import io.rapport.console.customers.DecisionView.HeldBackView;
import io.rapport.console.customers.DecisionView.ReviewView;
import io.rapport.console.work.MessageView;
import io.rapport.console.work.TaskView;
import org.jspecify.annotations.Nullable;

/**
 * One customer on one page.
 *
 * @param decidedAt when he was last decided about, null if never
 * @param reviews when he is looked at again, earliest first
 * @param decisions the latest, the newest first
 */
public record CustomerView(
        Who who,
        Figures figures,
        @Nullable Instant decidedAt,
        List<ConclusionView> conclusions,
        List<Lasting> lasting,
        List<ActionView> actions,
        List<HeldBackView> heldBack,
        List<WhyNotView> whyNot,
        List<ReviewView> reviews,
        List<DecisionView> decisions,
        List<TaskView> tasks,
        List<MessageView> messages,
        Insight insight) {

    /** When he was last decided about, without further insight. */
    public CustomerView(
            Who who, Figures figures, @Nullable Instant decidedAt, List<ConclusionView> conclusions, List<Lasting> lasting,
            List<ActionView> actions, List<HeldBackView> heldBack, List<WhyNotView> whyNot, List<ReviewView> reviews,
            List<DecisionView> decisions, List<TaskView> tasks, List<MessageView> messages) {
        this(
                who, figures, decidedAt, conclusions, lasting, actions, heldBack, whyNot, reviews, decisions, tasks,
                messages, new Insight(List.of(), List.of(), List.of()));
    }

    /** What is known beyond the moment: when conclusions changed, figures as of now, the people around him. */
    public record Insight(List<Change> changes, List<ValueView> values, List<LinkView> links) {}

    /** @param from what stood before, empty for nothing */
    public record Change(String concept, String subject, String from, String to, Instant at) {}

    /**
     * @param value plain, or {@code unknown}
     * @param unit {@code days}, {@code %}, {@code money} (in the books' currency) and others, empty for none
     */
    public record ValueView(String name, String value, String unit, String help) {}

    public record LinkView(String relation, String with, List<String> roles, String motive, boolean ended, Instant at) {}

    /**
     * @param name empty when nobody has told it
     * @param mergedInto of whom he is a part, null if he stands for himself
     */
    public record Who(
            long id,
            String name,
            @Nullable Long mergedInto,
            List<Long> mergedFrom,
            List<IdentityView> identities,
            List<Trait> traits,
            List<ConsentView> consents,
            List<AwaitedView> awaited) {}

    /** Consent given in his name that he was asked to confirm. */
    public record AwaitedView(String channel, String purpose, Instant at) {}

    /**
     * @param event by which it came to him, empty when that was not noted, or when he shares it with somebody who is known by it
     * @param partable whether whoever is known by it can be taken out of this customer
     */
    public record IdentityView(
            String kind, String value, String event, @Nullable Instant since, boolean claimed, boolean partable) {}

    /**
     * @param type number, date, yes-no, word or text
     * @param source who told it, empty when unknown
     */
    public record Trait(String trait, String value, String type, String source, @Nullable Instant at) {

        public Trait(String trait, String value) {
            this(trait, value, "word", "", null);
        }
    }

    /** The latest word about one channel and purpose. */
    public record ConsentView(String channel, String purpose, boolean given, Instant at, String proof) {}

    /** A conclusion that holds until it moves, and since when. */
    public record Lasting(String concept, String value, Instant since) {}

    /** What is remembered: derived from the timeline, read by rules. Money is in the engine's currency. */
    public record Figures(
            @Nullable PurchaseFigures purchases,
            List<TallyView> tallies,
            List<LineView> productLines,
            List<ComplaintView> complaints,
            List<DeliveryView> deliveries) {}

    /**
     * @param currency of the sums: that of the books
     * @param usualGap mean days between purchase days, null while there is only one
     */
    public record PurchaseFigures(
            String currency,
            long days,
            LocalDate first,
            LocalDate last,
            @Nullable Double usualGap,
            BigDecimal spend,
            BigDecimal margin,
            BigDecimal margin365) {}

    /** @param name an event type, or another counted name such as {@code contact.email.promotion} */
    public record TallyView(String name, long count, long last30Days, long last365Days, BigDecimal sum, Instant first,
            Instant last) {}

    public record LineView(String productLine, long orders, BigDecimal spend, BigDecimal margin, LocalDate last) {}

    public record ComplaintView(
            String id, Instant raised, String channel, int level, String owner, @Nullable Instant deadline) {}

    public record DeliveryView(String order, Instant at) {}

    /**
     * Why a care rule does nothing now: conditions that fail, or a limit that holds it back, or it has acted already, or there
     * is nothing it could be about.
     *
     * @param heldBack empty unless a limit holds it back
     * @param until when the limit might let it pass, null if unknown
     * @param actedAt null unless this occasion was acted on
     * @param again when what recurs may be done again; null when it does not
     * @param nothing what there is none of, in words; empty if there is
     * @param flips single changes that would make it act, each decided again, the nearest first
     */
    public record WhyNotView(
            String rule, String ruleName, String subject, List<Failed> failed, String heldBack, @Nullable Instant until,
            @Nullable Instant actedAt, @Nullable Instant again, String nothing, List<String> flips) {}

    /** @param unknown fails only because nothing is known */
    public record Failed(String condition, String actual, String needed, boolean unknown) {}

    /** What a reader wants to see at a glance. */
    public List<ConclusionView> headlines() {
        return DecisionView.headlines(conclusions);
    }
}
