package io.rapport.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.rulebook.Rulebook;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The rules that ship keep every invariant for any customer that can be drawn. */
class InvariantProperties {

    private static Rulebook rulebook;

    @BeforeContainer
    static void compileRules() {
        rulebook = ShippedRules.compiled();
    }

    @AfterContainer
    static void closeRulebook() {
        rulebook.close();
    }

    @Property(tries = 100)
    void everyGeneratedCustomerKeepsThem(@ForAll long seed) {
        assertThat(Invariants.broken(rulebook, seed)).isEmpty();
    }
}
