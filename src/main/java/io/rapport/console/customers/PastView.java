package io.rapport.console.customers;

import java.util.List;

import io.rapport.console.customers.CustomerView.ConsentView;
import io.rapport.console.customers.CustomerView.Figures;
import io.rapport.console.customers.CustomerView.Lasting;
import io.rapport.console.customers.CustomerView.Trait;

/**
 * A customer as he was when something was decided.
 *
 * @param what was decided about
 * @param decision with its reasons in the words of the rulebook that made it
 * @param traits all that was told of him until then; the like of the others
 */
public record PastView(
        long customer, String name, TimelineView what, DecisionView decision, List<Trait> traits, List<ConsentView> consents,
        List<Lasting> lasting, Figures figures) {}
