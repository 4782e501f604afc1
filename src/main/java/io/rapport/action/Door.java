package io.rapport.action;

import io.rapport.facts.Channel;

/** A way out of the house for one channel. */
public interface Door {

    Channel channel();

    /**
     * Makes ready to hand over, before any message is touched.
     *
     * @throws Closed when nobody answers: no message was attempted, none loses an attempt
     */
    Line open() throws Closed;

    /** An open connection, used for several messages one after the other. */
    interface Line extends AutoCloseable {

        /** Hands over one message; never throws, because an exception would not say whether the receiver has it. */
        Handover deliver(OutboxMessage message);

        /** Whether another message may follow. */
        boolean isUsable();

        @Override
        void close();
    }

    /** Nobody answers behind the door. */
    class Closed extends Exception {

        private static final long serialVersionUID = 1L;

        public Closed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
