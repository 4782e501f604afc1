package io.rapport.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;

import io.rapport.facts.Channel;
import io.rapport.facts.Purpose;
import io.rapport.facts.Situation;
import io.rapport.rulebook.reading.ActionWording;
import org.jspecify.annotations.Nullable;

/** What follows when a rule holds. */
public sealed interface Consequence {

    /** The template or task that is asked for; null when nothing is. */
    default @Nullable String what() {
        return null;
    }

    /** A concept has this value; a number stands in plain notation. */
    record Conclude(String concept, String value) implements Consequence {}

    /** An ordered concept moves by steps, after all {@link Conclude} of that stratum. */
    record Lift(String concept, int by) implements Consequence {}

    /** An ordered concept stands no higher than this, before it is lifted. */
    record Bound(String concept, String value) implements Consequence {}

    /**
     * A message to the customer.
     *
     * @param channel null: by the channel it came in
     * @param validFor how long it makes sense; {@link #TODAY}: until the customer's day ends
     * @param recurrence null: once for each occasion of the rule
     */
    record Send(
            String template, @Nullable Channel channel, Purpose purpose, Duration validFor, @Nullable Recurrence recurrence)
            implements
                Consequence {

        public Send(String template, @Nullable Channel channel, Purpose purpose, Duration validFor) {
            this(template, channel, purpose, validFor, null);
        }

        @Override
        public String what() {
            return template;
        }

        /** Until the end of the customer's calendar day. */
        public static final Duration TODAY = Duration.ZERO;

        /** The moment past which it is recorded as missed. */
        public Instant validUntil(Situation situation) {
            return validFor.equals(TODAY)
                    ? situation.today().plusDays(1).atStartOfDay(situation.zone()).toInstant()
                    : situation.now().plus(validFor);
        }
    }

    /**
     * A task for an agent.
     *
     * @param assignee a department's word, or {@link #NEXT_LEVEL}
     * @param due null: after the hours of the concept {@code complaint-deadline}
     * @param by how the customer is met when it is done: that is a contact; null: doing it meets nobody
     * @param recurrence null: once for each occasion of the rule
     */
    record GiveTask(
            String title, String assignee, @Nullable Duration due, @Nullable Channel by, @Nullable Recurrence recurrence)
            implements
                Consequence {

        public GiveTask(String title, String assignee, @Nullable Duration due) {
            this(title, assignee, due, null, null);
        }

        @Override
        public String what() {
            return title;
        }

        /** The concept {@code next-level} of the complaint says who. */
        public static final String NEXT_LEVEL = "next-level";
    }

    /** The sentence with its options, without its reason, in English or Chinese. */
    default String wording(Locale locale) {
        return new ActionWording(Text.isChinese(locale)).of(this);
    }

    /** How a customer is met by somebody of us: {@code by phone}, {@code by visit}. */
    static String met(Channel channel, Locale locale) {
        return new ActionWording(Text.isChinese(locale)).by(channel);
    }

    /** How often the same may be done; null: once for each occasion of the rule. */
    default @Nullable Recurrence recurrence() {
        return null;
    }

    /** The message of this event is a complaint. */
    record OpenComplaint() implements Consequence {}

    /** The complaint climbs one level; its new deadline is the due of the task given by the same rule. */
    record Escalate() implements Consequence {}

    /** The customer takes his consent back, for the channel his message came in by. */
    record WithdrawConsent(Purpose purpose) implements Consequence {}

    /** The proposed action does not leave. */
    record HoldBack() implements Consequence {}

    /**
     * At most so many within so many days of the customer, today included.
     *
     * @param counts what is counted, and therefore held back
     */
    record Cap(int atMost, int withinDays, Counts counts) implements Consequence {

        /** As "messages" alone is meant: of the action's channel and for its purpose. */
        public Cap(int atMost, int withinDays) {
            this(atMost, withinDays, Counts.OF_ITS_KIND);
        }

        /** What a limit counts. */
        public enum Counts {
            /** Messages by the action's channel and for its purpose. */
            OF_ITS_KIND,
            /** Messages by the action's channel, whatever they are for. */
            BY_CHANNEL,
            /** The same template, by any channel and whichever rule sent it. */
            THIS_MESSAGE,
            /** Promotional messages by the action's channel. */
            PROMOTIONS_BY_CHANNEL,
            /** Promotional messages by any channel. */
            PROMOTIONS,
            /** Whatever reached the customer, by any channel and for any purpose. */
            CONTACTS
        }
    }

    /** The action waits until {@code to}, the customer's local time; may pass midnight. */
    record QuietHours(LocalTime from, LocalTime to) implements Consequence {}
}
