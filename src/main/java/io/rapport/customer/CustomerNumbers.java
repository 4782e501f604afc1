package io.rapport.customer;

import org.springframework.stereotype.Component;

/** Numbers for new customers, taken from the database in blocks; a block that is not used up leaves a gap. */
@Component
class CustomerNumbers {

    private static final int BLOCK = 1_000;

    private final Sessions sessions;
    private long next;
    private long end;

    CustomerNumbers(Sessions sessions) {
        this.sessions = sessions;
    }

    synchronized long next() {
        if (next == end) {
            next = sessions.nextBlockOfCustomers() * BLOCK;
            end = next + BLOCK;
        }
        return next++;
    }
}
