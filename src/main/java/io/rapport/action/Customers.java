package io.rapport.action;

import java.util.List;

import io.rapport.facts.Channel;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;

/** What the hands ask the room {@code customer}. */
interface Customers {

    /** Whether the customer's latest word allows it, now. */
    boolean allows(long customer, Channel channel, Purpose purpose);

    /** Whether an address gets nothing, whosever it is. */
    boolean suppresses(Channel channel, String address);

    /** By what the customer is recognised, so that an outcome finds its way back to him. */
    List<Identity> identities(long customer);
}
