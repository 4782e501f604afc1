package io.rapport.decision;

import java.time.Instant;
import java.util.List;

import io.rapport.facts.QuietHours;
import io.rapport.facts.Action;
import io.rapport.facts.Reason;
import org.jspecify.annotations.Nullable;

/** A guarantee that every action passes: it says allowed, or refused and why. */
@FunctionalInterface
interface Policy {

    Verdict on(Action action);

    /** What a policy says. */
    sealed interface Verdict {}

    /**
     * @param notBefore the earliest moment it may leave
     * @param quiet hours to keep whenever it is tried again
     */
    record Allowed(Instant notBefore, List<QuietHours> quiet) implements Verdict {

        Allowed(Instant notBefore) {
            this(notBefore, List.of());
        }
    }

    /** @param until when it might pass, null if unknown */
    record Refused(Reason reason, @Nullable Instant until) implements Verdict {}
}
