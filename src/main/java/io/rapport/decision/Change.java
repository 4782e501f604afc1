package io.rapport.decision;

import java.math.BigDecimal;
import java.time.Instant;

import io.rapport.facts.Channel;

/** One thing that might be otherwise about a customer; {@link WhatIf} decides as if it were. */
public sealed interface Change {

    /** Promotion by a channel is agreed to, or no longer. */
    record Consent(Channel channel, boolean given) implements Change {}

    /** A fact about the person: {@code birthday} as an ISO date, {@code language} and any other. */
    record Trait(String trait, String value) implements Change {}

    /** The last purchase was so many days ago; it stays behind the one before. */
    record LastPurchase(int daysAgo) implements Change {}

    /** The estimated margin of the last 365 days, in the books' currency. */
    record CurrentValue(double value) implements Change {}

    /** On how many days the customer has bought, spread evenly between the first and the last. */
    record PurchaseDays(int days) implements Change {}

    /** Every open complaint is resolved now. */
    record ComplaintsResolved() implements Change {}

    /** A complaint is raised now. */
    record Complains(Channel channel) implements Change {}

    /** An e-mail of a person comes in now. */
    record Writes(String text) implements Change {}

    /**
     * An order is placed now.
     *
     * @param amount in the books' currency
     */
    record Orders(String product, BigDecimal amount) implements Change {}

    /** An order arrived so many days ago. */
    record Delivered(int daysAgo) implements Change {}

    /** The clock moves on; whatever falls due on the way is decided at its own time. */
    record Later(Instant at) implements Change {}
}
