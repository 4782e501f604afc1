package io.rapport.console;

import java.util.List;

import io.rapport.console.CustomerView.ConsentView;
import io.rapport.console.CustomerView.Figures;
import io.rapport.console.CustomerView.Lasting;
import io.rapport.console.CustomerView.Trait;

/**
 * A customer as he was when something was decided.
 *
 * @param what was decided about
 * @param decision with its reasons in the words of the rulebook that made it
 * @param traits all that was told of him until then; the like of the others
 */
record PastView(
        long customer, String name, TimelineView what, DecisionView decision, List<Trait> traits, List<ConsentView> consents,
        List<Lasting> lasting, Figures figures) {}
