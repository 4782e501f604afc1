package io.rapport.decision;

import java.time.ZoneId;

import io.rapport.facts.Snapshot;
import io.rapport.rulebook.Rulebook;

/**
 * What a decision rests on beside the customer's memory; its ids are stored with the decision.
 *
 * @param rulebook the one that decides
 * @param snapshot the population, {@link Snapshot#NONE} while there is none
 * @param zone of customers who told no time zone of their own
 * @param tauDays how fast the decayed counters fade, in days
 * @param past true while history is played: everything is decided as of its date, nothing is acted on
 */
public record Context(Rulebook rulebook, Snapshot snapshot, ZoneId zone, double tauDays, boolean past) {

    public Context {
        if (!(tauDays > 0)) {
            throw new IllegalArgumentException("tau is a number of days above 0, found [" + tauDays + "].\n"
                    + "Maybe four times the usual days between two purchases.");
        }
    }

    /** Of the present: what is let through is acted on. */
    public Context(Rulebook rulebook, Snapshot snapshot, ZoneId zone, double tauDays) {
        this(rulebook, snapshot, zone, tauDays, false);
    }

    /** The same with another population. */
    public Context with(Snapshot population) {
        return new Context(rulebook, population, zone, tauDays, past);
    }

    /** The same with another rulebook. */
    public Context with(Rulebook other) {
        return new Context(other, snapshot, zone, tauDays, past);
    }

    /** The same while history is played. */
    public Context ofThePast() {
        return new Context(rulebook, snapshot, zone, tauDays, true);
    }
}
