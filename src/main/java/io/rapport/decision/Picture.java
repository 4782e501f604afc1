package io.rapport.decision;

import java.util.ArrayList;
import java.util.List;

import io.rapport.facts.Situation;

/**
 * A customer at one moment: the situations that rules look at, and what was concluded about them.
 *
 * @param things his product lines, open complaints and deliveries
 */
record Picture(Situation customer, Things things, Conclusions conclusions) {

    record Things(List<Situation> productLines, List<Situation> complaints, List<Situation> deliveries) {}

    /** What care looks at: the customer, his complaints and what was delivered to him. */
    List<Situation> forCare() {
        return together(things.complaints(), things.deliveries());
    }

    /** What relationships are chosen for: the customer, his product lines and his complaints. */
    List<Situation> forRelations() {
        return together(things.productLines(), things.complaints());
    }

    private List<Situation> together(List<Situation> some, List<Situation> others) {
        var all = new ArrayList<Situation>(1 + some.size() + others.size());
        all.add(customer);
        all.addAll(some);
        all.addAll(others);
        return all;
    }

    /** The same thing looked at from another moment. */
    static Situation at(java.time.Instant moment, Situation situation) {
        return situation.at(moment);
    }

    /** Another thing of the same customer at the same moment. */
    static Situation of(Situation.Scope scope, Object thing, Situation customer) {
        return new Situation(
                scope, thing, customer.memory(), customer.event(), customer.now(), customer.zone(), customer.snapshot(),
                customer.tauDays(), customer.conclusions());
    }
}
