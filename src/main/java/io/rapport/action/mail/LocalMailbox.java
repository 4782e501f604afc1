package io.rapport.action.mail;

import io.rapport.action.Door;
import io.rapport.action.Handover;
import io.rapport.action.OutboxMessage;
import io.rapport.facts.Channel;

/** Mail without a mail server: it stays in the outbox, marked local, and people read it on the mailbox page. */
final class LocalMailbox implements Door {

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Line open() {
        return new Line() {

            @Override
            public Handover deliver(OutboxMessage message) {
                return new Handover.Kept();
            }

            @Override
            public boolean isUsable() {
                return true;
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }
}
