package io.rapport.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one thing that a rule asked for.
 *
 * @param at when it came to this state
 * @param failures deliveries that failed for good
 * @param waitingSince when it was held back for the first time; null unless it waits
 */
public record Occasion(State state, Instant at, int failures, @Nullable Instant waitingSince) {

    /** How far it came. */
    public enum State {
        /** Held back so far. */
        WAITING,
        /** Left, or is about to. */
        ACTED,
        /** Its time was over before it could leave. */
        MISSED,
        /** Could not be delivered; it may be tried again. */
        FAILED,
        /** Could not be delivered, and is not tried again. */
        GIVEN_UP
    }

    /**
     * What makes it once.
     *
     * @param what the template or the task's title
     * @param channel by which the customer is met; null where none is known
     * @param about what the rule was about: derived from its words, or the date from which it recurs
     */
    public record Key(String ruleId, String what, @Nullable Channel channel, String about) {}

    public static Occasion acted(Instant at) {
        return new Occasion(State.ACTED, at, 0, null);
    }

    public static Occasion waiting(Instant since) {
        return new Occasion(State.WAITING, since, 0, since);
    }

    /** Whether it is over: not asked for again. */
    public boolean isUsedUp() {
        return state == State.ACTED || state == State.MISSED || state == State.GIVEN_UP;
    }
}
