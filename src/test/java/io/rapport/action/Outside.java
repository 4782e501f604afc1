package io.rapport.action;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.rapport.facts.Channel;
import io.rapport.facts.CustomerEvent;
import io.rapport.facts.Identity;
import io.rapport.facts.Purpose;
import io.rapport.intake.EventQueue;
import io.rapport.intake.QueueUnavailable;

/** The rooms around the hands: who allows what, and the queue that outcomes go to. */
final class Outside implements Customers, EventQueue {

    final List<CustomerEvent> told = new CopyOnWriteArrayList<>();
    final Set<Long> withdrawn = new HashSet<>();
    final Set<String> suppressed = new HashSet<>();
    boolean queueIsDown;

    void forget() {
        told.clear();
        withdrawn.clear();
        suppressed.clear();
        queueIsDown = false;
    }

    @Override
    public boolean allows(long customer, Channel channel, Purpose purpose) {
        return purpose == Purpose.SERVICE || !withdrawn.contains(customer);
    }

    @Override
    public boolean suppresses(Channel channel, String address) {
        return suppressed.contains(address);
    }

    @Override
    public List<Identity> identities(long customer) {
        return List.of(new Identity(Identity.Kind.ACCOUNT, "A-" + customer));
    }

    @Override
    public void put(CustomerEvent event) {
        putAll(List.of(event));
    }

    @Override
    public void putAll(List<CustomerEvent> events) {
        if (queueIsDown) {
            throw new QueueUnavailable("the queue is down", new IllegalStateException("down"));
        }
        told.addAll(events);
    }
}
