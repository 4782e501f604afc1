package io.rapport.rulebook;

import java.util.List;

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

    @Override
    void close();
}
