package io.rapport.rulebook;

import java.util.List;

import io.rapport.facts.Decision;
import io.rapport.facts.Situation;

/**
 * A long-lived working memory of Drools; for one thread. It works until it is closed, even when its rulebook was closed
 * meanwhile.
 */
public interface RuleSession extends AutoCloseable {

    /**
     * The rules of a stratum that hold for these situations, hit policy applied, in the order of the rules.
     *
     * @throws IllegalStateException when more rules fire than there can be, or after closing
     */
    List<Hit> fire(Stratum stratum, List<Situation> situations);

    /**
     * When to look at a situation again though nothing happens: for every rule of the stratum about its scope whose other
     * conditions hold, the earliest moment after now at which a condition about time may turn. Of a {@code first} table the
     * rows behind the one that holds do not matter until it turns. Cheap right after the stratum was fired for the situation.
     */
    List<Decision.Review> reviews(Stratum stratum, Situation situation);

    @Override
    void close();
}
