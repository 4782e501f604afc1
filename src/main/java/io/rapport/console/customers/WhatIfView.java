package io.rapport.console.customers;

import java.time.Instant;
import java.util.List;

import io.rapport.console.customers.DecisionView.ActionView;
import io.rapport.console.customers.DecisionView.HeldBackView;
import io.rapport.console.customers.DecisionView.ReasonView;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided if one thing were otherwise, beside what is decided now. Nothing of it was written.
 *
 * @param change in words; empty when nothing was asked for
 * @param differences what would be concluded otherwise
 * @param actions what would be done, on the way or in the end
 * @param heldBack what would be held back in the end
 */
public record WhatIfView(
        long customer, String name, Instant now, Instant then, String change, List<Difference> differences,
        List<Done> actions, List<HeldBackView> heldBack) {

    /**
     * @param subject empty for the customer, else the thing it is about
     * @param before null when nothing is concluded now
     * @param after null when nothing would be concluded
     */
    public record Difference(
            String concept, String subject, @Nullable String before, @Nullable String after, @Nullable ReasonView why) {}

    /** @param at when it would be done */
    public record Done(Instant at, ActionView action) {}
}
